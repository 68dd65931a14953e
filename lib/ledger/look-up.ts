import type { SpaceId } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import { type Books, type Key, keyText, openState } from './context.ts';
import type { Moved } from './moved.ts';
import { tokenTexts } from './project.ts';
import { foldPacked, indexFor, packedIn, pagesAt, peopleFor, placesIn, type Wanted } from './shelf.ts';
import { type PageRow, type RunRow, revisionOf, type StateRow } from './tables.ts';

/** A text as it is compared, in a space. */
export interface Asked {
  readonly space: SpaceId;
  readonly text: string;
}

export interface Question {
  readonly asked: ReadonlyMap<string, Asked>;
  /** What the spaces were when they were last looked at. */
  readonly regions: ReadonlyMap<SpaceId, string>;
  readonly runs: readonly RunRow[];
  /** Batches that were taken back, by space, at a revision. */
  readonly undone: (revision: number) => Promise<ReadonlyMap<SpaceId, ReadonlySet<string>>>;
  /** Goes no further where the ledger is not at this revision any more; undefined: goes on. */
  readonly known: number | undefined;
}

/** Key of what was asked → whom it leads to, as the ledger was at this revision or a moment before. No people: it had moved. */
export interface Led {
  readonly revision: number;
  readonly people?: ReadonlyMap<string, readonly FoldedPerson[]>;
}

interface InRun extends Wanted {
  readonly run: RunRow;
}

/**
 * What this costs are its requests to the database, a tenth of a millisecond each, and its transactions, each a way there
 * and back: one reads the index, one the people and the rows that tokens lead to, and one the rows of those who may be in
 * both.
 */
export async function lookUp(books: Books, moved: Moved, question: Question): Promise<Led> {
  const { asked, regions, runs, known } = question;
  const isOver = (revision: number): boolean => known !== undefined && revision !== known;
  const index = runs.flatMap((run) => inRun(run, indexFor(run, numbersFor(books, run, asked))));
  const [byToken, led] = await Promise.all([
    byTokenOf(books, asked),
    index.length > 0 ? readIndex(books, index) : undefined,
  ]);
  if (led && isOver(led.revision)) return { revision: led.revision };
  const places = await opened(index, led?.pages, async (row, { run, asked: numbers }) =>
    (await placesIn(books, row, numbers)).flatMap(([, own]) => own.map((place) => ({ run, place }))),
  );
  const wanted = runs.flatMap((run) => {
    const own = places.flatMap((one) => (one.run === run ? [one.place] : []));
    return inRun(run, peopleFor(run, own));
  });
  const { revision, pages, rows } = await readPeople(books, moved, wanted, [...byToken.keys()]);
  if (!led && isOver(revision)) return { revision };
  const packed = await opened(wanted, pages, (row, one) => packedIn(books, one.run, row, one.asked));
  const unsure = packed.map(({ key }) => key).filter((key) => !rows.has(keyText(key)) && moved.mayHave(key));
  const beside = unsure.length > 0 ? await readBeside(books, unsure) : { revision, keys: new Set<string>() };
  // What was undone meanwhile counts no more.
  const undone = await question.undone(beside.revision);
  const people = new Map<string, FoldedPerson[]>([...asked.keys()].map((key) => [key, []]));
  for (const one of packed) {
    const [id] = one.key;
    const [key, region, without] = [keyText(one.key), regions.get(id), undone.get(id)];
    if (region === undefined || without === undefined || rows.has(key) || beside.keys.has(key)) continue;
    const folded = foldPacked(one, without);
    // The pages may lead to more, of what they had before.
    if (folded) for (const text of tokenTexts(folded.state, region)) people.get(keyText([id, text]))?.push(folded);
  }
  const inRows = [...rows.values()].map(async (row) => ({ row, folded: await openState(books, row) }));
  for (const { row, folded } of await Promise.all(inRows))
    if (folded) for (const token of new Set(row.tokens)) people.get(byToken.get(token) ?? '')?.push(folded);
  return { revision: beside.revision, people };
}

const readIndex = ({ db }: Books, wanted: readonly InRun[]) =>
  db.transaction('r', [db.meta, db.runs, db.pages], async () => {
    const [revision, pages] = await Promise.all([revisionOf(db), pagesAt(db, wanted)]);
    return { revision, pages };
  });

/** Pages no later than rows: what moves from one to the other moves in that direction. */
const readPeople = ({ db }: Books, moved: Moved, wanted: readonly InRun[], tokens: readonly string[]) =>
  db.transaction('r', [db.meta, db.runs, db.pages, db.states], async () => {
    const now = revisionOf(db);
    const [revision, pages] = await Promise.all([now, pagesAt(db, wanted), moved.refresh(db, now)]);
    const led = tokens.filter(moved.mayLead).map((token) => db.states.where('tokens').equals(token).toArray());
    const rows = (await Promise.all(led)).flat();
    return {
      revision,
      pages,
      rows: new Map(rows.map((row): [string, StateRow] => [keyText([row.space, row.subject]), row])),
    };
  });

const readBeside = ({ db }: Books, keys: readonly Key[]) =>
  db.transaction('r', [db.meta, db.states], async () => {
    const [revision, rows] = await Promise.all([
      revisionOf(db),
      db.states.bulkGet(keys.map(([id, subject]): [string, string] => [id, subject])),
    ]);
    return { revision, keys: new Set(keys.filter((_, at) => rows[at] !== undefined).map(keyText)) };
  });

/** Token → key of what was asked. */
async function byTokenOf({ vault }: Books, asked: ReadonlyMap<string, Asked>): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(
      [...asked].map(
        async ([key, { space, text }]): Promise<[string, string]> => [await vault.token(space, text), key],
      ),
    ),
  );
}

const numbersFor = ({ vault }: Books, run: RunRow, asked: ReadonlyMap<string, Asked>): readonly number[] =>
  [...asked.values()].flatMap(({ space, text }) => (space === run.space ? [vault.number(space, text)] : []));

const inRun = (run: RunRow, wanted: readonly Wanted[]): readonly InRun[] => wanted.map((one) => ({ ...one, run }));

/** What of the pages that were read is opened; those of a run that is gone are none. */
async function opened<T>(
  wanted: readonly InRun[],
  pages: readonly (PageRow | undefined)[] = [],
  open: (row: PageRow, one: InRun) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const each = wanted.map((one, at) => {
    const row = pages[at];
    return row ? open(row, one) : [];
  });
  return (await Promise.all(each)).flat();
}
