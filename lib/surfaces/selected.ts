/** What stands selected in a page, as read once, at the user's own press. */
export interface Selected {
  readonly text: string;
  readonly host: string;
  /** The page's own mark of the message. */
  readonly message?: string;
  /** ISO 8601, where the page writes the time for machines. */
  readonly saidAt?: string;
  /** The user's own words: of a message of theirs, or in a box that they write in. */
  readonly own: boolean;
  readonly writers: readonly NamedNear[];
}

/** An address, a number, a link to a profile, or a title alone, as the page shows it. */
export interface NamedNear {
  readonly raw: string;
  readonly title?: true;
  readonly name?: string;
  readonly sure: boolean;
}

/** More than these are no help in choosing. */
const MOST = 6;
/** Who wrote a message, in the header of one: Gmail (as in `gmail/marks.ts`), and Roundcube's `td.from` and summary line. */
const SENDER = '.gD[email], .header.from .rcmContactAddress, .header-summary .rcmContactAddress';
const NAMED =
  '[email], [data-hovercard-id*="@"], [data-email*="@"], a[href^="mailto:"], [title*="@"], a[href*="instagram.com/"], a[href*="tiktok.com/@"], a[href*="linkedin.com/in/"]';
const PROFILE = /^\/@?[\w.]{2,30}\/?$/;
const PROFILE_HOSTS = /(?:^|\.)(?:instagram|x|twitter|tiktok)\.com$/;
const ADDRESS = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/;

/**
 * The words that are selected, and who is named around them: the nearest sender of a message first, else every address
 * from the words outward. Reads no further than that, changes nothing, and stays for nothing. Null: nothing is selected.
 */
export function readSelected(
  document: Document,
  { hostname: host, search }: Pick<Location, 'hostname' | 'search'> = document.location,
): Selected | null {
  const selection = document.defaultView?.getSelection();
  const field = inField(document.activeElement);
  const text = field ?? selection?.toString() ?? '';
  if (text.trim() === '') return null;
  const node = field === undefined && selection?.rangeCount ? selection.getRangeAt(0).startContainer : null;
  const at = node ? (node.nodeType === 1 ? (node as Element) : node.parentElement) : document.activeElement;
  if (!at) return { text, host, own: false, writers: [] };
  const message = markOf(at, search);
  const saidAt = timeOf(at);
  return {
    text,
    host,
    ...(message === undefined ? {} : { message }),
    ...(saidAt === undefined ? {} : { saidAt }),
    own: isOwn(at, field),
    writers: chatWriter(at) ?? senderOf(at) ?? namedAround(at, host),
  };
}

function inField(active: Element | null): string | undefined {
  if (active?.tagName !== 'TEXTAREA') return undefined;
  const { value, selectionStart, selectionEnd } = active as HTMLTextAreaElement;
  const text = value.slice(selectionStart, selectionEnd);
  return text.trim() === '' ? undefined : text;
}

/** In a box to write in, only a quote is somebody else's. */
function isOwn(at: Element, field: string | undefined): boolean {
  if (field !== undefined) return !field.split('\n').every((line) => line.trim() === '' || line.startsWith('>'));
  if (at.closest('[contenteditable="true"], body#tinymce'))
    return at.closest('blockquote, .gmail_quote, #reply-intro') === null;
  return at.closest('.message-out, [data-id^="true_"]') !== null;
}

/** WhatsApp writes who and when before each message, and in older pages the number into its id. */
function chatWriter(at: Element): readonly NamedNear[] | undefined {
  const [, digits] = /^false_(\d{6,15})@c\.us/.exec(at.closest('[data-id]')?.getAttribute('data-id') ?? '') ?? [];
  const before = (at.closest('[data-pre-plain-text]') ?? within(at, '[data-pre-plain-text]'))?.getAttribute(
    'data-pre-plain-text',
  );
  const [, name = ''] = /^\[[^\]]*\]\s*(.+?):\s*$/.exec(before ?? '') ?? [];
  if (digits !== undefined) return [{ raw: `+${digits}`, sure: true, ...(name === '' ? {} : { name }) }];
  if (name === '') return undefined;
  return [/^\+[\d\s().-]{7,}$/.test(name) ? { raw: name, sure: true } : { raw: name, title: true, name, sure: true }];
}

const within = (at: Element, selector: string): Element | null => {
  const row = at.closest('[data-id], [role="row"]');
  return row?.querySelector(selector) ?? null;
};

/** The sender's header stands before the words, in the nearest part of the page that has one. */
function senderOf(at: Element): readonly NamedNear[] | undefined {
  for (const level of outward(at)) {
    const before = [...level.querySelectorAll(SENDER)].filter((each) => isBefore(each, at)).at(-1);
    const named = before && namedBy(before);
    if (named) return [{ ...named, sure: true }];
  }
  return undefined;
}

function namedAround(at: Element, host: string): readonly NamedNear[] {
  const found = new Map<string, NamedNear>();
  const profiles = PROFILE_HOSTS.test(host);
  for (const level of outward(at)) {
    for (const element of level.querySelectorAll(profiles ? `${NAMED}, a[href^="/"]` : NAMED)) {
      if (element.closest('nav, [role="navigation"], [contenteditable="true"]')) continue;
      const named = namedBy(element);
      if (named && !found.has(named.raw.toLowerCase())) found.set(named.raw.toLowerCase(), named);
      if (found.size === MOST) return [...found.values()];
    }
  }
  return [...found.values()];
}

function namedBy(element: Element): NamedNear | undefined {
  const of = (name: string): string => element.getAttribute(name) ?? '';
  const written = [
    of('email'),
    of('data-hovercard-id'),
    of('data-email'),
    of('href').replace(/^mailto:/i, ''),
    of('title'),
  ]
    .map((text) => ADDRESS.exec(decoded(text.split('?')[0] ?? ''))?.[0])
    .find((address) => address !== undefined);
  const raw = written ?? profileOf(element);
  if (raw === undefined) return undefined;
  const shown = (of('name') || (element.textContent ?? '')).replace(/\s+/g, ' ').trim();
  const name = shown !== '' && shown.length <= 60 && !ADDRESS.test(shown) ? { name: shown } : {};
  return { raw, ...name, sure: false };
}

function profileOf(element: Element): string | undefined {
  if (element.tagName !== 'A') return undefined;
  const { hostname, pathname, protocol } = element as HTMLAnchorElement;
  if (!/^https?:$/.test(protocol)) return undefined;
  if (hostname.endsWith('linkedin.com') && pathname.startsWith('/in/')) return `https://${hostname}${pathname}`;
  return PROFILE_HOSTS.test(hostname) && PROFILE.test(pathname) ? `https://${hostname}${pathname}` : undefined;
}

/** Gmail, other webmail and chats mark each message; of a chat's mark only the last part, which names nobody. */
function markOf(at: Element, search: string): string | undefined {
  for (const level of outward(at)) {
    const mark = ['data-legacy-message-id', 'data-message-id', 'data-id']
      .map((name) => level.getAttribute(name) ?? '')
      .find((text) => text !== '');
    const last = mark?.split('_').at(-1);
    if (last && !/@/.test(last)) return last.slice(0, 80);
  }
  return new URLSearchParams(search).get('_uid') ?? undefined;
}

function timeOf(at: Element): string | undefined {
  for (const level of outward(at)) {
    const times = [...level.querySelectorAll('time[datetime]')];
    const [only, second] = times.length > 0 ? times : [];
    if (!only) continue;
    const at = Date.parse(only.getAttribute('datetime') ?? '');
    return second || Number.isNaN(at) ? undefined : new Date(at).toISOString();
  }
  return undefined;
}

/** From the words to the root, out of shadow trees and frames of the same origin. */
function* outward(at: Element): Generator<Element> {
  let level: Element | null = at;
  while (level) {
    yield level;
    const root: Node = level.getRootNode();
    level = level.parentElement ?? ('host' in root ? (root.host as Element) : outOfFrame(level));
  }
}

function outOfFrame(element: Element): Element | null {
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

const isBefore = (element: Element, at: Element): boolean =>
  element.ownerDocument !== at.ownerDocument ||
  (element.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
