import type { RequestType } from './enums.ts';
import { epoch } from './instant.ts';
import type { Instant, RightsRequest } from './person.ts';
import {
  isClosed,
  type RequestClock,
  type RequestEvent,
  type RequestStage,
  type RequestStep,
  STEPS,
} from './request.ts';

/** A request as it stands: all that its queue and its page show. */
export interface RequestFile {
  readonly id: string;
  readonly type: RequestType;
  readonly receivedAt: Instant;
  readonly stage: RequestStage;
  /** Due time in force, an extension counted; none for requests that were recorded without one. */
  readonly due?: RequestClock;
  readonly extensions: readonly Extract<RequestEvent, { kind: 'extended' }>[];
  readonly done: readonly Extract<RequestEvent, { kind: 'step' }>[];
  /** What is left of the type's list, in order. */
  readonly left: readonly RequestStep[];
  /** Closed: by which event, unless an old record said `done` alone. */
  readonly outcome?: Extract<RequestEvent, { kind: 'stage' }>;
  /** Oldest first, with those that came after the end. */
  readonly events: readonly RequestEvent[];
}

/*
 * A function of the set of events. An end closes wherever it lies among them; of several the earliest is the outcome. Of
 * two extensions the shorter holds, and so does the earlier opening.
 */
export function requestFile(request: RightsRequest): RequestFile {
  const events = inOrder(request.events ?? []);
  const extensions = events.filter((event) => event.kind === 'extended');
  const stages = events.filter((event) => event.kind !== 'step');
  const outcome = events.find((event) => event.kind === 'stage' && isClosed(event.stage));
  const last = stages.at(-1);
  const open: RequestStage = last === undefined ? 'received' : last.kind === 'extended' ? 'extended' : last.stage;
  const done = firstOfEach(events.filter((event) => event.kind === 'step'));
  const granted = extensions.toSorted((a, b) => epoch(a.until) - epoch(b.until))[0];
  const due = granted && request.due ? { at: granted.until, law: granted.law } : request.due;
  return {
    id: request.id,
    type: request.type,
    receivedAt: request.receivedAt,
    stage: outcome?.kind === 'stage' ? outcome.stage : request.state === 'done' ? 'fulfilled' : open,
    ...(due ? { due } : {}),
    extensions,
    done,
    left: STEPS[request.type].filter((step) => !done.some((one) => one.step === step)),
    ...(outcome?.kind === 'stage' ? { outcome } : {}),
    events,
  };
}

/** One opening under one id: the earlier receipt counts, and done is done. */
export function sameRequest(a: RightsRequest, b: RightsRequest): RightsRequest {
  const [first] = [a, b].toSorted(
    (x, y) => epoch(x.receivedAt) - epoch(y.receivedAt) || byCode(JSON.stringify(x), JSON.stringify(y)),
  );
  return { ...(first ?? a), state: a.state === 'done' || b.state === 'done' ? 'done' : 'open' };
}

/** The opening with what happened since; `state` says open or done to whoever asks no more. */
export function withEvents(request: RightsRequest, events: readonly RequestEvent[]): RightsRequest {
  if (events.length === 0) return request;
  const whole = { ...request, events: inOrder(events) };
  return { ...whole, state: isClosed(requestFile(whole).stage) ? 'done' : 'open' };
}

/** By time, then id, each id once: should two differ under one id, the one that closes stands. */
function inOrder(events: readonly RequestEvent[]): readonly RequestEvent[] {
  const byId = new Map<string, RequestEvent>();
  for (const event of events) {
    const other = byId.get(event.id);
    if (!other || rank(event) < rank(other)) byId.set(event.id, event);
  }
  return [...byId.values()].toSorted((a, b) => epoch(a.at) - epoch(b.at) || byCode(a.id, b.id));
}

const rank = (event: RequestEvent): string =>
  `${event.kind === 'stage' && isClosed(event.stage) ? 0 : 1}${JSON.stringify(event)}`;

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const firstOfEach = <T extends { readonly step: RequestStep }>(events: readonly T[]): readonly T[] =>
  events.filter((event, index) => events.findIndex(({ step }) => step === event.step) === index);
