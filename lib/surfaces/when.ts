/** English and Indonesian, in full or by their first letters, as pages write them. */
const MONTHS = 'jan feb mar apr may|mei jun jul aug|agu|agt sep oct|okt nov|nop dec|des'
  .split(' ')
  .map((name) => new RegExp(`^(?:${name})[a-z]*\\.?$`));
const ZONES: Readonly<Record<string, number>> = { utc: 0, gmt: 0, wib: 7, wita: 8, wit: 9 };
/** Words beside a time that say nothing else about it. */
const FILLERS =
  /^(?:at|on|for|pukul|jam|pada|send|kirim|schedule|jadwalkan|publish|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|sen(?:in)?|sel(?:asa)?|rab?u?|kam(?:is)?|jum\W?(?:at)?|sab(?:tu)?|min(?:ggu)?|morning|afternoon|evening|pagi)$/;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The moment that a page names in words: `January 1, 2098 10:00 am WIB`, `1 Jan 2098 10.00`, `Tomorrow at 9:00 AM`,
 * `Mon, Nov 23, 8:00 AM`. Without a zone it is the browser's, without a year the next such day. Undefined: anything in
 * it is not understood, or it lies behind us; what is guessed here would let an embargo go.
 *
 * @returns ISO 8601, in UTC
 */
export function whenOf(written: string, now: number = Date.now()): string | undefined {
  const text = written.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d\S*(?:z|[+-]\d\d:?\d\d)$/.test(text)) return ahead(Date.parse(text), now);
  const clock = timeIn(text);
  const zone = clock && zoneIn(clock.rest);
  const day = zone && dayIn(zone.rest, new Date(now));
  if (!clock || !zone || !day) return undefined;
  const at = (year: number): number =>
    zone.hours === undefined
      ? new Date(year, day.month, day.day, clock.hour, clock.minute).getTime()
      : Date.UTC(year, day.month, day.day, clock.hour, clock.minute) - zone.hours * HOUR;
  const first = at(day.year ?? new Date(now).getFullYear());
  const isSameDay = new Date(first).getDate() === day.day || zone.hours !== undefined;
  if (!isSameDay) return undefined;
  return ahead(day.year === undefined && first < now - DAY ? at(new Date(now).getFullYear() + 1) : first, now);
}

/** Fields of the site's own clock, beside what that clock showed when the page was opened: their difference is its zone. */
export function whenOfFields(
  chosen: readonly number[],
  clock: readonly number[],
  opened: number,
  now: number = Date.now(),
): string | undefined {
  const quarter = HOUR / 4;
  const off = utcOf(clock) - opened;
  const zone = Math.round(off / quarter) * quarter;
  // A clock that is wrong by minutes is no zone.
  if (Number.isNaN(off) || Math.abs(zone) > 14 * HOUR || Math.abs(off - zone) > HOUR / 12) return undefined;
  return ahead(utcOf(chosen) - zone, now);
}

const utcOf = ([year = Number.NaN, month = 1, day = 1, hour = 0, minute = 0]: readonly number[]): number =>
  Date.UTC(year, month - 1, day, hour, minute);

const ahead = (at: number, now: number): string | undefined => (at > now ? new Date(at).toISOString() : undefined);

interface Rest {
  readonly rest: string;
}

/** Exactly one time of day. */
function timeIn(text: string): (Rest & { readonly hour: number; readonly minute: number }) | undefined {
  const all = [...text.matchAll(/(?<![\d.:/-])(\d{1,2})(?:[:.](\d\d))?\s*([ap]\.?m\b\.?)?(?![\d.:/-]\d|\d)/g)].filter(
    ([, , minutes, half]) => minutes !== undefined || half !== undefined,
  );
  const [found] = all;
  if (!found || all.length > 1) return undefined;
  const hour = Number(found[1]);
  const half = found[3]?.[0];
  if (half ? hour < 1 || hour > 12 : hour > 23) return undefined;
  const minute = Number(found[2] ?? 0);
  if (minute > 59) return undefined;
  const rest = text.replace(found[0], ' ');
  return { rest, hour: half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour, minute };
}

function zoneIn(text: string): (Rest & { readonly hours?: number }) | undefined {
  const found = /\b(utc|gmt|wib|wita|wit)\b\s*(?:([+-])(\d{1,2})(?::?(\d\d))?)?/.exec(text);
  if (!found) return { rest: text };
  const [all, name = '', sign, hours, minutes = '0'] = found;
  const offset = hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
  if (hours !== undefined && ZONES[name] !== 0) return undefined;
  return { rest: text.replace(all, ' '), hours: (ZONES[name] ?? 0) + offset };
}

/** The day, and nothing else that is not understood. */
function dayIn(
  text: string,
  today: Date,
): { readonly day: number; readonly month: number; readonly year?: number } | undefined {
  const words = text.split(/[\s,()]+/).filter((word) => word !== '' && !FILLERS.test(word));
  const [one = '', two = '', three] = words;
  const named = /^(today|tomorrow|besok|hari ini)\b/.exec(words.join(' '))?.[1];
  if (named !== undefined) {
    const ahead = named === 'tomorrow' || named === 'besok' ? 1 : 0;
    const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead);
    const left = words.slice(named.split(' ').length);
    const beside = left.length > 0 ? dayIn(left.join(' '), today) : undefined;
    // Both may stand there, and then both must be right.
    const agree = left.length === 0 || (beside?.day === at.getDate() && beside.month === at.getMonth());
    return agree ? { day: at.getDate(), month: at.getMonth(), year: at.getFullYear() } : undefined;
  }
  const iso = words.length === 1 ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(one) : null;
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  if (words.length < 2 || words.length > 3 || (three !== undefined && !/^20\d\d$/.test(three))) return undefined;
  const month = MONTHS.findIndex((name) => name.test(one) || name.test(two));
  const day = Number(/^\d{1,2}$/.test(one) ? one : /^\d{1,2}$/.test(two) ? two : Number.NaN);
  if (month < 0 || !(day >= 1 && day <= 31)) return undefined;
  return { day, month, ...(three !== undefined && { year: Number(three) }) };
}
