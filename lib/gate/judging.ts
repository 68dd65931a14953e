import type { Summary } from '../bus/messages.ts';
import type { Draft } from '../domain/draft.ts';
import { holds } from '../domain/verdict.ts';
import type { Desk, Reading } from './desk.ts';
import { isWaiting } from './files/files.ts';
import { lighten, remember, type Told } from './files/light.ts';
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

/** False: a team has to be asked for the newest before this message goes. */
export const isFresh = ({ freshUntil }: Summary): boolean => freshUntil === undefined || Date.now() < freshUntil;

export function createJudging({ ask, signal }: Pick<GateOptions, 'ask' | 'signal'>): Judging {
  let revision = 0;
  const told: Told = new Set();
  const isCurrent = (summary: Summary): boolean => summary.revision >= revision && Date.now() < summary.validUntil;
  const known: Judging['known'] = (desk, { draft, digest }) => {
    const verdict = desk.verdicts.get(kindOf(draft));
    return verdict?.digest === digest && isCurrent(verdict.summary) ? verdict.summary : undefined;
  };

  const asked = (draft: Reading['draft']): ReturnType<typeof ask<'judge'>> => {
    const late = { ok: false, error: { kind: 'unreachable', message: 'late' } } as const;
    return within(ANSWER_WITHIN, ask('judge', { draft: lighten(draft, told) }), late, signal);
  };

  async function request(desk: Desk, { draft, digest }: Reading): Promise<Summary | undefined> {
    let answer = await asked(draft);
    if (answer.ok && answer.value.missing) {
      told.clear();
      answer = await asked(draft);
    }
    if (!answer.ok || answer.value.missing) return undefined;
    remember(told, draft);
    revision = Math.max(revision, answer.value.revision);
    desk.judged = { digest, summary: answer.value };
    desk.verdicts.set(kindOf(draft), desk.judged);
    return answer.value;
  }

  return {
    known,
    judge: async (desk, reading) => {
      const summary = known(desk, reading);
      if (summary && isFresh(summary)) {
        desk.judged = { digest: reading.digest, summary };
        return summary;
      }
      const asked = desk.judging.get(reading.digest);
      if (asked) return asked;
      const done = request(desk, reading).finally(() => desk.judging.delete(reading.digest));
      desk.judging.set(reading.digest, done);
      return done;
    },
    changed: (to) => {
      revision = Math.max(revision, to);
    },
  };
}

const kindOf = ({ content, scheduling }: Draft): string => `${content ?? ''}${scheduling ? ' scheduling' : ''}`;

/** Below T2 and everybody read whom it goes to: the only state in which a message goes untouched. */
export const isClear = (summary: Summary | undefined, { draft }: Reading): boolean =>
  summary !== undefined &&
  !holds(summary.tier) &&
  !draft.unreadable.includes('recipients') &&
  !isWaiting(draft) &&
  !(draft.channel !== 'email' && draft.unreadable.includes('identity'));
