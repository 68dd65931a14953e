import { findPhrases, indexPhrases, type PhraseIndex } from '../detect/phrases.ts';
import type { Draft } from '../domain/draft.ts';
import type { SpaceId } from '../domain/person.ts';
import type { Release, Term } from '../domain/topic.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { Facts } from '../rules/facts.ts';
import { placeIn, type Zone } from './zones.ts';

/** Builds an index again only when the list holds other items; the ledger hands out the same items until they change. */
function remembered<T extends { readonly phrases: readonly string[] }>(): (items: readonly T[]) => PhraseIndex<T> {
  let last: { readonly items: readonly T[]; readonly index: PhraseIndex<T> } | undefined;
  return (items) => {
    const same = last?.items.length === items.length && last.items.every((item, at) => item === items[at]);
    if (!last || !same) last = { items, index: indexPhrases(items.map((ref) => ({ phrases: ref.phrases, ref }))) };
    return last.index;
  };
}
const termIndex = remembered<Term>();
const releaseIndex = remembered<Release>();

/** Which of the ledger's terms and releases stand where; a campaign's release counts without its words. */
export async function topicFacts(
  draft: Draft,
  zones: readonly Zone[],
  spaces: readonly SpaceId[],
  ledger: LedgerReader,
): Promise<Pick<Facts, 'terms' | 'releases'>> {
  const [terms, releases] = await Promise.all([ledger.terms(spaces), ledger.releases(spaces)]);
  const hits = <T>(index: PhraseIndex<T>) =>
    zones.flatMap((zone) =>
      phrasesOf(index, zone).map(({ ref, start, end }) => ({ ref, place: placeIn(zone, start, end) })),
    );
  return {
    terms: hits(termIndex(terms)).map(({ ref, place }) => ({ term: ref, place })),
    releases: [
      ...hits(releaseIndex(releases)).map(({ ref, place }) => ({ release: ref, place })),
      ...releases.filter(({ id }) => id === draft.release).map((release) => ({ release })),
    ],
  };
}

/** A file may be long, and stays the same while somebody writes: it is searched once by each index. */
function phrasesOf<T>(index: PhraseIndex<T>, { text, of }: Zone): ReturnType<typeof findPhrases<T>> {
  if (of === undefined) return findPhrases(index, text);
  const kept = (searched.get(index) as Searched<T> | undefined) ?? new WeakMap();
  searched.set(index, kept);
  const known = kept.get(of) ?? findPhrases(index, text);
  kept.set(of, known);
  return known;
}
type Searched<T> = WeakMap<object, ReturnType<typeof findPhrases<T>>>;
const searched = new WeakMap<object, Searched<unknown>>();
