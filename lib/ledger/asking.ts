import { sha256Hex } from '../domain/consent-hash.ts';
import { askedContact, deferredChanges, requestedChanges } from '../domain/consent-request.ts';
import type { Channel, Purpose } from '../domain/enums.ts';
import { newId } from '../domain/new-op.ts';
import { type PersonState, SELF, type SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { Ledger } from './ledger.ts';
import { phraseOf } from './said.ts';
import { writer } from './writing.ts';

interface Use {
  readonly purpose: Purpose;
  readonly channel: Channel;
}

/** What asking for consent writes down; what comes back is why it was not done. */
export interface AskingWrites {
  readonly guardian: (state: PersonState) => Promise<PersonState | undefined>;
  /** The message has left: by the page that was watched, or by the user's word. */
  readonly sent: (
    state: PersonState,
    made: Use & { readonly reminder: boolean; readonly text: string },
  ) => Promise<Phrase | undefined>;
  readonly defer: (state: PersonState, of: Use) => Promise<Phrase | undefined>;
  readonly settle: (controller: { readonly name: string; readonly email: string }) => Promise<Phrase | undefined>;
}

export function askingWrites(ledger: Ledger, space: SpaceId, policy: Policy): AskingWrites {
  const write = ({ person }: PersonState) => writer(ledger, person.space, 'person', person.id);
  return {
    guardian: async ({ person }) => (person.guardianId ? ledger.person(person.space, person.guardianId) : undefined),
    async sent(state, { purpose, channel, reminder, text }) {
      const at = new Date().toISOString();
      const ask = { purpose, channel, reminder, sha256: await sha256Hex(text), at };
      return write(state)([...requestedChanges(state, policy, ask, newId), askedContact(channel, at)]);
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
