import type { Draft } from '../domain/draft.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { Facts } from '../rules/facts.ts';
import { callable, mayCall, nameWords } from '../rules/names.ts';
import { addressee, greetingFor } from '../rules/wrong-greeting.rule.ts';

/** Looked for only where the greeting does not fit: the list of names is read then, and no other time. */
export async function calledFacts(
  draft: Draft,
  facts: Facts,
  spaces: readonly SpaceId[],
  ledger: LedgerReader,
): Promise<readonly PersonState[]> {
  const to = addressee(facts);
  const named = nameWords(greetingFor(draft, facts)?.names.join(' ') ?? '');
  if (!to || named.length === 0 || named.some((word) => mayCall(word, callable(to)))) return [];
  return ledger.called(spaces, named.join(' '));
}
