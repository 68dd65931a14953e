import { type TextIdentifier, words } from './identifier.ts';
import type { Span } from './span.ts';
import { distanceBefore, windowAt } from './window.ts';

const STREET =
  /(?<![\p{L}\p{N}])(?:jl|jln|jalan|gg|gang|perum(?:ahan)?|komp(?:leks)?|dusun|kp|kampung)\.?[ ]+(?=\S)/giu;
const MARKERS: readonly RegExp[] = [
  /(?<!\p{L})no(?:mor)?\.? ?\d{1,4}[A-Za-z]?(?!\p{L})/iu,
  /(?<!\p{L})blok [A-Z0-9]/iu,
  /(?<!\p{L})r[tw]\.? ?\d{1,3}/iu,
  /(?<!\p{L})(?:[Kk]el|[Kk]elurahan|[Dd]esa)\.? \p{Lu}/u,
  /(?<!\p{L})(?:[Kk]ec|[Kk]ecamatan)\.? \p{Lu}/u,
  /(?<!\p{L})(?:[Kk]ab|[Kk]abupaten|[Kk]ota|[Pp]rov|[Pp]rovinsi)\.? \p{Lu}/u,
  /(?<!\d)[1-9]\d{4}(?![\d.,]\d|\d)/,
];
const HOME = words(
  'alamat beralamat domisili berdomisili rumah tinggal bertempat kirim dikirim pengiriman kediaman address home',
);
/** Where anybody may come: an office, a venue. */
const PUBLIC = words(
  'kantor redaksi gedung lokasi tempat acara venue office pukul wib wita wit hotel aula studio toko gerai',
);
const LONGEST = 200;

/** A home address: a street and what goes with it, beside a word of living there. An event's place stands in every invitation. */
function addresses(text: string): readonly Span[] {
  return [...text.matchAll(STREET)].flatMap((match): Span[] => {
    const line = text.slice(match.index, match.index + LONGEST).split('\n', 1)[0] ?? '';
    const found = MARKERS.flatMap((marker) => {
      const at = marker.exec(line);
      return at ? [at.index + at[0].length] : [];
    });
    if (found.length < 2) return [];
    const end =
      match.index +
      Math.max(...found) +
      (/^[\p{L} ]{0,30}/u.exec(line.slice(Math.max(...found)))?.[0].trimEnd().length ?? 0);
    const window = windowAt(text, match.index, end);
    const [home, open] = [distanceBefore(window, HOME), distanceBefore(window, PUBLIC)];
    const named = home !== undefined && (open === undefined || home < open);
    const confidence = named ? Math.min(1, 0.5 + found.length * 0.1) : 0.3;
    return [
      { kind: 'address', start: match.index, end, confidence, value: text.slice(match.index, end).toLowerCase() },
    ];
  });
}

export const identifier: TextIdentifier = { kind: 'address', find: addresses };
