import type { PersonState, SpaceId } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import { type Books, keyText } from './context.ts';
import { type Asked, lookUp } from './look-up.ts';
import { movedOf } from './moved.ts';
import { runsOf } from './shelf.ts';
import { type Remembered, rememberedByRevision, type Space } from './space.ts';
import { revisionOf } from './tables.ts';

export interface Found {
  readonly state: PersonState;
  readonly removed: boolean;
  /** Which of the texts lead to this person, by their index. */
  readonly at: readonly number[];
}

export interface ByText {
  /** Whom these texts lead to, in any of the spaces: addresses or identifiers as they are compared in a space's region. */
  readonly find: (spaces: readonly SpaceId[], textsIn: TextsIn) => Promise<readonly Found[]>;
  /** Nothing of anybody is remembered from here on. */
  readonly forget: () => void;
}

type TextsIn = (region: string) => readonly (string | undefined)[];

/** A text in a space, and which of the question's it is. */
interface Question extends Asked {
  readonly at: number[];
}

type Answers = Map<string, readonly FoldedPerson[]>;

/** So often it begins anew because the ledger had moved; after that it goes on with what was just read. */
const TURNS = 3;
/** Texts whose people are remembered: who is written to now, with a message or two before it. */
const MOST_ANSWERS = 2_000;
/** What leads to more people than this is no address. */
const MOST_OF_ONE = 20;

/**
 * What the ledger was when it was last looked at is taken for true, and the first transaction says whether it is. A draft is
 * judged at every pause of the hand that writes it, and once more when its warning opens: the same recipients are answered
 * from memory while the ledger's revision stands.
 */
export function byTextOf(books: Books, space: Remembered<Space>): ByText {
  const { db } = books;
  const runsIn = rememberedByRevision(books, (id) => runsOf(books, id));
  const moved = movedOf();
  let held: { readonly revision: number; readonly answers: Answers } = { revision: -1, answers: new Map() };

  function answersAt(revision: number): Answers {
    if (held.revision !== revision || held.answers.size > MOST_ANSWERS) held = { revision, answers: new Map() };
    return held.answers;
  }

  /** A number: the ledger is at this revision, and not at the one that was given. */
  async function look(
    ids: readonly SpaceId[],
    textsIn: TextsIn,
    known: number,
    last: boolean,
  ): Promise<readonly Found[] | number> {
    const [spaces, runs] = await Promise.all([
      Promise.all(ids.map((id) => space.at(known, id))),
      Promise.all(ids.map((id) => runsIn.at(known, id))).then((each) => each.flat()),
    ]);
    const regions = new Map(ids.map((id, at) => [id, spaces[at]?.policy.region ?? '']));
    const asked = askedIn(regions, textsIn);
    const answers = last ? new Map<string, readonly FoldedPerson[]>() : answersAt(known);
    const open = new Map([...asked].filter(([key]) => !answers.has(key)));
    if (open.size === 0) {
      const now = await revisionOf(db);
      return now === known || last ? foundIn(asked, answers) : now;
    }
    const undone = async (revision: number) =>
      new Map(await Promise.all(ids.map(async (id) => [id, (await space.at(revision, id)).undone] as const)));
    const led = await lookUp(books, moved, { asked: open, regions, runs, undone, known: last ? undefined : known });
    if (led.people === undefined) return led.revision;
    const now = new Map([...answers, ...led.people]);
    // What came of a later revision is an answer, and none to remember for this one.
    if (led.revision === known)
      for (const [key, people] of led.people) if (people.length <= MOST_OF_ONE) answers.set(key, people);
    return foundIn(asked, now);
  }

  return {
    async find(ids, textsIn) {
      let known = space.latest() < 0 ? await revisionOf(db) : space.latest();
      for (let turn = 1; ; turn += 1) {
        const answer = await look(ids, textsIn, known, turn === TURNS);
        if (typeof answer !== 'number') return answer;
        known = answer;
      }
    },
    forget() {
      held = { revision: -1, answers: new Map() };
    },
  };
}

function askedIn(regions: ReadonlyMap<SpaceId, string>, textsIn: TextsIn): ReadonlyMap<string, Question> {
  const asked = new Map<string, Question>();
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

/** Each person once. Whoever comes first does not hang on where they lie. */
function foundIn(asked: ReadonlyMap<string, Question>, answers: Answers): readonly Found[] {
  const found = new Map<string, { readonly folded: FoldedPerson; readonly at: Set<number> }>();
  for (const [key, { at }] of asked)
    for (const folded of answers.get(key) ?? []) {
      const { space, id } = folded.state.person;
      const one = found.get(keyText([space, id])) ?? { folded, at: new Set() };
      for (const index of at) one.at.add(index);
      found.set(keyText([space, id]), one);
    }
  return [...found.values()]
    .map(({ folded: { state, removed }, at }) => ({ state, removed, at: [...at] }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Of one person in several spaces the personal one comes first. */
const placeOf = ({ state: { person } }: Found): string => keyText([person.id, person.space]);
