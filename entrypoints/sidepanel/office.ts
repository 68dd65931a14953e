import type { Office } from '@/components/sidepanel/view.ts';
import type { RecordForm } from '@/components/warning/view.ts';
import { askGuard } from '@/lib/bus/to-guard.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { copiesOf, peopleNamed, spacesBeside, writableBeside } from '@/lib/ledger/spaces-for.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { askDesk } from './ask-desk.ts';
import type { Seen } from './use-writing.ts';

const SHOWN = 6;

/** What the cards may do: all of it in this space of this ledger, and one question to the page's guard. */
export function officeOf(ledger: Ledger, space: SpaceId, seen: Seen | undefined, policy: Policy, now: string): Office {
  const { purpose } = policy;
  return {
    purpose,
    policy,
    ask: askDesk(ledger, space, policy, seen),
    now,
    write: ({ person }) => writer(ledger, person.space, 'person', person.id),
    find: async (query) => {
      if (query.trim() === '') return [];
      const people = await peopleNamed(ledger, await spacesBeside(ledger, space), query, SHOWN);
      return people.map(({ person: { id, name, outlet } }) => ({ id, name, ...(outlet ? { outlet } : {}) }));
    },
    record: (form) => record(ledger, space, form),
    choose: async (address, personId) => {
      const { tabId, writing } = seen ?? {};
      if (tabId === undefined || !writing) return false;
      return (await askGuard({ tabId, frameId: writing.frameId }, 'choose', { address, personId })).ok;
    },
  };
}

/** Adds somebody, or binds an address to somebody. */
async function record(ledger: Ledger, space: SpaceId, form: RecordForm): Promise<boolean> {
  if (form.kind !== 'add-person' && form.kind !== 'bind-chat') return false;
  const point = { kind: 'point', point: { id: newId(), channel: form.channel, address: form.address } } as const;
  if (form.kind === 'add-person')
    return (await writer(ledger, space, 'person')([{ kind: 'person', set: { name: form.name } }, point])) === undefined;
  const copies = await copiesOf(ledger, await writableBeside(ledger, space), form.personId);
  const written = await Promise.all(
    copies.map(({ person }) => writer(ledger, person.space, 'person', person.id)([point])),
  );
  return written.length > 0 && written.every((refused) => refused === undefined);
}
