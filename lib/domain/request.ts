import type { Evidence } from './consent.ts';
import type { RequestType } from './enums.ts';
import type { Instant } from './person.ts';
import type { LawRef } from './verdict.ts';

/*
 * A person's request (`RightsRequest`, domain.md §4.4) and the tables that say how it may run. An opening and a grow-only
 * set of events; where it stands is derived (`request-fold.ts`). Several devices may write events: order and duplicates
 * do not matter, and what closes a request is never taken back by an event that comes later.
 */
export type RequestStage = 'received' | 'extended' | (typeof EVENT_STAGES)[number];
/** Those that an event may say of itself; an extension has a kind of its own. */
export const EVENT_STAGES = [
  'acknowledged',
  'in_progress',
  'waiting',
  'answered',
  'fulfilled',
  'partly',
  'rejected',
  'withdrawn',
] as const;

/** The ends. `withdrawn`: the person took the request back. */
export const CLOSED_STAGES = ['fulfilled', 'partly', 'rejected', 'withdrawn'] as const;
export const isClosed = (stage: RequestStage): boolean => CLOSED_STAGES.some((closed) => closed === stage);

/** What is not listed is refused when it is recorded. `waiting`: the person has to do something, as proving who they are. */
export const MAY_STEP: Readonly<Record<RequestStage, readonly RequestStage[]>> = {
  received: ['acknowledged', 'rejected', 'withdrawn'],
  acknowledged: ['in_progress', 'waiting', 'extended', 'rejected', 'withdrawn'],
  in_progress: ['waiting', 'extended', 'fulfilled', 'partly', 'rejected', 'withdrawn'],
  waiting: ['answered', 'extended', 'rejected', 'withdrawn'],
  answered: ['in_progress', 'waiting', 'extended', 'rejected', 'withdrawn'],
  extended: ['in_progress', 'waiting', 'fulfilled', 'partly', 'rejected', 'withdrawn'],
  fulfilled: [],
  partly: [],
  rejected: [],
  withdrawn: [],
};

/** Terms of DPV 2.3. What was done in part, or taken back, is never called fulfilled. */
export const DPV_STATE: Readonly<Record<RequestStage, string>> = {
  received: 'dpv:RequestInitiated',
  acknowledged: 'dpv:RequestAcknowledged',
  in_progress: 'dpv:RequestAccepted',
  waiting: 'dpv:RequestRequiresAction',
  answered: 'dpv:RequestRequiredActionPerformed',
  extended: 'dpv:RequestActionDelayed',
  fulfilled: 'dpv:RequestFulfilled',
  partly: 'dpv:RequestUnfulfilled',
  rejected: 'dpv:RequestRejected',
  withdrawn: 'dpv:RequestUnfulfilled',
};

export const REQUEST_STEPS = [
  'identify',
  'search',
  'withhold_others',
  'send',
  'correct',
  'tell_receivers',
  'stop',
  'restrict',
  'weigh',
  'review',
  'explain',
  'erase',
  'destroy',
  'keep_token',
  'tell',
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** What is to be done, in this order. `withdraw` and `object` stop first and ask later: a stop needs no proof of identity. */
export const STEPS: Readonly<Record<RequestType, readonly RequestStep[]>> = {
  info: ['identify', 'explain'],
  access: ['identify', 'search', 'withhold_others', 'send'],
  rectify: ['identify', 'correct', 'tell_receivers', 'tell'],
  erase: ['identify', 'search', 'erase', 'keep_token', 'tell'],
  destroy: ['identify', 'search', 'destroy', 'keep_token', 'tell'],
  withdraw: ['stop', 'tell_receivers', 'tell'],
  restrict: ['identify', 'restrict', 'tell'],
  object: ['stop', 'weigh', 'tell'],
  portability: ['identify', 'search', 'withhold_others', 'send'],
  automated_objection: ['identify', 'review', 'tell'],
};

/** One thing that happened to a request: when, and by whom. */
export type RequestEvent = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** Proof: what was sent, the form that was signed. */
  readonly evidence?: Evidence;
} & (
  | {
      readonly kind: 'stage';
      readonly stage: (typeof EVENT_STAGES)[number];
      /** Needed for `partly` and `rejected`. */
      readonly reason?: string;
    }
  | {
      readonly kind: 'extended';
      readonly until: Instant;
      /** The row that allows it. */
      readonly law: LawRef;
      readonly reason: string;
    }
  | { readonly kind: 'step'; readonly step: RequestStep }
);

/** Until when, and by which row of a law pack or of our own policy. */
export interface RequestClock {
  readonly at: Instant;
  readonly law: LawRef;
}
