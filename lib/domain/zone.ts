/** The three zones of Indonesia by the names that announcements use. */
export const ZONES: Readonly<Record<string, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** WIB, WITA, WIT or an IANA name → the IANA name; undefined: there is no such zone. */
export function zoneIn(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: ZONES[name] ?? name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The name that Indonesia uses, where it has one for this zone; any other as it is. */
export const spokenZone = (name: string): string =>
  Object.keys(ZONES).find((one) => one === name || ZONES[one] === name) ?? name;

/** What the clocks of a zone show at an instant, as if it were UTC, in milliseconds. Throws where there is no such zone. */
export function wallClock(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: ZONES[zone] ?? zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const parts = format.formatToParts(ms);
    const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
}
