import type { Channel, Purpose } from '../domain/enums.ts';
import type { PersonId, SpaceId } from '../domain/person.ts';
import { browser } from '../platform/browser.ts';
import { sessionItem } from '../platform/session.ts';

/*
 * Requests for consent that were put into a message or copied, and have not been seen to leave. In the memory of this
 * browser session: nobody counts as asked by what stands here.
 */
export interface PendingAsk {
  readonly space: SpaceId;
  /** Whose consent is asked for. */
  readonly personId: PersonId;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly reminder: boolean;
  /** Hex SHA-256 of the text as it was made. */
  readonly sha256: string;
  /** By which it is known again in a draft (`linesOf`). */
  readonly lines: readonly string[];
  /** Drafts in which it stood when they were judged: their tab, addressees and length. */
  readonly seen: readonly string[];
}

const KEY = 'asking';
const KEPT = 20;

export async function pendingAsks(): Promise<readonly PendingAsk[]> {
  const found = await sessionItem(KEY);
  return Array.isArray(found) ? found.filter(isPending) : [];
}

export const keepAsk = (ask: PendingAsk): Promise<void> =>
  change((all) => [...all.filter((each) => !sameAsk(each, ask)), ask].slice(-KEPT));

export const dropAsk = (ask: PendingAsk): Promise<void> => change((all) => all.filter((each) => !sameAsk(each, ask)));

const sameAsk = (a: PendingAsk, b: PendingAsk): boolean =>
  a.space === b.space && a.personId === b.personId && a.purpose === b.purpose && a.channel === b.channel;

async function change(to: (all: readonly PendingAsk[]) => readonly PendingAsk[]): Promise<void> {
  await browser.storage.session.set({ [KEY]: to(await pendingAsks()) });
}

const isPending = (value: unknown): value is PendingAsk =>
  typeof value === 'object' && value !== null && 'personId' in value && 'lines' in value && 'seen' in value;
