import { bumpRevision } from '@/lib/bus/bus.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { browser } from '@/lib/platform/browser.ts';

/** Chats about whom the user does not want to be asked. In the memory of this session alone: nothing of it is on disk. */
const KEY = 'skipped';
/** A session of many chats does not grow without end; who was skipped long ago is asked about again. */
const KEPT = 200;

const chatOf = ({ surface, conversation = '' }: Draft, address: string): string =>
  JSON.stringify([surface, conversation, address]);

/** Nobody else writes it: every draft asks, and to ask the browser each time would be a way there and back. */
let known: Promise<readonly string[]> | undefined;

function all(): Promise<readonly string[]> {
  known ??= browser.storage.session
    .get(KEY)
    .then(({ [KEY]: chats }): readonly string[] => (Array.isArray(chats) ? chats.map(String) : []));
  known.catch(() => {
    known = undefined;
  });
  return known;
}

/** The addresses of this draft that were skipped in this very chat. */
export async function skippedIn(draft: Draft): Promise<ReadonlySet<string>> {
  const here = new Set(await all());
  return new Set(draft.recipients.map(({ address }) => address).filter((address) => here.has(chatOf(draft, address))));
}

/** Open drafts are judged again, as after any change. */
export async function skip(draft: Draft, addresses: readonly string[]): Promise<void> {
  const chats = addresses.map((address) => chatOf(draft, address));
  const others = (await all()).filter((chat) => !chats.includes(chat));
  const now = [...others, ...chats].slice(-KEPT);
  await browser.storage.session.set({ [KEY]: now });
  known = Promise.resolve(now);
  await bumpRevision();
}
