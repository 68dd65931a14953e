import { type TextIdentifier, words } from './identifier.ts';
import { score } from './score.ts';
import type { Span } from './span.ts';
import { windowAt } from './window.ts';

const WORDS = words('plat pelat nopol no.pol polisi kendaraan mobil motor');
/** Areas as the police number them (public page of the police; DR to DW and the newest of Papua by press, 2024). */
const AREAS = new Set(
  'A B D E F G H K L M N P R S T W Z AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP DA DB DC DD DE DG DH DK DL DM DN DP DR DS DT DW EA EB ED KB KH KT KU PA PB PS PT PY'.split(
    ' ',
  ),
);
const PLATE = /(?<![\p{L}\p{N}_./-])([A-Z]{1,2})[ -]?[1-9]\d{0,3}[ -]?[A-Z]{1,3}(?![\p{L}\p{N}_-])/gu;

/** Number plate. Letters and digits alone are any code's: never without its word. */
function plates(text: string): readonly Span[] {
  if (!/pel?at|nopol|no\.? ?pol|polisi|kendaraan|mobil|motor/i.test(text)) return [];
  return [...text.matchAll(PLATE)].flatMap((match): Span[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!AREAS.has(match[1] ?? '')) return [];
    const confidence = score(WORDS, 'B', windowAt(text, start, end));
    return [{ kind: 'plate', start, end, confidence, value: match[0].replaceAll(/[ -]/g, '') }];
  });
}

export const identifier: TextIdentifier = { kind: 'plate', find: plates };
