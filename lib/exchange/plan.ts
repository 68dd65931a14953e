import type { LawPackId, Purpose, SourceType, SubjectRole } from '../domain/enums.ts';
import type { Change } from '../domain/op.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Entry } from './entry.ts';
import type { Known, KnownPeople, Newcomer } from './known.ts';
import { nameForm } from './likeness/name.ts';
import { featuresOf, type Likeness, sameName } from './likeness/score.ts';
import { applied, changesFor, newPerson } from './plan-changes.ts';
import { consentFor } from './plan-consent.ts';

/** Asked once for a whole list: where it is from, of when, and what for. */
interface ListOrigin {
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
  /** The plan is looked at and not written: what a row would write is not kept. */
  readonly dry?: boolean;
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
  readonly write?: { readonly subject: string; readonly changes: readonly Change[] };
  /** Left out because the user said so. */
  readonly skipped?: boolean;
}

/**
 * What one row would do to the ledger. It only ever adds, and it never turns a refusal into a consent. The same address
 * leads to the same person; likeness alone asks, and joins nobody who was not chosen.
 */
export function planRow(entry: Entry, line: number, known: KnownPeople, context: PlanContext): Planned {
  if (entry.faults.length > 0) return { status: 'bad', said: [...entry.faults, ...entry.doubts, ...entry.remarks] };
  const keys = entry.points.map(({ key }) => key);
  const features = featuresOf(entry.name, entry.outlet, keys);
  const found = whoIsIt(entry, keys, features, known, context.choices?.get(line));
  const asked = found.candidates.length > 0 ? { candidates: found.candidates } : NOTHING;
  if (found.kind === 'fault') return { status: 'bad', said: [found.said], ...asked };
  if (found.kind === 'skip')
    return { status: 'doubtful', said: [{ key: 'import_said_skip' }], ...asked, skipped: true };

  const { owner } = found;
  if (context.dry && owner === undefined && entry.state === undefined && entry.stop === undefined)
    return lookedAt(entry, line, found, asked, features, known, context);
  const before = owner?.state() ?? newPerson(entry, context);
  const consent = consentFor(entry, before, context, owner !== undefined);
  const changes = [...changesFor(entry, before, owner !== undefined, context, found.notTheirs), ...consent.changes];
  const doubts = all(found.doubts, entry.doubts, consent.doubts);
  const said = all(doubts, twinOf(owner), entry.remarks, consent.remarks);
  if (changes.length === 0) return { status: doubts.length > 0 ? 'doubtful' : 'same', said, ...asked };
  const status = doubts.length > 0 ? 'doubtful' : owner ? 'changed' : 'new';
  if (status === 'doubtful' && !context.takeDoubtful) return { status, said, ...asked };
  const subject = before.person.id;
  if (owner) known.change({ ...owner, state: once(() => applied(before, changes)) }, keys);
  else known.add({ line, entry, subject, ...(context.dry ? {} : { changes }) }, features);
  return { status, said, ...asked, write: { subject, changes } };
}

/**
 * Somebody new of whom the list claims nothing, in a plan that is only looked at: there is always something to write and
 * nothing that the domain could refuse, so nothing is made. Two rows in three of most lists.
 */
function lookedAt(
  entry: Entry,
  line: number,
  found: Extract<Found, { kind: 'person' }>,
  asked: Pick<Planned, 'candidates'>,
  features: ReturnType<typeof featuresOf>,
  known: KnownPeople,
  context: PlanContext,
): Planned {
  const doubts = all(found.doubts, entry.doubts);
  const said = all(doubts, entry.remarks);
  if (doubts.length > 0 && !context.takeDoubtful) return { status: 'doubtful', said, ...asked };
  const subject = `looked at ${line}`;
  known.add({ line, entry, subject }, features);
  return { status: doubts.length > 0 ? 'doubtful' : 'new', said, ...asked, write: { subject, changes: NONE } };
}

/** The person whom a row brought: as it was written, or, in a plan that is only looked at, as it would be. */
export function broughtBy({ entry, subject, changes }: Newcomer, context: PlanContext): PersonState {
  const before = newPerson(entry, context, subject);
  return applied(
    before,
    changes ?? [...changesFor(entry, before, false, context), ...consentFor(entry, before, context, false).changes],
  );
}

type Found =
  | { readonly kind: 'fault'; readonly said: Phrase; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'skip'; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'person';
      readonly owner?: Known;
      readonly doubts: readonly Phrase[];
      readonly candidates: readonly Candidate[];
      /** Keys that belong to somebody else whom the user did not choose. */
      readonly notTheirs?: ReadonlySet<string>;
    };

const NONE: readonly never[] = [];
const NOTHING = {};
const NOBODY: Found = { kind: 'person', doubts: NONE, candidates: NONE };

function whoIsIt(
  entry: Entry,
  keys: readonly string[],
  features: ReturnType<typeof featuresOf>,
  known: KnownPeople,
  choice: Choice | undefined,
): Found {
  const owners = known.owners(keys);
  const [owner] = owners;
  if (owners.length === 1 && owner && (owner.name === entry.name || namedAlike(owner.name, entry.name)))
    return { kind: 'person', owner, doubts: NONE, candidates: NONE };
  const alike = owner === undefined ? known.alike(features) : NONE;
  if (owner === undefined && alike.length === 0) return NOBODY;

  const candidates =
    owner === undefined
      ? alike.map(({ known: one, why }) => candidateOf(one, why))
      : owners.map((one) => candidateOf(one, 'address'));
  if (choice?.kind === 'skip') return { kind: 'skip', candidates };
  const chosen = choice?.kind === 'join' ? known.byRef(choice.ref) : undefined;
  if (chosen && candidates.some(({ ref }) => ref === chosen.ref)) {
    const others = owners.filter(({ ref }) => ref !== chosen.ref);
    const notTheirs = new Set(keys.filter((key) => known.owners([key]).some((one) => others.includes(one))));
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
