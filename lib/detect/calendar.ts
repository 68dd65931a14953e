const days = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether a day exists; two-digit years are of either century, and only the day of a leap year needs to know. */
export function isDate(day: number, month: number, year: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= days(year < 100 ? 2000 + year : year, month);
}
