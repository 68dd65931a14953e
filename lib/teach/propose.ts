import type { Channel } from '../domain/enums.ts';
import { containsDeep } from '../surfaces/deep.ts';
import type { BoxHooks, ReadHooks, SiteHooks } from '../surfaces/hooks.ts';
import { isEditable, nameOf } from './names.ts';
import { type Root, rootOf } from './root.ts';
import { selectorsFor } from './selectors.ts';
import { threadOf } from './thread.ts';
import { fieldHooks, inputOf, type Reading, readHooks } from './who.ts';

export type MailField = 'to' | 'cc' | 'bcc';

/** What the user has pointed at. */
export interface Pointed {
  readonly channel: Channel;
  /** Nobody in particular: the page names nobody, or it goes to the whole world. */
  readonly isPublic: boolean;
  readonly who: readonly {
    readonly element: Element;
    readonly reading: Reading | undefined;
    readonly field: MailField;
  }[];
  readonly text: Element;
  readonly send: Element;
  /** What the user said of a plain Enter; undefined: not tried yet. */
  readonly enterSends?: boolean;
  /** Addresses of the page, as they were while the user went from chat to chat. */
  readonly addresses: readonly string[];
}

/** Three ways to find Send, where it has so many; what cannot be found by two is no hook. */
export const SEND_WAYS = 4;

/** What Izin would look for on this page from now on. Undefined: these parts cannot be found again by anything that lasts. */
export function propose(
  pointed: Pointed,
  site: Pick<SiteHooks, 'id' | 'name' | 'matches' | 'proof'>,
): SiteHooks | undefined {
  const { channel, text, send } = pointed;
  const root = rootFor(pointed);
  if (!root) return undefined;
  const editor = selectorsFor([text], root.element);
  const button = sendSelectors(send, root.element);
  if (editor.length === 0 || button.length < 2) return undefined;
  const box: BoxHooks = {
    name: boxName(channel),
    ...(pointed.isPublic && { audience: 'public' }),
    root: root.selectors,
    editor,
    ...(pointed.isPublic ? {} : whoHooks(pointed, root)),
    send: button,
    keys: (pointed.enterSends ?? guessEnter(pointed)) ? 'enter' : 'mod-enter',
  };
  return { ...site, channel, optional: true, version: 1, boxes: [box] };
}

/** A page may have its Send twice, above and below: every one of the same kind and name is guarded, where they can be named together. */
function sendSelectors(send: Element, root: Element): readonly string[] {
  const name = nameOf(send);
  const tree = send.getRootNode() as Document | ShadowRoot;
  const isTwin = (each: Element): boolean =>
    each === send ||
    (name !== '' &&
      nameOf(each) === name &&
      each.getAttribute('type') === send.getAttribute('type') &&
      root.contains(each));
  const twins = [...tree.querySelectorAll(send.localName)].filter(isTwin);
  const all = selectorsFor(twins, root, SEND_WAYS);
  return all.length > 1 ? all : selectorsFor([send], root, SEND_WAYS);
}

/** Where who it goes to stands far off (a chat's header), the box is what holds text and Send, and who is read from the page. */
function rootFor({ isPublic, who, text, send, channel }: Pointed): Root | undefined {
  const all = isPublic ? [text, send] : [...who.map(({ element }) => element), text, send];
  const whole = rootOf(all);
  if (whole && whole.element.tagName !== 'BODY') return whole;
  const isMail = who.some(({ element }) => channel === 'email' || inputOf(element, channel, text) !== undefined);
  const inner = isMail ? undefined : rootOf([text, send]);
  return inner && inner.element.tagName !== 'BODY' ? inner : whole;
}

function whoHooks({ who, channel, addresses, text }: Pointed, root: Root): Partial<BoxHooks> {
  const fields: Partial<Record<MailField, BoxHooks['to']>> = {};
  let chat: BoxHooks['who'];
  for (const { element, reading, field } of who) {
    const inside = containsDeep(root.element, element);
    const scope = inside ? root.element : element.ownerDocument;
    const input = inputOf(element, channel, text);
    if (channel === 'email' || input) {
      fields[field] = fieldHooks(input, reading, scope);
      continue;
    }
    if (!reading) continue;
    const read: ReadHooks = { ...readHooks(reading, scope), ...(!inside && { in: 'page' as const }) };
    const thread = threadOf(addresses);
    chat = { ...(reading.is === 'address' ? { handle: read } : { title: read }), ...(thread && { thread }) };
  }
  return { ...fields, ...(chat && { who: chat }) };
}

/** A line to type in is sent by Enter; so are most chats. Letters and posts have more than one line. */
export function guessEnter({ channel, text }: Pick<Pointed, 'channel' | 'text'>): boolean {
  if (text.tagName === 'INPUT') return true;
  if (channel === 'email' || channel === 'public_post' || text.tagName === 'IFRAME') return false;
  return text.tagName === 'TEXTAREA' || isEditable(text) || text.getAttribute('role') === 'textbox';
}

function boxName(channel: Channel): string {
  if (channel === 'email') return 'mail';
  if (channel === 'public_post') return 'post';
  return channel === 'social_comment' ? 'comment' : 'message';
}
