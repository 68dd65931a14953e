import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReceiptRoom } from '@/entrypoints/ledger/receipt-room.tsx';
import type { Change } from '@/lib/domain/op.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { opened, personOp } from '../unit/ledger/open.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});
beforeEach(() => setLanguage('en'));

const AT = '2026-05-01T03:00:00.000Z';
const agreement = (id: string, purpose: 'pr_media' | 'event_invite'): readonly Change[] => [
  {
    kind: 'record',
    record: {
      schema_version: 'izin.consent/1',
      record_id: id,
      law_packs: ['ID_PDP'],
      processes: [{ process_id: `${id}-p`, purpose, lawful_basis: 'consent', channels: ['email'], clients: [] }],
    },
  },
  {
    kind: 'consent',
    recordId: id,
    event: {
      event_id: `${id}-e`,
      state: 'given',
      consent_type: 'expressed',
      at: AT,
      by_relation: 'self',
      method: 'email_reply',
      evidence: { kind: 'message_ref', excerpt: 'Ya, silakan.' },
      recorded_by: 'self',
      recorded_at: AT,
      prev: [],
    },
  },
];

let count = 0;
async function room(changes: readonly Change[]) {
  const ledger = opened(await openLedger({ name: `receipt-${++count}`, keyStore: memoryKeyStore() }));
  const op = personOp('Sari Wulandari', 'sari@harian.example', changes);
  opened(await ledger.append([op]));
  render(<ReceiptRoom ledger={ledger} policy={DEFAULT_POLICY} id={op.subject} />);
  return userEvent.setup();
}

it('shows one agreement at a time, prints it, and leads back to the person', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  const user = await room([...agreement('r1', 'pr_media'), ...agreement('r2', 'event_invite')]);
  const sheet = await screen.findByRole('article', { name: 'Receipt of consent' });
  expect(sheet).toHaveTextContent('Sari Wulandari');
  expect(sheet).toHaveTextContent(/press pitch/i);
  expect(sheet).not.toHaveTextContent(/event invitation/i);
  await user.selectOptions(screen.getByLabelText('Which agreement'), 'Event invitation');
  expect(screen.getByRole('article', { name: 'Receipt of consent' })).toHaveTextContent(/event invitation/i);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledOnce();
  expect(screen.getByRole('link', { name: 'Back to Sari Wulandari' })).toBeVisible();
});

it('is written in the language that is asked for', async () => {
  const user = await room(agreement('r1', 'pr_media'));
  await user.selectOptions(await screen.findByLabelText('Language of the receipt'), 'Bahasa Indonesia');
  expect(screen.getByRole('article', { name: 'Tanda terima persetujuan' })).toBeVisible();
});

it('says so where nothing is recorded', async () => {
  await room([]);
  expect(await screen.findByText('Nothing is recorded yet that a receipt could tell.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
});
