const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const LOCAL = /^[^\s@<>(),;:"[\]\\]+$/;
const HOST = /^[^\s/?#:@\\%<>]+$/;
/** Labels of plain letters, digits and hyphens, the last of letters alone: nothing of it is IDNA's or a number's. */
const PLAIN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]+$/;
const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/** Lower case, domain in ASCII (IDNA, by the platform's URL). For display and for sending; matching uses `emailKey`. */
export function normaliseEmail(raw: string): string | undefined {
  const text = raw
    .replace(INVISIBLE, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).normalize('NFC').toLowerCase();
  const domain = asciiDomain(text.slice(at + 1));
  return at > 0 && LOCAL.test(local) && domain !== undefined ? `${local}@${domain}` : undefined;
}

/**
 * The form by which two addresses are told to be one mailbox: without plus-tag; at Gmail without dots and under one
 * name. Never written to, never shown.
 */
export function emailKey(raw: string): string | undefined {
  const email = normaliseEmail(raw);
  if (email === undefined) return undefined;
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const local = email.slice(0, at);
  const untagged = local.replace(/^([^+]+)\+.*$/, '$1');
  if (!GMAIL.has(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '')}@gmail.com`;
}

export function emailDomain(raw: string): string | undefined {
  const email = normaliseEmail(raw);
  return email?.slice(email.lastIndexOf('@') + 1);
}

function asciiDomain(raw: string): string | undefined {
  const plain = raw.toLowerCase();
  // The URL would say the same, some twenty times slower: of a long list that is most of the reading.
  if (PLAIN_HOST.test(plain) && !plain.includes('xn--')) return plain;
  if (!HOST.test(raw)) return undefined;
  try {
    const host = new URL(`http://${raw.replace(/\.$/, '')}`).hostname;
    return /\.[a-z][a-z0-9-]*$/.test(host) ? host : undefined;
  } catch {
    return undefined;
  }
}
