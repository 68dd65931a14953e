/** Dates as people list them, one a line or parted by commas: `2026-12-25`. What is no day of the calendar is named. */
export function datesIn(text: string): { readonly dates: readonly string[]; readonly wrong: readonly string[] } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const dates = words.filter(isDay);
  return { dates: [...new Set(dates)].toSorted(), wrong: words.filter((word) => !isDay(word)) };
}

/** `Date` turns 30 February into March; a day that comes back as it went in is one. */
function isDay(word: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(word)) return false;
  const time = Date.parse(`${word}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(word);
}
