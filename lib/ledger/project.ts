import { addressKey } from '../domain/address.ts';
import { datumKey } from '../domain/datum.ts';
import type { Op } from '../domain/op.ts';
import type { PersonState } from '../domain/person.ts';
import { type FoldedPerson, foldPerson } from '../domain/person-fold.ts';
import type { Release, Term } from '../domain/topic.ts';
import { foldRelease, foldTerm } from '../domain/topic-fold.ts';
import { type Books, type Key, stateName, topicName } from './context.ts';
import type { Space } from './space.ts';
import type { ErasedRow, StateRow, TopicRow } from './tables.ts';

/** Moves when the same ops come to another projection than before: those on disk are made anew at the next opening. */
export const FOLD = 4;

/** What the ops of one subject come to. `gone`: nothing is left to keep. */
export type Projection =
  | { readonly kind: 'state'; readonly key: Key; readonly tokens: readonly string[]; readonly value: FoldedPerson }
  | { readonly kind: 'topic'; readonly key: Key; readonly of: 'term' | 'release'; readonly value: Term | Release }
  | { readonly kind: 'gone'; readonly key: Key };

export async function project(
  { vault }: Books,
  key: Key,
  ops: readonly Op[],
  { undone, policy }: Space,
): Promise<Projection> {
  const [space, subject] = key;
  const person = foldPerson(subject, space, ops, undone);
  if (person) {
    const texts = tokenTexts(person.state, policy.region);
    const tokens = await Promise.all(texts.map((text) => vault.token(space, text)));
    return { kind: 'state', key, tokens: [...tokens, ...(person.tokens ?? [])].toSorted(), value: person };
  }
  const term = foldTerm(subject, ops, undone);
  if (term) return { kind: 'topic', key, of: 'term', value: term };
  const release = foldRelease(subject, ops, undone);
  return release ? { kind: 'topic', key, of: 'release', value: release } : { kind: 'gone', key };
}

/** What is put through HMAC to find all who asked for something. No address looks like it. */
export const ASKED = 'requests:';

/** Everything by which a draft may lead to this person, each once; and that they have a request. */
export function tokenTexts(
  { points, data, requests }: Pick<PersonState, 'points' | 'data'> & { readonly requests: readonly unknown[] },
  region: string,
): readonly string[] {
  const texts = [
    ...points.map(({ channel, address }) => addressKey(channel, address, region)),
    ...data.map(({ kind, value }) => datumKey(kind, value, region)),
    ...(requests.length > 0 ? [ASKED] : []),
  ];
  return [...new Set(texts)].filter((text) => text !== undefined);
}

export interface ProjectedRows {
  readonly states: readonly Omit<StateRow, 'rev'>[];
  readonly topics: readonly TopicRow[];
  readonly erased: readonly ErasedRow[];
  readonly gone: readonly Key[];
}

/** Sealed and ready to write: no encryption happens inside a transaction, which would end it. */
export async function sealProjections({ vault }: Books, projections: readonly Projection[]): Promise<ProjectedRows> {
  const states: Promise<Omit<StateRow, 'rev'>>[] = [];
  const topics: Promise<TopicRow>[] = [];
  const erased: ErasedRow[] = [];
  const gone: Key[] = [];
  for (const projection of projections) {
    const { key } = projection;
    const [space, subject] = key;
    if (projection.kind === 'gone') gone.push(key);
    if (projection.kind === 'state') {
      const { tokens, value } = projection;
      const since = value.state.suppressions[0]?.since ?? '';
      erased.push(...(value.tokens ?? []).map((token) => ({ space, token, subject, since })));
      states.push(vault.seal(value, stateName(key)).then((sealed) => ({ space, subject, tokens, sealed })));
    }
    if (projection.kind === 'topic') {
      const { of } = projection;
      topics.push(vault.seal(projection.value, topicName(key)).then((sealed) => ({ space, subject, of, sealed })));
    }
  }
  return { states: await Promise.all(states), topics: await Promise.all(topics), erased, gone };
}
