import { addressKey } from '../domain/address.ts';
import type { Channel } from '../domain/enums.ts';
import type { Phrase } from '../domain/verdict.ts';
import { splitList } from './table.ts';

export interface Address {
  readonly channel: Channel;
  readonly address: string;
  /** `addressKey`: what two addresses are compared by. */
  readonly key: string;
}

/** Signs by which people put two numbers or addresses into one cell: "0812… / 0813…", "a@x; b@x". */
const PARTED = /\s*(?:[;,|\n]|\s\/\s|\s(?:atau|dan|or|and)\s)\s*/i;
const NUMBERS: ReadonlySet<Channel> = new Set(['phone', 'whatsapp', 'sms']);

/** Adds the addresses of one cell to `points`, each once; what is none, or may have lost its zero, goes to `doubts`. */
export function addressesIn(channel: Channel, cell: string, region: string, points: Address[], doubts: Phrase[]): void {
  for (const text of splitList(cell)) {
    const key = addressKey(channel, text, region);
    if (key !== undefined) add(points, doubts, { channel, address: text, key }, region);
    else if (PARTED.test(text))
      for (const part of text.split(PARTED).filter((one) => one !== '')) {
        const partKey = addressKey(channel, part, region);
        if (partKey === undefined) doubts.push(noAddress(part));
        else add(points, doubts, { channel, address: part, key: partKey }, region);
      }
    else doubts.push(noAddress(text));
  }
}

function add(points: Address[], doubts: Phrase[], point: Address, region: string): void {
  if (points.some(({ channel, key }) => channel === point.channel && key === point.key)) return;
  if (region === 'ID' && NUMBERS.has(point.channel) && /^8\d{8,11}$/.test(point.address))
    doubts.push({ key: 'import_doubt_zero', params: { value: point.address } });
  points.push(point);
}

/** `6,28123E+12` is what a spreadsheet leaves of a long number: its last digits are gone. */
const noAddress = (text: string): Phrase =>
  /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i.test(text)
    ? { key: 'import_doubt_rounded', params: { value: text.slice(0, 60) } }
    : { key: 'import_doubt_address', params: { value: text.slice(0, 60) } };
