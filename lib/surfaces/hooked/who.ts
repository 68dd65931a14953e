import { chatAddress } from '../../domain/chat.ts';
import type { Recipient } from '../../domain/draft.ts';
import type { BoxHooks, ReadHooks, WhoHooks } from '../hooks.ts';
import type { Identity } from './identity.ts';
import { isPresent, readAll, readEvery, readFirst, type Shown } from './read.ts';

export interface Who {
  readonly thread?: string;
  readonly recipients: readonly Recipient[];
  readonly isGroup: boolean;
  /** Its sources speak of one chat. */
  readonly agrees: boolean;
  /** What the page calls the chat where it has no key for it. */
  readonly label: string;
}

export function whoOf(who: WhoHooks, root: Element, identity: Identity): Who {
  const thread = readFirst(who.thread, root)?.text ?? '';
  const handles = handlesOf(who.handle, root);
  const titles = readAll(who.title, root).filter(({ text }) => text !== '');
  const title = titles[0]?.text ?? '';
  const isGroup = handles.length > 1 || (who.group ?? []).some((hooks) => isPresent(hooks, root));
  const names = handles.map(({ text }) => text);
  const label = comparable(names.join(' ') || title);
  const header = (handles[0] ?? titles[0])?.element;
  const agrees =
    (who.agree ?? []).every((hooks) => isAgreed(hooks, root, [...names, title, thread])) &&
    identity.agrees({ thread, label, header });
  const members = isGroup ? handlesOf(who.members, root) : [];
  return {
    ...(thread && { thread }),
    recipients: isGroup ? groupOf(members, names, thread, title) : oneOf(names[0], thread, title),
    isGroup,
    agrees,
    label,
  };
}

function oneOf(handle: string | undefined, thread: string, title: string): readonly Recipient[] {
  const address = handle || chatOf(thread, title);
  return address ? [{ field: 'direct', address, ...(title && { name: title }) }] : [];
}

/** Members that are shown are addressed one by one. Where they are not all shown, the group itself stands for the others. */
function groupOf(
  members: readonly Shown[],
  handles: readonly string[],
  thread: string,
  title: string,
): readonly Recipient[] {
  if (members.length > 0) return members.map(memberOf);
  const known = handles.map((address): Recipient => ({ field: 'direct', address }));
  const name = title || handles.join(', ');
  const address = chatOf(thread, name);
  return address ? [...known, { field: 'direct', address, ...(name && { name }), group: true }] : known;
}

/** What names a place on the network is a handle; a shown name is a title like a chat's. */
const memberOf = ({ text, element }: Shown): Recipient => ({
  field: 'direct',
  address: element?.hasAttribute('href') || /[@\d]/.test(text) ? text : chatAddress({ title: text }),
  name: element?.textContent?.trim() || text,
});

const chatOf = (thread: string, title: string): string =>
  thread ? chatAddress({ thread }) : title ? chatAddress({ title }) : '';

/** One person may be named twice in a header, by picture and by name. */
function handlesOf(hooks: ReadHooks | undefined, root: Element): readonly Shown[] {
  const all = readEvery(hooks, root).map((each) => ({ ...each, text: plain(each.text, hooks) }));
  return all.filter((each, at) => all.findIndex(({ text }) => comparable(text) === comparable(each.text)) === at);
}

/** Of a link without a pattern the last part of its path counts. */
function plain(text: string, hooks: ReadHooks | undefined): string {
  if (hooks?.from !== 'href' || hooks.match !== undefined) return text;
  const path = text.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A source that is not there says nothing; one that names neither handle nor title nor thread speaks of another chat. */
function isAgreed(hooks: ReadHooks, root: Element, named: readonly string[]): boolean {
  const said = readAll(hooks, root).filter(({ text }) => text !== '');
  const wanted = named.map(comparable).filter((each) => each !== '');
  if (said.length === 0 || wanted.length === 0) return true;
  return said.some(({ text }) => wanted.some((each) => comparable(text).includes(each)));
}

const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** What tells one open chat from the next in the same box. */
export const chatKeyOf = (box: BoxHooks, root: Element): string => {
  if (!box.who) return '';
  const thread = readFirst(box.who.thread, root)?.text;
  return thread || comparable(handlesOf(box.who.handle, root)[0]?.text ?? readFirst(box.who.title, root)?.text ?? '');
};
