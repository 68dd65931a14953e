import type { Summary } from '../bus/messages.ts';
import { holds } from '../domain/verdict.ts';
import type { Desk, Reading } from './desk.ts';
import type { GateOptions } from './options.ts';
import { within } from './timers.ts';

const ANSWER_WITHIN = 5_000;

export interface Judging {
  /** The summary that stands for this reading, if one is known and current. */
  readonly known: (desk: Desk, reading: Reading) => Summary | undefined;
  /** Asks unless it is known. Undefined: nobody could tell. */
  readonly judge: (desk: Desk, reading: Reading) => Promise<Summary | undefined>;
  readonly changed: (revision: number) => void;
}

export function createJudging({ ask, signal }: Pick<GateOptions, 'ask' | 'signal'>): Judging {
  let revision = 0;
  const isCurrent = (summary: Summary): boolean => summary.revision >= revision && Date.now() < summary.validUntil;
  const known: Judging['known'] = (desk, reading) =>
    desk.judged?.digest === reading.digest && isCurrent(desk.judged.summary) ? desk.judged.summary : undefined;

  async function request(desk: Desk, reading: Reading): Promise<Summary | undefined> {
    const late = { ok: false, error: { kind: 'unreachable', message: 'late' } } as const;
    const answer = await within(ANSWER_WITHIN, ask('judge', { draft: reading.draft }), late, signal);
    if (!answer.ok) return undefined;
    revision = Math.max(revision, answer.value.revision);
    desk.judged = { digest: reading.digest, summary: answer.value };
    return answer.value;
  }

  return {
    known,
    judge: async (desk, reading) => {
      const summary = known(desk, reading);
      if (summary) return summary;
      if (desk.judging?.digest === reading.digest) return desk.judging.done;
      const done = request(desk, reading).finally(() => {
        if (desk.judging?.done === done) desk.judging = undefined;
      });
      desk.judging = { digest: reading.digest, done };
      return done;
    },
    changed: (to) => {
      revision = Math.max(revision, to);
    },
  };
}

/** Below T2 and every recipient read: the only state in which a message goes untouched. */
export const isClear = (summary: Summary | undefined, reading: Reading): boolean =>
  summary !== undefined && !holds(summary.tier) && !reading.draft.unreadable.includes('recipients');
