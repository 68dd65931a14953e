/** As long as a stored excerpt may be (`izin.consent/1`, `evidence.excerpt`), in UTF-16 code units. */
export const EXCERPT_MAX = 280;

/** A text in one line, cut at a word and marked where it goes on. A word that alone is too long is cut within, never within a sign. */
export function excerptOf(text: string, max = EXCERPT_MAX): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const room = line.slice(0, max - 1);
  const whole = line[max - 1] === ' ' ? room : room.slice(0, Math.max(0, room.lastIndexOf(' ')));
  const kept = whole.trimEnd().length >= max / 2 ? whole : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
