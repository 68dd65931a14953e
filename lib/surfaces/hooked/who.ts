import { chatAddress } from '../../domain/chat.ts';
import type { Recipient } from '../../domain/draft.ts';
import type { BoxHooks, ReadHooks, WhoHooks } from '../hooks.ts';
import type { Identity } from './identity.ts';
import { isPresent, readAll, readEvery, readFirst, type Shown } from './read.ts';

export interface Who {
  readonly thread: string;
  readonly recipients: readonly Recipient[];
  readonly isGroup: boolean;
  /** Its sources speak of one chat. */
  readonly agrees: boolean;
}

/** `isSheet`: a list to tick, not a chat: several handles there are several people, and no group. */
export function whoOf(who: WhoHooks, root: Element, identity: Identity, isSheet: boolean): Who {
  const thread = readFirst(who.thread, root)?.text ?? '';
  const handles = distinct(readEvery(who.handle, root).map((each) => handleOf(each, who.handle)));
  const titles = distinct(readAll(who.title, root).filter(({ text }) => text !== ''));
  const members = distinct(readEvery(who.members, root).map((each) => handleOf(each, who.members)));
  const isGroup = (who.group ?? []).some((hooks) => isPresent(hooks, root)) || (!isSheet && handles.length > 1);
  const names = handles.map(({ text }) => text);
  const title = titles[0]?.text ?? '';
  const shown = handles[0] ?? titles[0];
  const panel = readFirst(who.panel, root);
  const label = comparable(panel?.text ?? (names.length > 0 ? names.map(comparable).sort().join(' ') : title));
  const agrees =
    (who.agree ?? []).every((hooks) => isAgreed(hooks, root, [...names, title, thread])) &&
    identity.agrees({ thread, label, header: (panel ?? shown)?.element });
  const chat = thread ? chatAddress({ thread }) : title ? chatAddress({ title }) : '';
  const recipients: readonly Recipient[] = isGroup
    ? [...groupOf(chat, title || names.join(', ')), ...handles.map(personOf), ...members.map(personOf)]
    : members.length > 0 && label === ''
      ? members.map(personOf)
      : names.length > 0
        ? handles.map((each) => (names.length === 1 && title ? { ...personOf(each), name: title } : personOf(each)))
        : thread === '' && titles.length > 1
          ? titles.map(({ text }) => byTitle(text, who))
          : chat
            ? [thread ? direct(chat, title) : byTitle(title, who)]
            : [];
  return { thread, recipients: distinctPeople(recipients), isGroup, agrees };
}

const direct = (address: string, name: string): Recipient => ({ field: 'direct', address, ...(name && { name }) });

const byTitle = (title: string, { unsure }: WhoHooks): Recipient => ({
  ...direct(chatAddress({ title }), title),
  ...(unsure && { unsure }),
});

/** Members that are not shown are there all the same. */
const groupOf = (chat: string, name: string): readonly Recipient[] => {
  const address = chat || (name ? chatAddress({ title: name }) : '');
  return address ? [{ ...direct(address, name), group: true }] : [];
};

const HANDLE = /^@|^\+?[\d\s().\-\u2010\u2011]{7,}$|\S@\S/;

/** What names a place on the network is a handle; a mere shown name is a title like a chat's. */
function personOf({ text, element, isHandle }: Handle): Recipient {
  if (isHandle || HANDLE.test(text)) {
    const name = element && isHandle ? (element.textContent ?? '').trim() : '';
    return direct(text, comparable(name) === comparable(text) ? '' : name);
  }
  return direct(chatAddress({ title: text }), text);
}

interface Handle extends Shown {
  readonly isHandle?: boolean;
}

/** Of a link without a pattern the last part of its path counts. */
function handleOf(shown: Shown, hooks: ReadHooks | undefined): Handle {
  const isHandle =
    hooks?.in === 'url' ||
    (hooks?.from?.split(' ')[0] !== 'text' &&
      hooks?.from !== undefined &&
      hooks.from !== 'aria-label' &&
      hooks.from !== 'title');
  if (hooks?.from !== 'href' || hooks.match !== undefined) return { ...shown, isHandle };
  const path = shown.text.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return { ...shown, text: decoded(path.slice(path.lastIndexOf('/') + 1)), isHandle };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One person may be named twice in a header, by picture and by name. */
const distinct = <T extends Shown>(all: readonly T[]): readonly T[] =>
  all.filter((each, at) => all.findIndex(({ text }) => comparable(text) === comparable(each.text)) === at);

const distinctPeople = (all: readonly Recipient[]): readonly Recipient[] =>
  all.filter((each, at) => all.findIndex(({ address }) => address === each.address) === at);

/** A source that is not there says nothing; one that names neither handle nor title nor thread speaks of another chat. */
function isAgreed(hooks: ReadHooks, root: Element, named: readonly string[]): boolean {
  const said = readAll(hooks, root).filter(({ text }) => text !== '');
  const wanted = named.map(comparable).filter((each) => each !== '');
  if (said.length === 0 || wanted.length === 0) return true;
  return said.some(({ text }) => wanted.some((each) => comparable(text).includes(each)));
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const comparable = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** What tells one open chat from the next in the same box. */
export function chatKeyOf({ who }: BoxHooks, root: Element): string {
  if (!who) return '';
  const thread = readFirst(who.thread, root)?.text;
  return thread || comparable((readFirst(who.handle, root) ?? readFirst(who.title, root))?.text ?? '');
}
