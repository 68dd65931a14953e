import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NoticeRoom } from '@/entrypoints/ledger/notice-room.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { opened, personOp } from '../unit/ledger/open.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
beforeEach(() => setLanguage('en'));

const recordOf = (id: string) =>
  ({
    kind: 'record',
    record: {
      schema_version: 'izin.consent/1',
      record_id: id,
      law_packs: ['ID_PDP'],
      processes: [
        { process_id: `${id}-p`, purpose: 'pr_media', lawful_basis: 'consent', channels: ['email'], clients: [] },
      ],
    },
  }) as const;

let count = 0;
async function room() {
  const ledger = opened(await openLedger({ name: `notice-${++count}`, keyStore: memoryKeyStore() }));
  const sari = personOp('Sari Wulandari', 'sari@harian.example', [recordOf('r1')]);
  const dewi = personOp('Dewi Lestari', 'dewi@kabar.example', [recordOf('r2')]);
  opened(await ledger.append([sari, dewi]));
  const shown = render(<Opened ledger={ledger} />);
  await screen.findByRole('heading', { name: 'Who answers for the data' });
  return { ledger, sari, user: userEvent.setup(), container: shown.container };
}

/** As the page does it: the policy is read anew after each change. */
function Opened({ ledger }: { readonly ledger: Ledger }) {
  const policy = useLive(ledger, () => ledger.policy(PERSONAL_SPACE), []);
  return policy?.ok ? <NoticeRoom ledger={ledger} policy={policy.value} /> : null;
}

async function settle(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(screen.getByLabelText('Name of the office'));
  await user.paste('Humas Kota Contoh');
  await user.click(screen.getByLabelText('E-mail for questions about data'));
  await user.paste('data@humas.example');
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

it('says what has to be settled before there can be a notice', async () => {
  const { user } = await room();
  expect(screen.getByText('Say in the settings who answers for the data.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Say in the settings who answers for the data.');
});

it('publishes the seven items in both languages, and knows when nothing has changed', async () => {
  const { ledger, user } = await room();
  await settle(user);
  await user.click(await screen.findByRole('button', { name: 'Publish as version 1' }));
  await screen.findByText('Version 1 says exactly this and is in force.');
  const [notice] = (await ledger.policy(PERSONAL_SPACE)).notices ?? [];
  expect(notice?.texts.id.text).toContain('Humas Kota Contoh');
  expect(notice?.texts.id.text).toMatch(/^7\. /m);
  expect(notice?.texts.en.text).toContain('data@humas.example');
  expect(notice?.texts.en.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
  await user.selectOptions(screen.getByRole('combobox', { name: /Consent is asked for/ }), 'P24M');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Publish as version 2' })).toBeVisible();
});

it('names whom a version has not reached, and marks those who were told', async () => {
  const { ledger, sari, user } = await room();
  await settle(user);
  await user.click(await screen.findByRole('button', { name: 'Publish as version 1' }));
  const reach = await screen.findByRole('region', { name: 'Whom it has not reached' });
  expect(within(reach).getByText(/^2 people/)).toBeVisible();
  expect(within(reach).getByRole('button', { name: /I have told/ })).toBeDisabled();
  await user.click(within(reach).getByRole('checkbox', { name: /Sari/ }));
  await user.click(within(reach).getByRole('button', { name: 'I have told 1 person' }));
  await screen.findByText(/^1 person with a consent record/);
  const [record] = (await ledger.person(PERSONAL_SPACE, sari.subject))?.records ?? [];
  expect(record?.notice).toMatchObject({ version: '1', language: 'id' });
  expect(record?.notice?.shown_at).toBeDefined();
});

it('has no fault that axe finds', async () => {
  const { user, container } = await room();
  await settle(user);
  await screen.findByRole('button', { name: 'Publish as version 1' });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
