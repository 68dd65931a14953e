import { epoch } from './instant.ts';
import type { Instant } from './person.ts';
import { never } from './result.ts';
import type { ReleaseFields } from './topic.ts';

export const APPROVAL_STEPS = ['asked', 'approved', 'returned'] as const;
export type ApprovalStepKind = (typeof APPROVAL_STEPS)[number];
export type ApprovalState = 'draft' | ApprovalStepKind;

/** One immutable step of the way of a release: who, when, and which wording of it they had before them. */
export interface ApprovalStep {
  readonly id: string;
  readonly step: ApprovalStepKind;
  readonly by: string;
  readonly at: Instant;
  /** `revisionOf` the release that was seen. A step about an older wording says nothing of the newer. */
  readonly revision: string;
  /** Asked: of whom. */
  readonly of?: string;
  readonly note?: string;
}

export interface Approval {
  readonly state: ApprovalState;
  /** Steps about the wording of now, in the order of time. */
  readonly steps: readonly ApprovalStep[];
}

/** Which step may be taken next; what is not listed is refused where it is recorded, and counts for nothing where it is merged. */
export const NEXT_STEPS: Readonly<Record<ApprovalState, readonly ApprovalStepKind[]>> = {
  draft: ['asked'],
  asked: ['approved', 'returned'],
  approved: ['returned'],
  returned: ['asked'],
};

/**
 * Where a release stands. Steps are a set, read by (at, id): order of arrival and duplicates cannot matter. Of an approval
 * and a return that did not know of each other the return holds, in whichever order their clocks put them.
 */
export function approvalOf(steps: readonly ApprovalStep[], revision: string): Approval {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const own = [...byId.values()]
    .filter((step) => step.revision === revision)
    .toSorted((a, b) => epoch(a.at) - epoch(b.at) || (a.id < b.id ? -1 : 1));
  const state = own.reduce(after, 'draft' as ApprovalState);
  return { state, steps: own };
}

function after(state: ApprovalState, { step }: ApprovalStep): ApprovalState {
  switch (step) {
    case 'asked':
      return NEXT_STEPS[state].includes('asked') ? 'asked' : state;
    case 'approved':
      return NEXT_STEPS[state].includes('approved') ? 'approved' : state;
    // A return whose question has not arrived is a return.
    case 'returned':
      return 'returned';
    default:
      return never(step);
  }
}

/**
 * Names a wording: what is approved is a title, phrases, a moment, a class and a lane; who works on it may change. A mark
 * to tell wordings apart, not a proof: whoever could forge one could approve as well.
 */
export function revisionOf({ title, phrases, liftsAt, zone, class: own, lane }: ReleaseFields): string {
  const text = JSON.stringify([title, phrases, liftsAt, zone, own ?? null, lane ?? 'ordinary']);
  return [0x811c9dc5, 0x01000193].map((seed) => mark(text, seed)).join('');
}

/** FNV-1a over UTF-16 code units with a mixed end: 8 hex digits. */
function mark(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
