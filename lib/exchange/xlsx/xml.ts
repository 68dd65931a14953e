import { ZipError } from './zip-read.ts';

/*
 * What a workbook needs of XML and no more: elements, attributes, text. A document type is refused, so that there are no
 * entities to grow and nothing to fetch. Names come without their prefix: some programs write `x:row`.
 */
export interface XmlHandler {
  /** `attributes`: as written; ask with `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text?(text: string): void;
}

export async function readXml(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, handler: XmlHandler): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) rest = scan(rest + decoder.decode(piece, { stream: true }), handler);
  rest = scan(rest + decoder.decode(), handler);
  if (rest.trim() !== '') throw new ZipError('damaged');
}

/** Handles what is whole; answers with what is not yet. */
function scan(text: string, handler: XmlHandler): string {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) return tail(text, at, handler);
    const special = text.charCodeAt(open + 1);
    if (special === 33 && !/^<!(?:--|\[C)/.test(text.slice(open, open + 4))) {
      if (text.length - open < 4) return text.slice(at);
      throw new ZipError('damaged');
    }
    const close = endOfTag(text, open);
    if (close === -1) return unfinished(text.slice(at));
    if (open > at) handler.text?.(unescaped(text.slice(at, open)));
    if (special === 33 && text.startsWith('<![CDATA[', open)) handler.text?.(text.slice(open + 9, close - 2));
    else if (special === 47) handler.close(localName(text.slice(open + 2, close).trimEnd()));
    else if (special !== 63 && special !== 33) element(text, open, close, handler);
    at = close + 1;
  }
}

/** A tag of a sheet has a few dozen signs; what grows beyond this is none, and would be looked through again and again. */
const LONGEST_TAG = 1024 * 1024;
function unfinished(text: string): string {
  if (text.length > LONGEST_TAG) throw new ZipError('damaged');
  return text;
}

/** Text whose end is not there yet is handed on, but for an entity that may be cut in two. */
function tail(text: string, at: number, handler: XmlHandler): string {
  const entity = text.indexOf('&', Math.max(at, text.length - 12));
  const end = entity === -1 ? text.length : entity;
  if (end > at) handler.text?.(unescaped(text.slice(at, end)));
  return text.slice(end);
}

function element(text: string, open: number, close: number, handler: XmlHandler): void {
  const alone = text.charCodeAt(close - 1) === 47;
  const inner = text.slice(open + 1, alone ? close - 1 : close);
  const space = inner.search(/\s/);
  const name = localName(space === -1 ? inner : inner.slice(0, space));
  handler.open(name, space === -1 ? '' : inner.slice(space));
  if (alone) handler.close(name);
}

const endsWith = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length - 1;
};

/** The `>` that ends what begins at `open`; -1: it is not there yet. A `>` between quotes ends nothing. */
function endOfTag(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return endsWith(text, '-->', open);
  if (text.startsWith('<![CDATA[', open)) return endsWith(text, ']]>', open);
  if (text.startsWith('<?', open)) return endsWith(text, '?>', open);
  for (let close = text.indexOf('>', open); close !== -1; close = text.indexOf('>', close + 1)) {
    let quote = 0;
    for (let at = open; at < close; at += 1) {
      const code = text.charCodeAt(at);
      if (quote === 0 ? code === 34 || code === 39 : code === quote) quote = quote === 0 ? code : 0;
    }
    if (quote === 0) return close;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of one attribute, its prefix aside. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(`${name}=`); at !== -1; at = attributes.indexOf(`${name}=`, at + 1)) {
    const before = attributes.charAt(at - 1);
    if (before !== '' && !/[\s:]/.test(before)) continue;
    const quote = attributes.charAt(at + name.length + 1);
    const end = attributes.indexOf(quote, at + name.length + 2);
    return end === -1 ? undefined : unescaped(attributes.slice(at + name.length + 2, end));
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}
