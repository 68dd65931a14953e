import { browser } from '../platform/browser.ts';
import { onSessionChange, sessionItem } from '../platform/session.ts';

/*
 * Opt-out words in a reply that is being answered, as the guard already sent it to be judged. In the memory of this
 * browser session alone, for the side panel; only words that ask for no more messages are kept, and nothing else of the quote.
 */
export interface HeardIn {
  readonly surface: string;
  /** At most 280 characters of what they wrote. */
  readonly excerpt: string;
  /** Hex SHA-256 of all that they wrote in it. */
  readonly sha256: string;
  /** The sentence that asks for it. */
  readonly words: string;
  /** The address that the quote itself names as its writer. */
  readonly from?: string;
}

const key = (tabId: number): string => `heard:${tabId}`;
const PASSED = 'heard-not';
const KEPT = 50;

export const tellHeard = (tabId: number, heard: HeardIn): Promise<void> =>
  browser.storage.session.set({ [key(tabId)]: heard });
export const dropHeard = (tabId: number): Promise<void> => browser.storage.session.remove(key(tabId));
export const onHeard = (changed: () => void, signal: AbortSignal): void => onSessionChange('heard', changed, signal);

/** What was heard in this tab, unless the user has said that it is no opt-out. */
export async function heardNow(tabId: number): Promise<HeardIn | undefined> {
  const heard = await sessionItem(key(tabId));
  return isHeard(heard) && !(await passed()).includes(heard.sha256) ? heard : undefined;
}

/** These words are no opt-out: not asked about again in this session. */
export async function passOver(sha256: string): Promise<void> {
  await browser.storage.session.set({ [PASSED]: [...(await passed()), sha256].slice(-KEPT) });
}

async function passed(): Promise<readonly string[]> {
  const known = await sessionItem(PASSED);
  return Array.isArray(known) ? known.map(String) : [];
}

const isHeard = (value: unknown): value is HeardIn =>
  typeof value === 'object' && value !== null && 'sha256' in value && 'excerpt' in value && 'words' in value;
