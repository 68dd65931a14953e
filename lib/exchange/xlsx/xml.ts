/*
 * What Office files need of XML and no more, for lists that come in and files that are attached: elements, attributes, text. A document type is refused, so that there are no
 * entities to grow and nothing to fetch. Names come without their prefix: some programs write `x:row`.
 */
export interface XmlHandler {
  /** `attributes`: as written; ask with `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** The document is none, or ends too early. */
export class XmlError extends Error {}

/** No tag is longer; what grows beyond would be looked through again and again. */
const LONGEST_TAG = 256 * 1024;

/** Bytes → elements, piece by piece. Both throw `XmlError`. */
export function xmlReader(wanted: Partial<XmlHandler>): { push(piece: Uint8Array): void; end(): void } {
  const handler = { open: none, close: none, text: none, ...wanted };
  let decoder: TextDecoder | undefined;
  let rest = '';
  const take = (text: string): void => {
    rest = elements(rest === '' ? text : rest + text, handler);
    if (rest.length > LONGEST_TAG) throw new XmlError('damaged');
  };
  return {
    push(piece) {
      decoder ??= new TextDecoder(wide(piece));
      take(decoder.decode(piece, { stream: true }));
    },
    end() {
      take(decoder?.decode() ?? '');
      if (rest.trim() !== '') throw new XmlError('damaged');
    },
  };
}

const none = (): void => undefined;

const wide = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** Handles what is whole; answers with what is not yet. */
function elements(text: string, handler: XmlHandler): string {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) return tail(text, at, handler);
    if (open > at) handler.text(unescaped(text.slice(at, open)));
    const sign = text.charCodeAt(open + 1);
    const close = sign === 33 || sign === 63 ? endOfSpecial(text, open) : endOfTag(text, open);
    if (close === -1) return text.slice(open);
    if (sign === 47) handler.close(localName(text.slice(open + 2, close).trimEnd()));
    else if (sign !== 33 && sign !== 63) element(text, open, close, handler);
    else if (text.startsWith('<![CDATA[', open)) handler.text(text.slice(open + 9, close - 2));
    at = close + 1;
  }
}

/** Text whose end is not there yet is handed on, but for an entity that may be cut in two. */
function tail(text: string, at: number, handler: XmlHandler): string {
  const entity = text.indexOf('&', Math.max(at, text.length - 12));
  const end = entity === -1 ? text.length : entity;
  if (end > at) handler.text(unescaped(text.slice(at, end)));
  return text.slice(end);
}

function element(text: string, open: number, close: number, handler: XmlHandler): void {
  const alone = text.charCodeAt(close - 1) === 47;
  const end = alone ? close - 1 : close;
  let stop = open + 1;
  while (stop < end && text.charCodeAt(stop) > 32) stop += 1;
  const name = localName(text.slice(open + 1, stop));
  handler.open(name, stop < end ? text.slice(stop, end) : '');
  if (alone) handler.close(name);
}

/** A comment, an instruction, a stretch of plain text. -1: its end is not there yet. */
function endOfSpecial(text: string, open: number): number {
  if (text.length - open < 9 && !text.startsWith('<?', open) && !text.startsWith('<!--', open)) return -1;
  const mark = text.startsWith('<!--', open)
    ? '-->'
    : text.startsWith('<![CDATA[', open)
      ? ']]>'
      : text.startsWith('<?', open)
        ? '?>'
        : undefined;
  if (mark === undefined) throw new XmlError('damaged');
  const at = text.indexOf(mark, open + 2);
  return at === -1 ? -1 : at + mark.length - 1;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;

/** The `>` that ends a tag; -1: it is not there yet. One between quotes ends nothing. */
function endOfTag(text: string, open: number): number {
  const first = text.indexOf('>', open);
  if (first === -1 || text.charCodeAt(open + 1) === 47) return first;
  // Most tags end with a name, or with the quote that closes an attribute: then nothing needs counting.
  const last = text.charCodeAt(first - 1) === 47 ? first - 2 : first - 1;
  const before = text.charCodeAt(last - 1);
  if (text.charCodeAt(last) === QUOTE && before !== EQUALS && before > 32) return first;
  let quote = 0;
  for (let at = open; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** The value of one attribute, its prefix aside. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    const equals = at + name.length;
    if (attributes.charCodeAt(equals) !== EQUALS || !(before <= 32 || before === 58)) continue;
    const quote = attributes.charAt(equals + 1);
    const end = attributes.indexOf(quote, equals + 2);
    return end === -1 || quote === '' ? undefined : unescaped(attributes.slice(equals + 2, end));
  }
  return undefined;
}

/** How Office writes yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
