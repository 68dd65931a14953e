/**
 * Where a page shows neither number nor handle, a chat is known by what it does show: its title, or its thread's id. Such
 * an address is bound to a person once, by the user, as a contact point like any other.
 */
const TITLE = 'chat:';
const THREAD = 'thread:';

export const chatAddress = (shown: { readonly title: string } | { readonly thread: string }): string =>
  'thread' in shown ? `${THREAD}${shown.thread.trim()}` : `${TITLE}${shown.title.trim()}`;

export const isChatAddress = (address: string): boolean => address.startsWith(TITLE) || address.startsWith(THREAD);

/** Two people may share a title; a thread is one. */
export const isChatTitle = (address: string): boolean => address.startsWith(TITLE);

/** The title or thread as the page shows it. */
export const chatShown = (address: string): string =>
  address.slice(isChatTitle(address) ? TITLE.length : isChatAddress(address) ? THREAD.length : 0);

/** What is compared. Spaces and case do not tell two titles apart; a thread's id is exact. */
export function chatKey(address: string): string {
  if (!isChatTitle(address)) return address;
  return `${TITLE}${address.slice(TITLE.length).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}
