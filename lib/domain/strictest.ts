import { contactability } from './contactability.ts';
import type { Channel, Purpose } from './enums.ts';
import { mayWrite } from './may-write.ts';
import type { Instant, PersonState } from './person.ts';

const ORDER = ['block', 'ask_first', 'notice', 'allow'] as const;

interface Question {
  readonly purpose: Purpose;
  readonly at: Instant;
  /** Left out: whichever they are known on. */
  readonly channel?: Channel;
}

/** Of each person who is known in several spaces the strictest copy, at the place of the first; of equal ones the first. */
export function strictestEach(states: readonly PersonState[], question: Question): readonly PersonState[] {
  const copies = new Map<string, PersonState[]>();
  for (const state of states) {
    const before = copies.get(state.person.id);
    if (before) before.push(state);
    else copies.set(state.person.id, [state]);
  }
  return [...copies.values()]
    .map((own) => (own.length === 1 ? own : own.toSorted((a, b) => rankOf(a, question) - rankOf(b, question))))
    .flatMap(([strictest]) => strictest ?? []);
}

function rankOf(state: PersonState, { purpose, channel, at }: Question): number {
  const answers = channel
    ? [contactability([state], { purpose, channel, at }).answer]
    : mayWrite(state, purpose, at).channels.map(({ answer }) => answer);
  return Math.min(...answers.map((answer) => ORDER.indexOf(answer)));
}
