import type { LawPackId, Purpose, SourceType, SubjectRole } from '../domain/enums.ts';
import type { Change } from '../domain/op.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Entry } from './entry.ts';
import type { Known, KnownPeople } from './known.ts';
import { nameForm } from './likeness/name.ts';
import { type Features, featuresOf, type Likeness, sameName } from './likeness/score.ts';
import { changesFor, newPerson } from './plan-changes.ts';
import { type ConsentPlan, consentFor } from './plan-consent.ts';

/** Asked once for a whole list: where it is from, of when, and what for. */
export interface ListOrigin {
  readonly source: SourceType;
  readonly detail?: string;
  readonly collectedAt: Instant;
  readonly purpose: Purpose;
  /** Of people whose row names none. */
  readonly role: SubjectRole;
}

export interface PlanContext extends ListOrigin {
  readonly space: string;
  readonly batch: string;
  readonly by: string;
  readonly now: Instant;
  readonly newId: () => string;
  readonly lawPacks: readonly LawPackId[];
  readonly region: string;
  readonly takeDoubtful: boolean;
  /** By line: what the user decided about a row that may be somebody who is already there. */
  readonly choices?: ReadonlyMap<number, Choice>;
}

export type RowStatus = 'new' | 'changed' | 'same' | 'doubtful' | 'bad';
export type Choice =
  | { readonly kind: 'join'; readonly ref: string }
  | { readonly kind: 'apart' }
  | { readonly kind: 'skip' };

/** Somebody whom a row may be about, and by what it is thought so. */
export interface Candidate {
  readonly ref: string;
  readonly name: string;
  readonly outlet?: string;
  readonly line?: number;
  readonly by: 'address' | Likeness;
}

export interface Planned {
  readonly status: RowStatus;
  readonly said: readonly Phrase[];
  /** Who it may be; asked even after the choice, so that it can be changed. */
  readonly candidates?: readonly Candidate[];
  /** Absent: this row changes nothing. */
  readonly write?: Write;
  /** Left out because the user said so. */
  readonly skipped?: boolean;
}

/** Whom a row is written to: somebody who is there already (`Known.code`), or somebody new. */
export interface Write {
  readonly owner?: number;
  /** Keys that belong to somebody else whom the user did not choose. */
  readonly notTheirs?: ReadonlySet<string>;
}

/**
 * What one row would do to the ledger. It only ever adds, and it never turns a refusal into a consent. The same address
 * leads to the same person; likeness alone asks, and joins nobody who was not chosen. `row`: its number in the list.
 */
export function planRow(row: number, line: number, entry: Entry, known: KnownPeople, context: PlanContext): Planned {
  if (entry.faults.length > 0) return { status: 'bad', said: [...entry.faults, ...entry.doubts, ...entry.remarks] };
  const keys = entry.points.map(({ key }) => key);
  const features = once(() => featuresOf(entry.name, entry.outlet, keys));
  const found = whoIsIt(entry, keys, features, known, context.choices?.get(line));
  const asked = found.candidates.length > 0 ? { candidates: found.candidates } : NOTHING;
  if (found.kind === 'fault') return { status: 'bad', said: [found.said], ...asked };
  if (found.kind === 'skip')
    return { status: 'doubtful', said: [{ key: 'import_said_skip' }], ...asked, skipped: true };

  const { owner, notTheirs } = found;
  const consent = claimOf(entry, owner, context);
  const doubts = all(found.doubts, entry.doubts, consent.doubts);
  const said = all(doubts, twinOf(owner), entry.remarks, consent.remarks);
  // Of somebody new there is always something to write: their name.
  if (owner && consent.changes.length === 0 && changesFor(entry, owner.state(), true, context, notTheirs).length === 0)
    return { status: doubts.length > 0 ? 'doubtful' : 'same', said, ...asked };
  const status = doubts.length > 0 ? 'doubtful' : owner ? 'changed' : 'new';
  if (status === 'doubtful' && !context.takeDoubtful) return { status, said, ...asked };
  if (owner) known.change(owner, row, entry, notTheirs);
  else known.add(row, entry, features());
  const to = owner ? { owner: owner.code, ...(notTheirs && notTheirs.size > 0 ? { notTheirs } : {}) } : NOTHING;
  return { status, said, ...asked, write: to };
}

/** Somebody new of whom the list claims nothing: nothing that the domain could refuse. Two rows in three of most lists. */
function claimOf(entry: Entry, owner: Known | undefined, context: PlanContext): ConsentPlan {
  if (owner === undefined && entry.state === undefined && entry.stop === undefined) return NO_CLAIM;
  return consentFor(entry, owner?.state() ?? newPerson(entry, context, ''), context, owner !== undefined);
}
const NO_CLAIM: ConsentPlan = { changes: [], doubts: [], remarks: [] };

/** All that a row writes. `before`: the person, as the rows before it leave them; new ones: `newPerson`. */
export const changesOf = (
  entry: Entry,
  before: PersonState,
  exists: boolean,
  context: PlanContext,
  notTheirs?: ReadonlySet<string>,
): readonly Change[] => [
  ...changesFor(entry, before, exists, context, notTheirs),
  ...consentFor(entry, before, context, exists).changes,
];

type Found =
  | { readonly kind: 'fault'; readonly said: Phrase; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'skip'; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'person';
      readonly owner?: Known;
      readonly doubts: readonly Phrase[];
      readonly candidates: readonly Candidate[];
      readonly notTheirs?: ReadonlySet<string>;
    };

const NONE: readonly never[] = [];
const NOTHING = {};
const NOBODY: Found = { kind: 'person', doubts: NONE, candidates: NONE };

function whoIsIt(
  entry: Entry,
  keys: readonly string[],
  features: () => Features,
  known: KnownPeople,
  choice: Choice | undefined,
): Found {
  const owners = known.owners(keys);
  const [owner] = owners;
  if (owners.length === 1 && owner && (owner.name === entry.name || namedAlike(owner.name, entry.name)))
    return { kind: 'person', owner, doubts: NONE, candidates: NONE };
  const alike = owner === undefined ? known.alike(features()) : NONE;
  if (owner === undefined && alike.length === 0) return NOBODY;

  const candidates =
    owner === undefined
      ? alike.map(({ known: one, why }) => candidateOf(one, why))
      : owners.map((one) => candidateOf(one, 'address'));
  if (choice?.kind === 'skip') return { kind: 'skip', candidates };
  const asked = owner === undefined ? alike.map((one) => one.known) : owners;
  const chosen = choice?.kind === 'join' ? asked.find(({ ref }) => ref === choice.ref) : undefined;
  if (chosen) {
    const notTheirs = new Set(keys.filter((key) => known.owners([key]).some(({ code }) => code !== chosen.code)));
    return { kind: 'person', owner: chosen, doubts: NONE, candidates, notTheirs };
  }
  if (owners.length > 1)
    return {
      kind: 'fault',
      said: { key: 'import_fault_two', params: { names: owners.map(({ name }) => name).join(' · ') } },
      candidates,
    };
  if (choice?.kind === 'apart') return { kind: 'person', doubts: NONE, candidates };
  if (owner)
    return {
      kind: 'person',
      owner,
      doubts: [{ key: 'import_doubt_other', params: { name: owner.name } }],
      candidates,
    };
  const name = candidates[0]?.name ?? '';
  return { kind: 'person', doubts: [{ key: 'import_doubt_alike', params: { name } }], candidates };
}

const namedAlike = (a: string, b: string): boolean => sameName(nameForm(a), nameForm(b)) >= 0.75;

const candidateOf = ({ ref, name, outlet, line }: Known, by: Candidate['by']): Candidate => ({
  ref,
  name,
  by,
  ...(outlet === undefined ? {} : { outlet }),
  ...(line === undefined ? {} : { line }),
});

const twinOf = (owner: Known | undefined): readonly Phrase[] =>
  owner?.line === undefined ? NONE : [{ key: 'import_remark_twin', params: { line: String(owner.line) } }];

/** One after another; the empty list is shared, since most rows have nothing to say. */
function all(...lists: readonly (readonly Phrase[])[]): readonly Phrase[] {
  const full = lists.filter((list) => list.length > 0);
  return full.length === 0 ? NONE : full.length === 1 ? (full[0] ?? NONE) : full.flat();
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
