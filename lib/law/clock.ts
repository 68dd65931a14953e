import type { LawPackId, RequestType } from '../domain/enums.ts';
import { epoch, utc } from '../domain/instant.ts';
import type { Instant } from '../domain/person.ts';
import { never } from '../domain/result.ts';
import { LAW_ROWS } from './articles.ts';
import { TARGET_HOURS, targetRow } from './policy-rows.ts';
import type { ClockRule, LawRow, PolicyRow } from './row.ts';
import { businessDaysOn, monthsOn, type Zone, zoneNamed } from './zone.ts';

/*
 * Until when a request is to be answered (domain.md §5.3). Hours run through nights and weekends from the minute of
 * receipt. Days, business days and months end with the last moment of their last day, by the clocks of the zone of
 * receipt. Public holidays are whatever the caller names: none are built in, and a due time that counts business days
 * without any says so; it is then too early rather than too late. Of several packs the earliest holds. No bare dates:
 * each answer carries the row it comes from, and a target of our own is never dressed as law.
 */
export interface Due {
  readonly at: Instant;
  readonly row: LawRow | PolicyRow;
  /** Under a target of our own: the duty that the law names without a figure. */
  readonly duty?: LawRow;
  /** What has to be said beside it. */
  readonly told: readonly DueNote[];
}

export type DueNote =
  /** Our own target: the law names no figure here. */
  | 'policy'
  /** The row is not verified, or its wording was not read. */
  | 'not-verified'
  | 'wording-not-read'
  /** Business days were counted without any public holiday. */
  | 'no-holidays'
  /** An extension is in it. */
  | 'extended'
  /** An extension was refused: the row allows none, or the person was not told in time. */
  | 'extension-refused'
  /** The zone of receipt is not known: counted in UTC. */
  | 'zone-unknown';

export interface Dues {
  /** What holds: the earliest. */
  readonly due: Due;
  /** The earliest that is law, where one of the packs has a figure. */
  readonly byLaw?: Due;
  /** One for each row that applies, earliest first. */
  readonly all: readonly Due[];
}

/** A longer time, told to the person with its reason. It counts only for the packs whose row allows it. */
export interface Extension {
  readonly toldAt: Instant;
  readonly reason: string;
  /** How many months more; never more than the row allows. */
  readonly months: number;
}

/** `holidays`: dates in the zone of receipt, `2026-12-25`. */
export function dueFor(
  type: RequestType,
  receivedAt: Instant,
  zone: string,
  packs: readonly LawPackId[],
  extensions: readonly Extension[] = [],
  holidays: readonly string[] = [],
): Dues {
  const clocks = zoneNamed(zone);
  const received: Received = { at: receivedAt, zone: clocks ?? UTC, extensions, holidays: new Set(holidays) };
  const rows = LAW_ROWS.filter(({ pack, clock }) => packs.includes(pack) && clock?.types.includes(type));
  const dues = rows.map((row) => dueBy(row, type, received));
  const told = (due: Due): Due => (clocks ? due : { ...due, told: [...due.told, 'zone-unknown'] });
  const [first = target(type, receivedAt), ...rest] = dues.toSorted((a, b) => epoch(a.at) - epoch(b.at)).map(told);
  const byLaw = [first, ...rest].find(({ row }) => row.mark !== 'P');
  return { due: first, all: [first, ...rest], ...(byLaw ? { byLaw } : {}) };
}

/** The extension that a row still allows: how many months, and until when the person has to be told of it. */
export function extensionOf(
  row: LawRow | PolicyRow,
  receivedAt: Instant,
  zone: string,
): { readonly months: number; readonly tellBy: Instant } | undefined {
  const clock = 'clock' in row ? row.clock : undefined;
  if (clock?.unit !== 'months' || clock.extension === undefined) return undefined;
  const clocks = zoneNamed(zone) ?? UTC;
  return { months: clock.extension, tellBy: clocks.endOf(monthsOn(clocks.dayOf(epoch(receivedAt)), clock.count)) };
}

interface Received {
  readonly at: Instant;
  readonly zone: Zone;
  readonly extensions: readonly Extension[];
  readonly holidays: ReadonlySet<string>;
}

const UTC: Zone = {
  dayOf: (ms) => Math.floor(ms / 86_400_000),
  endOf: (day) => utc((day + 1) * 86_400_000 - 1),
};

function dueBy(row: LawRow, type: RequestType, received: Received): Due {
  const clock: ClockRule = row.clock ?? { unit: 'unstated' };
  const counted = count(clock, received);
  if (!counted) return { ...target(type, received.at), duty: row };
  const told: DueNote[] = [
    ...(row.mark === 'NV' ? (['not-verified'] as const) : []),
    ...(row.wording ? (['wording-not-read'] as const) : []),
    ...(counted.told ?? []),
  ];
  const refused = received.extensions.length > 0 && !told.includes('extended');
  return { at: counted.at, row, told: refused ? [...told, 'extension-refused'] : told };
}

const target = (type: RequestType, receivedAt: Instant): Due => ({
  at: utc(epoch(receivedAt) + TARGET_HOURS * 3_600_000),
  row: targetRow(type),
  told: ['policy'],
});

type Counted = { readonly at: Instant; readonly told?: readonly DueNote[] };

function count(clock: ClockRule, { at, zone, extensions, holidays }: Received): Counted | undefined {
  const from = zone.dayOf(epoch(at));
  switch (clock.unit) {
    case 'hours':
      return { at: utc(epoch(at) + clock.count * 3_600_000) };
    case 'days':
      return { at: zone.endOf(from + clock.count) };
    case 'business-days': {
      const end = zone.endOf(businessDaysOn(from, clock.count, holidays));
      return holidays.size === 0 ? { at: end, told: ['no-holidays'] } : { at: end };
    }
    case 'months': {
      const end = zone.endOf(monthsOn(from, clock.count));
      const more = extensionMonths(clock.extension ?? 0, extensions, end);
      return more === 0 ? { at: end } : { at: zone.endOf(monthsOn(from, clock.count + more)), told: ['extended'] };
    }
    case 'unstated':
      return undefined;
    default:
      return never(clock);
  }
}

/** The first that was told in time, with a reason; a second one adds nothing. */
function extensionMonths(allowed: number, extensions: readonly Extension[], end: Instant): number {
  const [first] = extensions
    .filter(({ toldAt, reason, months }) => epoch(toldAt) <= epoch(end) && reason.trim() !== '' && months > 0)
    .toSorted((a, b) => epoch(a.toldAt) - epoch(b.toldAt));
  return Math.min(first?.months ?? 0, allowed);
}
