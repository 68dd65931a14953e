import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Terms } from '@/components/ledger/terms.tsx';
import type { Change } from '@/lib/domain/op.ts';
import type { Release } from '@/lib/domain/topic.ts';
import { revisionOf } from '@/lib/domain/topic-approval.ts';
import { setLanguage } from '@/lib/platform/words.ts';

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const AT = '2026-11-10T02:00:00.000Z';
const fields = {
  title: 'Laporan 2026',
  phrases: ['Laporan 2026'],
  liftsAt: '2026-12-01T00:00:00.000Z',
  zone: 'WIT',
  class: 'embargoed',
} as const;
const release: Release = { ...fields, id: 'r1', agreements: [] };

function page(shown: Release) {
  const write = vi.fn(async (_: readonly Change[]) => undefined);
  const view = render(
    <Terms
      terms={[]}
      releases={[shown]}
      names={new Map([['p1', 'Sari Wulandari']])}
      find={async () => [{ id: 'p2', name: 'Dewi Lestari' }]}
      write={() => write}
      now={AT}
    />,
  );
  return { user: userEvent.setup(), write, container: view.container };
}

it('shows who agreed by what evidence, and whose word was about an earlier moment', () => {
  page({
    ...release,
    agreements: [{ personId: 'p1', agreedAt: AT, evidence: { kind: 'message_ref', excerpt: 'Siap, kami tunggu.' } }],
    lapsed: [{ personId: 'p2', agreedAt: AT }],
  });
  const [held, lapsed] = screen.getAllByRole('listitem');
  expect(held).toHaveTextContent('Sari Wulandari agreed on');
  expect(held).toHaveTextContent('“Siap, kami tunggu.”');
  expect(lapsed).toHaveTextContent('without evidence on record');
  expect(lapsed).toHaveTextContent('agreed to an earlier moment: ask again');
});

it('records an agreement to this moment with its evidence', async () => {
  const { user, write } = page(release);
  await user.click(screen.getByRole('button', { name: 'Record who agreed to wait' }));
  const form = screen.getByRole('form', { name: 'Record who agreed to wait' });
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(within(form).getByRole('status')).toHaveTextContent('Choose who agreed.');
  expect(write).not.toHaveBeenCalled();
  await user.type(within(form).getByRole('searchbox', { name: 'Who agreed' }), 'dewi');
  await user.click(await within(form).findByRole('button', { name: /Dewi Lestari/ }));
  await user.type(within(form).getByRole('textbox', { name: /words/i }), 'Oke');
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(write).toHaveBeenCalledExactlyOnceWith([
    {
      kind: 'agreement',
      agreement: {
        personId: 'p2',
        agreedAt: expect.any(String),
        liftsAt: fields.liftsAt,
        zone: 'WIT',
        evidence: { kind: 'message_ref', excerpt: 'Oke' },
      },
    },
  ]);
});

it('asks for approval of this wording, of somebody', async () => {
  const { user, write } = page(release);
  expect(screen.getByText('draft')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ask for approval' }));
  await user.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('Say whose approval is asked for.');
  await user.type(screen.getByRole('textbox', { name: 'Of whom' }), 'Kepala Biro{Enter}');
  const revision = revisionOf(release);
  expect(write).toHaveBeenCalledExactlyOnceWith([
    { kind: 'approval', approval: expect.objectContaining({ step: 'asked', of: 'Kepala Biro', revision }) },
  ]);
});

it('offers only what may come next, and tells the way so far', () => {
  const step = {
    id: 's1',
    step: 'asked',
    by: 'self',
    at: AT,
    revision: revisionOf(release),
    of: 'Kepala Biro',
  } as const;
  page({ ...release, approval: { state: 'asked', steps: [step] } });
  expect(screen.queryByRole('button', { name: 'Ask for approval' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Record approval' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Return for changes' })).toBeVisible();
  expect(screen.getByText(/Waiting for approval, .* of Kepala Biro/)).toBeVisible();
});

it('keeps the class and the lane when only the title changes, and flags classes of the law with their test', async () => {
  const { user, write, container } = page({ ...release, lane: 'public_information', kip: [{ class: '17h' }] });
  expect(screen.getByText(/has to be tested by the PPID/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Edit Laporan 2026' }));
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Private secrets of a person: what the PPID found' }),
    'Held back after a test by the PPID',
  );
  await user.click(screen.getByRole('checkbox', { name: /Defence and security/ }));
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const test = { at: expect.any(String), by: 'self', outcome: 'exempt' };
  expect(write).toHaveBeenCalledExactlyOnceWith([
    {
      kind: 'release',
      release: { ...fields, lane: 'public_information', kip: [{ class: '17c' }, { class: '17h', test }] },
    },
  ]);
});
