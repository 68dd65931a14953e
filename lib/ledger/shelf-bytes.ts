import type { Sealed } from '../vault/vault.ts';
import { uuidInto, uuidText } from './shelf-uuid.ts';

/*
 * Numbers in as few bytes as they need, texts with their length before them, and values that follow each other in one
 * record. A value begins with a byte that says how it goes on:
 *   0–16  a UUID that begins with so many bytes of the one before it
 *   17    JSON
 *   18    the same as a value before it in this record, by its number
 *   19…   text of so many bytes less 19; 255: its length follows
 */
const [JSON_FOLLOWS, AGAIN, TEXT, LONG] = [17, 18, 19, 255];
/** Values that may be said again. */
const MOST_AGAIN = 48;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export interface ByteWriter {
  readonly length: () => number;
  readonly byte: (value: number) => void;
  readonly number: (value: number) => void;
  readonly text: (value: string) => void;
  readonly bytes: (value: Uint8Array) => void;
  /** The values of one record follow; `base`: a UUID that its first one may begin as. */
  readonly begin: (base: string) => void;
  readonly value: (value: string | number) => void;
  readonly done: () => Sealed;
}

export function byteWriter(room: number): ByteWriter {
  let into = new Uint8Array(room);
  let at = 0;
  const need = (more: number): void => {
    if (at + more <= into.length) return;
    const wider = new Uint8Array(Math.max(into.length * 2, at + more));
    wider.set(into.subarray(0, at));
    into = wider;
  };
  const byte = (value: number): void => {
    need(1);
    into[at] = value;
    at += 1;
  };
  const number = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) byte((rest % 128) | 128);
    byte(rest);
  };
  /** Most texts are short and plain: room is left for a length of one byte, which grows where it has to. */
  const text = (value: string, first: number, long: number): void => {
    need(value.length * 3 + 8);
    const start = at + 1;
    let end = start;
    for (let index = 0; index < value.length; index += 1) {
      const code = value.charCodeAt(index);
      if (code > 127) {
        // UTF-8 has no half of a pair: such a text goes as JSON, which writes it as an escape.
        if (first === TEXT && !value.isWellFormed()) {
          asJson(value);
          return;
        }
        end = start + encoder.encodeInto(value, into.subarray(start)).written;
        break;
      }
      into[end] = code;
      end += 1;
    }
    const length = end - start;
    if (length + first < long) {
      into[at] = length + first;
      at = end;
      return;
    }
    const written = into.slice(start, end);
    if (first === TEXT) byte(LONG);
    number(length);
    need(length);
    into.set(written, at);
    at += length;
  };
  const asJson = (value: string | number): void => {
    byte(JSON_FOLLOWS);
    text(JSON.stringify(value), 0, 128);
  };
  const before: (string | number)[] = [];
  const id = new Uint8Array(16);
  const last = new Uint8Array(16);
  let count = 0;
  return {
    length: () => at,
    byte,
    number,
    text: (value) => text(value, 0, 128),
    bytes(value) {
      need(value.length);
      into.set(value, at);
      at += value.length;
    },
    begin(base) {
      count = 0;
      if (!uuidInto(last, base)) last.fill(0);
    },
    value(value) {
      for (let again = 0; again < count; again += 1)
        if (before[again] === value) {
          need(2);
          into[at] = AGAIN;
          into[at + 1] = again;
          at += 2;
          return;
        }
      if (count < MOST_AGAIN) {
        before[count] = value;
        count += 1;
      }
      if (typeof value === 'number') asJson(value);
      else if (uuidInto(id, value)) {
        let same = 0;
        while (same < 16 && id[same] === last[same]) same += 1;
        need(17);
        into[at] = same;
        at += 1;
        for (let index = same; index < 16; index += 1) {
          const part = id[index] ?? 0;
          into[at] = part;
          last[index] = part;
          at += 1;
        }
      } else text(value, TEXT, LONG);
    },
    done: () => into.slice(0, at),
  };
}

export interface ByteReader {
  readonly at: () => number;
  readonly byte: () => number;
  readonly number: () => number;
  readonly text: () => string;
  readonly values: (base: string) => () => string | number;
}

/** Reading past the end throws a RangeError. */
export function byteReader(from: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = from[at];
    if (value === undefined) throw new RangeError('past the end');
    at += 1;
    return value;
  };
  const number = (): number => {
    let [value, times] = [0, 1];
    for (;;) {
      const part = byte();
      value += (part & 127) * times;
      if (part < 128) return value;
      times *= 128;
    }
  };
  const textOf = (length: number): string => {
    if (at + length > from.length) throw new RangeError('past the end');
    at += length;
    return decoder.decode(from.subarray(at - length, at));
  };
  return {
    at: () => at,
    byte,
    number,
    text: () => textOf(number()),
    values(base) {
      const before: (string | number)[] = [];
      const last = new Uint8Array(16);
      if (!uuidInto(last, base)) last.fill(0);
      const next = (kind: number): string | number => {
        if (kind === LONG) return textOf(number());
        if (kind >= TEXT) return textOf(kind - TEXT);
        if (kind === JSON_FOLLOWS) {
          const value: unknown = JSON.parse(textOf(number()));
          return typeof value === 'number' ? value : String(value);
        }
        for (let index = kind; index < 16; index += 1) last[index] = byte();
        return uuidText(last);
      };
      return () => {
        const kind = byte();
        if (kind === AGAIN) {
          const value = before[number()];
          if (value === undefined) throw new RangeError('nothing before it');
          return value;
        }
        const value = next(kind);
        if (before.length < MOST_AGAIN) before.push(value);
        return value;
      };
    },
  };
}
