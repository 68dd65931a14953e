import { bumpRevision } from '@/lib/bus/bus.ts';
import { consentChanges, stopChanges } from '@/lib/domain/consent-changes.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';

/** Runs in a page of the extension: its own code writes into its own ledger, as the ledger page does. */
export type SeedPerson = {
  readonly name: string;
  /** `given`: consent for press news by this channel; `stopped`: asked us to stop. */
  readonly says: 'given' | 'stopped';
} & ({ readonly email: string } | { readonly channel: Channel; readonly address: string });

const SAID_AT = '2026-05-01T03:00:00.000Z';
const said = {
  at: SAID_AT,
  by_relation: 'self',
  method: 'email_reply',
  evidence: { kind: 'message_ref', locator: 'message 12' },
  recorded_by: SELF,
  recorded_at: SAID_AT,
} as const;

export async function seed(people: readonly SeedPerson[]): Promise<number> {
  let changed: Promise<unknown> = Promise.resolve();
  const opened = await openLedger({
    onChange: () => {
      changed = bumpRevision();
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const written = await opened.value.append(people.map(opFor));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await changed;
  opened.value.close();
  return written.value.length;
}

function opFor(seeded: SeedPerson): Op {
  const { name, says } = seeded;
  const { channel, address } = 'email' in seeded ? { channel: 'email' as const, address: seeded.email } : { ...seeded };
  const subject = newId();
  const changes: readonly Change[] = [
    { kind: 'person', set: { name, role: 'journalist', ageBand: 'adult' } },
    { kind: 'point', point: { id: newId(), channel, address } },
    ...(says === 'given' ? given(channel) : stopChanges(undefined, { said, source: 'by reply' }, newId)),
  ];
  return newOp({ space: PERSONAL_SPACE, subject, of: 'person', by: SELF }, changes, SAID_AT);
}

const given = (channel: Channel): readonly Change[] =>
  consentChanges(
    undefined,
    {
      purpose: 'pr_media',
      channels: [channel],
      lawPacks: ['ID_PDP'],
      said: { ...said, state: 'given', consent_type: 'expressed' },
    },
    newId,
  );
