import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { SimulatorRoom } from '@/entrypoints/ledger/simulator-room.tsx';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { type Language, setLanguage } from '@/lib/platform/words.ts';
import { aSuppression } from '../unit/domain/builders.ts';
import { aLedger, opened, personOp } from '../unit/ledger/open.ts';
import { faultsOf } from './kit/axe.ts';

// On a busy machine a press takes its time.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  setLanguage('en');
});

async function page(language: Language = 'en') {
  setLanguage(language);
  const ledger = await aLedger();
  const stop = { kind: 'suppression', suppression: aSuppression() } as const;
  opened(await ledger.append([personOp('Sari Wulandari', 'sari@harian.example', [stop])]));
  const { container } = render(<SimulatorRoom ledger={ledger} policy={DEFAULT_POLICY} />);
  return { ledger, container, user: userEvent.setup({ delay: null }) };
}

it('says what the guard would say and by which rule, and keeps nothing of it', async () => {
  const { ledger, user } = await page();
  const before = await ledger.revision();
  await user.type(screen.getByRole('textbox', { name: 'To' }), 'sari@harian.example');
  await user.click(screen.getByRole('textbox', { name: 'Message' }));
  await user.paste('Yth. [Nama], berikut rilis kami.');
  await user.click(screen.getByRole('button', { name: 'See what would be said' }));
  const said = await screen.findByRole('region', { name: 'What would be said' });
  const told = within(said)
    .getAllByRole('article')
    .map(({ textContent }) => textContent);
  expect(told[0]).toMatch(/Sari Wulandari.*Opted out · Held, cannot be sent/);
  expect(told.some((one) => one?.includes('Unfilled gap · Held, can be sent anyway'))).toBe(true);
  expect([await ledger.revision(), await ledger.activity({ limit: 1 })]).toEqual([before, []]);
});

it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
  const { container, user } = await page(language);
  await user.type(screen.getAllByRole('textbox')[0] as HTMLElement, 'sari@harian.example{Tab}[[Nama]');
  await user.click(screen.getByRole('button'));
  expect((await screen.findAllByRole('article')).length).toBeGreaterThan(0);
  expect(await faultsOf(container)).toEqual([]);
});
