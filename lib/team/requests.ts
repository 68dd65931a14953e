import type { RequestView } from '../domain/team-view.ts';
import type { Cards } from './cards.ts';
import type { Desk } from './desk.ts';
import { type AskedBy, askedBy, type JoinRequest, readRequest } from './invite.ts';
import { safetyPhrase } from './safety-phrase.ts';
import type { Invite } from './team-state.ts';

export interface OpenRequest {
  readonly request: JoinRequest;
  readonly by: AskedBy;
  readonly invite: Invite;
  readonly view: RequestView;
}

/** The words cost work to make, and never change. */
const phrases = new Map<string, readonly string[]>();

/** Answers to invitations that are still good, and that nobody refused here. */
export async function openRequests(
  { chain, around: { store, now } }: Desk,
  { readingKeys }: Cards,
  passed: ReadonlySet<string>,
): Promise<readonly OpenRequest[]> {
  const open: OpenRequest[] = [];
  for (const path of await store.keys('requests')) {
    const bytes = await store.get('requests', path);
    const read = bytes && (await readRequest(bytes));
    if (!read?.ok || passed.has(read.value.hash)) continue;
    const request = read.value;
    const [invite, key] = [chain.state().invites.get(request.invite), readingKeys.get(request.invite)];
    if (!invite || invite.used || invite.until <= now() || !key) continue;
    const by = await askedBy(request, key);
    if (!by.ok) continue;
    const { team, sign: signKey, box: boxKey, hash } = request;
    const words = phrases.get(hash) ?? (await safetyPhrase({ team, invite: invite.invite, signKey, boxKey }));
    phrases.set(hash, words);
    const view = { id: hash, name: by.value.name, role: invite.role, lists: invite.scopes, words };
    open.push({ request, by: by.value, invite, view });
  }
  return open;
}
