import type { Op } from '../domain/op.ts';
import { foldPerson } from '../domain/person-fold.ts';
import { gather } from './commit.ts';
import { type Books, groupBySubject, keysOf } from './context.ts';

/**
 * One subject of a copy beside this ledger. `new`: nothing is known of it here. `changed`: the copy knows more.
 * `conflict`: each knows something that the other does not; both are kept, and the stricter holds. `erased-here`: it
 * stays erased. `erased-there`: it was erased after this ledger last heard of it.
 */
export interface Comparison {
  readonly space: string;
  readonly subject: string;
  readonly of: Op['of'];
  readonly is: 'new' | 'same' | 'changed' | 'conflict' | 'erased-here' | 'erased-there';
  /** Of a person, as the copy has it. */
  readonly name?: string;
}

/** All ops that the copy has of these subjects must be among them. */
export async function compareOps(books: Books, ops: readonly Op[]): Promise<readonly Comparison[]> {
  const here = await gather(books, keysOf(ops));
  return [...groupBySubject(ops)].flatMap(([text, there]) => {
    const [first] = there;
    if (!first) return [];
    const { space, subject, of } = first;
    const name = of === 'person' ? foldPerson(subject, space, there)?.state.person.name : undefined;
    const is = relation(here.get(text)?.ops ?? [], there);
    return [{ space, subject, of, is, ...(name ? { name } : {}) }];
  });
}

function relation(here: readonly Op[], there: readonly Op[]): Comparison['is'] {
  if (here.length === 0) return 'new';
  const [mine, theirs] = [new Set(here.map(({ id }) => id)), new Set(there.map(({ id }) => id))];
  const more = there.some(({ id }) => !mine.has(id));
  if (more && here.some(isErasure)) return 'erased-here';
  if (more && there.some(isErasure)) return 'erased-there';
  if (!more) return 'same';
  return here.some(({ id }) => !theirs.has(id)) ? 'conflict' : 'changed';
}

const isErasure = ({ changes }: Op): boolean => changes.some(({ kind }) => kind === 'erased');
