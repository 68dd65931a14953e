import type { AskDesk, AskMade } from '@/components/sidepanel/ask-view.ts';
import { dropAsk, keepAsk, type PendingAsk } from '@/lib/bus/asking.ts';
import { askGuard } from '@/lib/bus/to-guard.ts';
import { sha256Hex } from '@/lib/domain/consent-hash.ts';
import { askedContact, deferredChanges, linesOf, requestedChanges } from '@/lib/domain/consent-request.ts';
import { newId } from '@/lib/domain/new-op.ts';
import { type PersonState, SELF, type SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { writer } from '@/lib/ledger/writing.ts';
import type { Seen } from './use-writing.ts';

/** Asking for consent: nobody counts as asked before the message was seen to leave, or the user has said so. */
export function askDesk(ledger: Ledger, space: SpaceId, policy: Policy, seen: Seen | undefined): AskDesk {
  const pending = async ({ person }: PersonState, made: AskMade): Promise<PendingAsk> => {
    const { purpose, channel, reminder, text } = made;
    const of = { space: person.space, personId: person.id, purpose, channel, reminder };
    return { ...of, sha256: await sha256Hex(text), lines: linesOf(text), seen: [] };
  };
  const write = ({ person }: PersonState) => writer(ledger, person.space, 'person', person.id);
  return {
    guardian: async ({ person }) => (person.guardianId ? ledger.person(person.space, person.guardianId) : undefined),
    async put(state, made) {
      const { tabId, writing } = seen ?? {};
      if (tabId === undefined || !writing) return false;
      // Before it stands there: the draft is judged as soon as it changes.
      await keepAsk(await pending(state, made));
      const taken = await askGuard({ tabId, frameId: writing.frameId }, 'put', made.text);
      return taken.ok && taken.value;
    },
    async copy(state, made) {
      const copied = await navigator.clipboard.writeText(made.text).then(
        () => true,
        () => false,
      );
      if (copied) await keepAsk(await pending(state, made));
      return copied;
    },
    async sent(state, made) {
      const ask = await pending(state, made);
      const at = new Date().toISOString();
      const asked = requestedChanges(state, policy, { ...ask, at }, newId);
      const refused = await write(state)([...asked, askedContact(ask.channel, at)]);
      if (refused === undefined) await dropAsk(ask);
      return refused;
    },
    defer: (state, of) => write(state)(deferredChanges(state, policy, { ...of, at: new Date().toISOString() }, newId)),
    async settle({ name, email }) {
      const before = policy.controller ?? { party_id: newId(), role: 'controller' as const };
      const controller = { ...before, name, contact_email: email };
      const written = await ledger.setPolicy(space, { controller }, SELF);
      return written.ok ? undefined : phraseOf(written.error);
    },
  };
}
