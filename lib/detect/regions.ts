import { REGION_CODES } from './region-codes.ts';

let districts: Set<string> | undefined;
let provinces: Set<string> | undefined;

function load(): Set<string> {
  districts = new Set();
  provinces = new Set();
  for (const part of REGION_CODES.split(';')) {
    const regency = part.slice(0, 4);
    provinces.add(part.slice(0, 2));
    for (const range of part.slice(4).split(',')) {
      const [from = '', to = from] = range.split('-');
      for (let n = Number(from); n <= Number(to); n++) districts.add(regency + String(n).padStart(2, '0'));
    }
  }
  return districts;
}

/** How far the six digits that begin a NIK or KK name a place. */
export function placeOf(code: string): 'district' | 'province' | undefined {
  if ((districts ?? load()).has(code)) return 'district';
  return provinces?.has(code.slice(0, 2)) ? 'province' : undefined;
}
