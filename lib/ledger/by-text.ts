import type { PersonState, SpaceId } from '../domain/person.ts';
import { type Books, type Key, keyText, openState } from './context.ts';
import { movedOf } from './moved.ts';
import { tokenTexts } from './project.ts';
import { foldPacked, indexFor, packedIn, pagesAt, peopleFor, placesIn, runsOf, type Wanted } from './shelf.ts';
import { type Remembered, rememberedByRevision, type Space } from './space.ts';
import { type PageRow, type RunRow, revisionOf } from './tables.ts';

export interface Found {
  readonly state: PersonState;
  readonly removed: boolean;
  /** Which of the texts lead to this person, by their index. */
  readonly at: readonly number[];
}

/** Whom these texts lead to, in any of the spaces: addresses or identifiers as they are compared in a space's region. */
export type ByText = (
  spaces: readonly SpaceId[],
  textsIn: (region: string) => readonly (string | undefined)[],
) => Promise<readonly Found[]>;

/** A text in a space, and which of the question's it is. */
interface Asked {
  readonly space: SpaceId;
  readonly text: string;
  readonly at: number[];
}

interface InRun extends Wanted {
  readonly run: RunRow;
}

/** So often it begins anew because the ledger had moved; after that it goes on with what was just read. */
const TURNS = 3;

/**
 * What a look costs is its requests to the database, a tenth of a millisecond each, and its transactions, each a way there
 * and back. So what the ledger was when it was last looked at is taken for true, and the first transaction says whether it
 * is: one reads the index, one the people and the rows that tokens lead to, and one the rows of those who may be in both.
 */
export function byTextOf(books: Books, space: Remembered<Space>): ByText {
  const { db } = books;
  const runsIn = rememberedByRevision(books, (id) => runsOf(books, id));
  const moved = movedOf();

  const readIndex = (wanted: readonly InRun[]) =>
    db.transaction('r', [db.meta, db.runs, db.pages], async () => {
      const [revision, pages] = await Promise.all([revisionOf(db), pagesAt(db, wanted)]);
      return { revision, pages };
    });

  /** Pages no later than rows: what moves from one to the other moves in that direction. */
  const readPeople = (wanted: readonly InRun[], tokens: readonly string[]) =>
    db.transaction('r', [db.meta, db.runs, db.pages, db.states], async () => {
      const [revision, pages] = await Promise.all([revisionOf(db), pagesAt(db, wanted), moved.refresh(db)]);
      const led = tokens.filter(moved.mayLead).map((token) => db.states.where('tokens').equals(token).toArray());
      const rows = (await Promise.all(led)).flat();
      return { revision, pages, rows: new Map(rows.map((row) => [keyText([row.space, row.subject]), row])) };
    });

  const readBeside = (keys: readonly Key[]) =>
    db.transaction('r', [db.meta, db.states], async () => {
      const [revision, rows] = await Promise.all([
        revisionOf(db),
        db.states.bulkGet(keys.map(([id, subject]): [string, string] => [id, subject])),
      ]);
      return { revision, keys: new Set(keys.filter((_, at) => rows[at] !== undefined).map(keyText)) };
    });

  /** A number: the ledger is at this revision, and not at the one that was given. */
  async function look(
    ids: readonly SpaceId[],
    textsIn: Parameters<ByText>[1],
    known: number,
    last: boolean,
  ): Promise<readonly Found[] | number> {
    const [spaces, runs] = await Promise.all([
      Promise.all(ids.map((id) => space.at(known, id))),
      Promise.all(ids.map((id) => runsIn.at(known, id))).then((each) => each.flat()),
    ]);
    const regions = new Map(ids.map((id, at) => [id, spaces[at]?.policy.region ?? '']));
    const asked = askedIn(regions, textsIn);
    const index = runs.flatMap((run) => inRun(run, indexFor(run, numbersFor(books, run, asked))));
    const [byToken, led] = await Promise.all([
      byTokenOf(books, asked),
      index.length > 0 ? readIndex(index) : undefined,
    ]);
    if (led && led.revision !== known && !last) return led.revision;
    const places = await opened(index, led?.pages, async (row, { run, asked: numbers }) =>
      (await placesIn(books, row, numbers)).flatMap(([, own]) => own.map((place) => ({ run, place }))),
    );
    const wanted = runs.flatMap((run) => {
      const own = places.flatMap((one) => (one.run === run ? [one.place] : []));
      return inRun(run, peopleFor(run, own));
    });
    const { revision, pages, rows } = await readPeople(wanted, [...byToken.keys()]);
    if (!led && revision !== known && !last) return revision;
    const packed = await opened(wanted, pages, (row, one) => packedIn(books, one.run, row, one.asked));
    const unsure = packed.map(({ key }) => key).filter((key) => !rows.has(keyText(key)) && moved.mayHave(key));
    const beside = unsure.length > 0 ? await readBeside(unsure) : { revision, keys: new Set<string>() };
    // What was undone meanwhile counts no more.
    const undone = new Map(
      await Promise.all(ids.map(async (id) => [id, (await space.at(beside.revision, id)).undone] as const)),
    );
    const inPages = packed.flatMap((one) => {
      const [id] = one.key;
      const [key, region, without] = [keyText(one.key), regions.get(id), undone.get(id)];
      if (region === undefined || without === undefined || rows.has(key) || beside.keys.has(key)) return [];
      const folded = foldPacked(one, without);
      // The pages may lead to more, of what they had before.
      const texts = folded ? tokenTexts(folded.state, region) : [];
      return folded
        ? [
            foundBy(
              folded,
              texts.map((text) => asked.get(keyText([id, text]))),
            ),
          ]
        : [];
    });
    const inRows = [...rows.values()].map(async (row): Promise<readonly Found[]> => {
      const folded = await openState(books, row);
      return folded
        ? [
            foundBy(
              folded,
              row.tokens.map((token) => byToken.get(token)),
            ),
          ]
        : [];
    });
    return [...inPages, ...(await Promise.all(inRows)).flat()];
  }

  return async (ids, textsIn) => {
    let known = space.latest() < 0 ? await revisionOf(db) : space.latest();
    for (let turn = 1; ; turn += 1) {
      const answer = await look(ids, textsIn, known, turn === TURNS);
      // Whoever comes first does not hang on where they lie.
      if (typeof answer !== 'number') return answer.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
      known = answer;
    }
  };
}

/** Of one person in several spaces the personal one comes first. */
const placeOf = ({ state: { person } }: Found): string => keyText([person.id, person.space]);

function askedIn(regions: ReadonlyMap<SpaceId, string>, textsIn: Parameters<ByText>[1]): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const [space, region] of regions)
    for (const [at, text] of textsIn(region).entries()) {
      if (text === undefined) continue;
      const key = keyText([space, text]);
      const before = asked.get(key);
      if (before) before.at.push(at);
      else asked.set(key, { space, text, at: [at] });
    }
  return asked;
}

async function byTokenOf({ vault }: Books, asked: ReadonlyMap<string, Asked>): Promise<ReadonlyMap<string, Asked>> {
  const all = [...asked.values()];
  const tokens = await Promise.all(all.map(({ space, text }) => vault.token(space, text)));
  return new Map(all.flatMap((one, at): [string, Asked][] => [[tokens[at] ?? '', one]]));
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

const foundBy = (
  { state, removed }: { readonly state: PersonState; readonly removed: boolean },
  asked: readonly (Asked | undefined)[],
): Found => ({ state, removed, at: [...new Set(asked.flatMap((one) => one?.at ?? []))] });
