/** One line of a card, taken apart. Values are as written: how they are escaped depends on the version. */
export interface Property {
  /** Upper case, without its group. */
  readonly name: string;
  /** `item1` in `item1.TEL`: ties a property to its label. */
  readonly group?: string;
  /** Upper-case names; `TYPE` also holds the bare words of version 2.1. Values in lower case. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  readonly value: string;
}

/** `item1.TEL;TYPE="cell,voice":+62…` Undefined: no property (RFC 6350 §3.3; bare parameters: vCard 2.1). */
export function parseProperty(line: string): Property | undefined {
  const colon = outsideQuotes(line, ':', 0);
  if (colon === -1) return undefined;
  const [head = '', ...rest] = splitOutside(line.slice(0, colon), ';');
  const [, group, name = ''] = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(head.trim()) ?? [];
  if (name === '') return undefined;
  const params = new Map<string, readonly string[]>();
  for (const one of rest) {
    const at = one.indexOf('=');
    const key = at === -1 ? bareName(one) : one.slice(0, at).trim().toUpperCase();
    const values = splitOutside(at === -1 ? one : one.slice(at + 1), ',').flatMap((value) =>
      unquoted(value.trim()).toLowerCase().split(','),
    );
    params.set(key, [...(params.get(key) ?? []), ...values]);
  }
  return {
    name: name.toUpperCase(),
    params,
    value: line.slice(colon + 1),
    ...(group ? { group: group.toLowerCase() } : {}),
  };
}

const bareName = (word: string): string =>
  /^(?:quoted-printable|base64|8bit|7bit|b)$/i.test(word.trim()) ? 'ENCODING' : 'TYPE';

const unquoted = (text: string): string =>
  text
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\^n/g, '\n')
    .replace(/\^'/g, '"')
    .replace(/\^\^/g, '^');

function outsideQuotes(text: string, sign: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const one = text.charAt(at);
    if (one === '"') quoted = !quoted;
    else if (one === sign && !quoted) return at;
  }
  // A quote that is never closed quotes nothing.
  return quoted ? text.indexOf(sign, from) : -1;
}

function splitOutside(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text.charAt(at);
    if (one === '"') quoted = !quoted;
    else if (one === sign && !quoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** Parts between unescaped signs, each unescaped: the components of `N`, the items of `CATEGORIES`. */
export function valueParts(value: string, sign: ';' | ','): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at += 1) {
    const one = value.charAt(at);
    if (one === '\\' && at + 1 < value.length) {
      at += 1;
      const next = value.charAt(at);
      part += next === 'n' || next === 'N' ? '\n' : next;
    } else if (one === sign) {
      parts.push(part.trim());
      part = '';
    } else part += one;
  }
  return [...parts, part.trim()];
}

/** A whole text value, unescaped. */
export const valueText = (value: string): string =>
  value.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)).trim();

/** `=C3=A9` → é, in the character set that the property names (version 2.1; UTF-8 where it names none). */
export function quotedPrintable(value: string, charset: string | undefined): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const hex = value.charAt(at) === '=' ? /^[0-9a-f]{2}/i.exec(value.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex === undefined) bytes.push(...new TextEncoder().encode(value.charAt(at)));
    else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  return decoderOf(charset).decode(new Uint8Array(bytes)).replace(/\r\n?/g, '\n');
}

function decoderOf(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}
