import type { Draft } from '../domain/draft.ts';
import { CLASSES, type Classification } from '../domain/enums.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { RecipientFacts } from './facts.ts';
import { label, linesFor, subjectOf } from './who.ts';

/** How high a class stands; what is higher may be seen by fewer. */
export const rank = (level: Classification): number => CLASSES.indexOf(level);

/** Of each of these how high they are cleared, or that everybody would read it. */
export const clearanceLines = (
  { audience }: Pick<Draft, 'audience'>,
  low: readonly RecipientFacts[],
  level: Classification,
): readonly Phrase[] => {
  const class_word = `class_${level}`;
  if (audience === 'public') return [{ key: 'rule_secret-term_public', params: { class_word } }];
  return linesFor(low, (one) => ({
    key: one.people.length > 0 ? 'rule_secret-term_clearance' : 'rule_secret-term_unknown',
    params: {
      who: label(subjectOf(one)),
      class_word,
      clearance_word: `class_${one.people[0]?.person.clearance ?? 'public'}`,
    },
  }));
};
