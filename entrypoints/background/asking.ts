import { dropAsk, keepAsk, type PendingAsk, pendingAsks } from '@/lib/bus/asking.ts';
import type { Messages } from '@/lib/bus/messages.ts';
import { askedContact, requestedChanges, standsIn } from '@/lib/domain/consent-request.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import { type PersonState, SELF } from '@/lib/domain/person.ts';
import { spacesFor } from '@/lib/ledger/spaces-for.ts';
import { note } from '@/lib/ledger/writing.ts';
import { ledger } from './office.ts';

type Left = Messages['left'][0];

/** As many drafts of one request are remembered: one for each edit that was judged. */
const SEEN = 30;

/**
 * A draft in which a request for consent stands is judged as one (domain.md §7.4, ruling 4), and remembered by addressees
 * and length: what leaves later is told by the guard without its words.
 */
export async function asAsked(draft: Draft, tabId: number | undefined): Promise<Draft> {
  const pending = await pendingAsks();
  if (pending.length === 0) return draft;
  const spaces = await spacesFor(await ledger(), draft.surface);
  const here = pending.filter(
    ({ space, channel, lines }) => spaces.includes(space) && channel === draft.channel && standsIn(lines, draft.text),
  );
  const mark = markOf(tabId, draft, draft.text.length);
  for (const ask of here)
    if (!ask.seen.includes(mark)) await keepAsk({ ...ask, seen: [...ask.seen, mark].slice(-SEEN) });
  return here.length > 0 ? { ...draft, purpose: 'consent_request' } : draft;
}

/** The requests that this message carried, as it was last judged. */
export async function asksIn(left: Left, tabId: number | undefined): Promise<readonly PendingAsk[]> {
  if (left.length === undefined) return [];
  const mark = markOf(tabId, left, left.length);
  return (await pendingAsks()).filter(({ seen }) => seen.includes(mark));
}

/** By addressees and length, for what leaves is told by the guard without its words. */
export const markOf = (
  tabId: number | undefined,
  { surface, recipients }: Pick<Left, 'surface' | 'recipients'>,
  length: number,
) => JSON.stringify([tabId, surface, recipients.map(({ field, address }) => `${field} ${address}`).sort(), length]);

/** A request that was seen to leave: the person counts as asked from now. One that went to somebody else asks nobody. */
export async function recordAsked(asks: readonly PendingAsk[], left: Left): Promise<void> {
  const books = await ledger();
  const at = new Date().toISOString();
  for (const ask of asks) {
    const { space, personId } = ask;
    const points = left.recipients.map(({ address }) => ({ channel: left.channel, address }));
    const reached = (await books.peopleAt([space], points)).flat();
    const state = await books.person(space, personId);
    if (!state || !reached.some(({ person }) => person.id === addressee(state))) continue;
    const policy = await books.policy(space);
    const asked = requestedChanges(state, policy, { ...ask, at }, newId);
    // Whom the message itself reached is noted with all its recipients; a child is asked through its guardian.
    const told = reached.some(({ person }) => person.id === personId) ? [] : [askedContact(ask.channel, at)];
    const changes = [...asked, ...told];
    if (changes.length > 0) {
      const written = await books.append([newOp({ space, subject: personId, of: 'person', by: SELF }, changes, at)]);
      if (!written.ok) continue;
      await note(books, { kind: 'recorded', people: [personId] });
    }
    await dropAsk(ask);
  }
}

const addressee = ({ person }: PersonState): string =>
  person.ageBand === 'child' && person.guardianId ? person.guardianId : person.id;
