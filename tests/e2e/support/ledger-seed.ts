import type { Channel, Purpose } from '@/lib/domain/enums.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { ActivityEntry } from '@/lib/ledger/activity.ts';
import { bundled } from '../../real/support/seed.ts';

/** One expression that writes these into the ledger of the page that it runs in, and gives how many were written. */
export async function writing(ops: readonly Op[], lines: readonly ActivityEntry[] = []): Promise<string> {
  const code = await bundled('../../e2e/support/ledger-seed-page.ts');
  return `(async () => { ${code}; return izinSeed.write(${JSON.stringify(ops)}, ${JSON.stringify(lines)}); })()`;
}

export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A person of ours: invented, under a domain that is nobody's. */
export function aPerson(name: string, email: string, more: readonly Change[] = [], at = daysAgo(30)): Op {
  const changes: readonly Change[] = [
    { kind: 'person', set: { name, role: 'journalist', ageBand: 'adult' } },
    { kind: 'point', point: { id: newId(), channel: 'email', address: email } },
    ...more,
  ];
  return newOp({ space: 'personal', subject: newId(), of: 'person', by: 'self' }, changes, at);
}

interface Consent {
  readonly state?: 'given' | 'withdrawn' | 'requested';
  readonly at?: string;
  readonly until?: string;
  readonly channels?: readonly Channel[];
  readonly purpose?: Purpose;
  readonly words?: string;
}

/** What somebody agreed to, with its evidence. */
export function aConsent({ state = 'given', at = daysAgo(20), until, ...over }: Consent = {}): readonly Change[] {
  const record_id = newId();
  const { channels = ['email'], purpose = 'pr_media', words = 'Baik, silakan kirim.' } = over;
  return [
    {
      kind: 'record',
      record: {
        schema_version: 'izin.consent/1',
        record_id,
        law_packs: ['ID_PDP'],
        processes: [{ process_id: newId(), purpose, lawful_basis: 'consent', channels, clients: [] }],
      },
    },
    {
      kind: 'consent',
      recordId: record_id,
      event: {
        event_id: newId(),
        state,
        consent_type: 'expressed',
        at,
        ...(until ? { until } : {}),
        by_relation: 'self',
        method: 'email_reply',
        evidence: { kind: 'message_ref', locator: 'message 12', excerpt: words },
        recorded_by: 'self',
        recorded_at: at,
        prev: [],
      },
    },
  ];
}
