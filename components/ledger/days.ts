/** The user's own day, as a date field writes it. */
export function today(now: Date = new Date()): string {
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return day.toISOString().slice(0, 10);
}

/** A day that was picked → an instant. Today means now: a later event of the same day must not stand before an earlier one. */
export function instantOf(day: string, now: string): string {
  if (day === '' || day === today(new Date(now))) return now;
  return new Date(`${day}T12:00:00`).toISOString();
}
