import { expiriesOf } from './consent-clock.ts';
import { contactability } from './contactability.ts';
import { type Channel, PURPOSES, type Purpose } from './enums.ts';
import { addMonths, epoch } from './instant.ts';
import { type Month, monthOf, monthsFrom } from './month.ts';
import type { Instant, PersonState } from './person.ts';
import { isClosed } from './request.ts';
import { requestFile } from './request-fold.ts';

/*
 * What a ledger comes to, counted person by person: `add` takes any number at a time, so that a million people never
 * lie in memory at once. Every figure is the same in whatever order and portions they come (held by a test).
 */

/** People with an address on that channel, by what a message for that purpose would meet. The three add up to `reach`. */
export interface Coverage {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly reach: number;
  readonly allow: number;
  readonly ask: number;
  readonly block: number;
}

/** Open requests by the time that is left. `none`: recorded without a due time. */
export const DUE = ['overdue', 'days3', 'days14', 'later', 'none'] as const;
export type Due = (typeof DUE)[number];

export interface ListAge {
  /** Undefined: people who are on no list. */
  readonly group?: string;
  readonly people: number;
  /** Last contact, consent or source lies less than twelve months back. */
  readonly fresh: number;
  readonly stale: number;
  /** Nothing dated is known of them. */
  readonly undated: number;
}

export interface Overview {
  readonly people: number;
  readonly coverage: readonly Coverage[];
  /** Consents that run out, by UTC month, the month of `now` first; each purpose of a person counts once. */
  readonly expiring: readonly { readonly month: Month; readonly count: number }[];
  /** Ran out, and were not renewed since. */
  readonly expired: number;
  readonly requests: Readonly<Record<Due, number>>;
  readonly lists: readonly ListAge[];
}

export interface Tally {
  add(states: readonly PersonState[]): void;
  result(): Overview;
}

const AHEAD = 12;
/** Our own policy: what was not touched for a year is worth a look. */
export const STALE_MONTHS = 12;
const DAY = 86_400_000;

export function overviewTally(now: Instant, own: Purpose): Tally {
  const cells = new Map<string, { allow: number; block: number }>();
  const reach = new Map<Channel, number>();
  const months = new Map(monthsFrom(monthOf(now), AHEAD).map((month) => [month, 0]));
  const requests: Record<Due, number> = { overdue: 0, days3: 0, days14: 0, later: 0, none: 0 };
  const lists = new Map<string | undefined, { people: number; fresh: number; stale: number; undated: number }>();
  const until = `${monthsFrom(monthOf(now), AHEAD + 1).at(-1)}-01T00:00:00.000Z`;
  let [people, expired] = [0, 0];

  const cover = (state: PersonState): void => {
    const channels = new Set(state.points.map(({ channel }) => channel));
    for (const channel of channels) {
      reach.set(channel, (reach.get(channel) ?? 0) + 1);
      for (const purpose of purposesOf(state)) {
        const { answer } = contactability([state], { purpose, channel, at: now });
        if (answer === 'ask_first') continue;
        const key = `${purpose} ${channel}`;
        const cell = cells.get(key) ?? { allow: 0, block: 0 };
        cell[answer === 'block' ? 'block' : 'allow'] += 1;
        cells.set(key, cell);
      }
    }
  };
  const age = (state: PersonState): void => {
    const seen = lastSeen(state);
    const is = seen === undefined ? 'undated' : seen < epoch(addMonths(now, -STALE_MONTHS)) ? 'stale' : 'fresh';
    const groups = new Set(state.person.groups);
    for (const group of groups.size > 0 ? groups : [undefined]) {
      const list = lists.get(group) ?? { people: 0, fresh: 0, stale: 0, undated: 0 };
      list.people += 1;
      list[is] += 1;
      lists.set(group, list);
    }
  };
  const runOut = (state: PersonState): void => {
    for (const { at } of expiriesOf(state, now, until)) {
      if (epoch(at) <= epoch(now)) expired += 1;
      else months.set(monthOf(at), (months.get(monthOf(at)) ?? 0) + 1);
    }
  };

  return {
    add(states) {
      for (const state of states) {
        people += 1;
        cover(state);
        age(state);
        runOut(state);
        for (const due of openDues(state, now)) requests[due] += 1;
      }
    },
    result: () => ({
      people,
      coverage: coverageOf(cells, reach, own),
      expiring: [...months].map(([month, count]) => ({ month, count })),
      expired,
      requests,
      lists: [...lists]
        .map(([group, list]) => ({ ...(group === undefined ? {} : { group }), ...list }))
        .toSorted(byNeed),
    }),
  };
}

/** Of a person without any record or block every purpose has the same answer: ask first. */
function purposesOf({ records, suppressions }: PersonState): Iterable<Purpose> {
  if (suppressions.length > 0) return PURPOSES;
  const named = records.flatMap(({ processes, events }) => [
    ...processes.map(({ purpose }) => purpose),
    ...events.flatMap(({ purposes }) => purposes ?? []),
  ]);
  // Events whose record has not arrived restrict for every purpose.
  return records.some(({ processes }) => processes.length === 0) ? PURPOSES : new Set(named);
}

function coverageOf(
  cells: ReadonlyMap<string, { readonly allow: number; readonly block: number }>,
  reach: ReadonlyMap<Channel, number>,
  own: Purpose,
): readonly Coverage[] {
  const told = PURPOSES.filter(
    (purpose) =>
      purpose === own || [...reach.keys()].some((channel) => (cells.get(`${purpose} ${channel}`)?.allow ?? 0) > 0),
  );
  const channels = [...reach].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return told.flatMap((purpose) =>
    channels.map(([channel, count]) => {
      const { allow, block } = cells.get(`${purpose} ${channel}`) ?? { allow: 0, block: 0 };
      return { purpose, channel, reach: count, allow, ask: count - allow - block, block };
    }),
  );
}

export function openDues({ requests }: PersonState, now: Instant): readonly Due[] {
  return requests.flatMap((request): Due[] => {
    const { stage, due } = requestFile(request);
    if (isClosed(stage)) return [];
    if (!due) return ['none'];
    const left = (epoch(due.at) - epoch(now)) / DAY;
    return [left < 0 ? 'overdue' : left <= 3 ? 'days3' : left <= 14 ? 'days14' : 'later'];
  });
}

/** The newest of what is dated: a contact, a word about consent, where they come from. */
export function lastSeen({ contacts, records, person }: PersonState): number | undefined {
  const dates = [
    ...contacts.map(({ at }) => at),
    ...records.flatMap(({ events }) => events.map(({ at }) => at)),
    ...(person.source?.collectedAt ? [person.source.collectedAt] : []),
  ];
  return dates.length === 0 ? undefined : dates.reduce((most, at) => Math.max(most, epoch(at)), 0);
}

const byNeed = (a: ListAge, b: ListAge): number =>
  b.stale - a.stale || b.people - a.people || ((a.group ?? '') < (b.group ?? '') ? -1 : 1);
