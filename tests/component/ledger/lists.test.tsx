import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ListForm } from '@/components/ledger/lists-form.tsx';
import { ListsIndex } from '@/components/ledger/lists-index.tsx';
import { ListPage } from '@/components/ledger/lists-page.tsx';
import type { SavedList } from '@/lib/domain/saved-list.ts';
import type { Facets, Readiness } from '@/lib/domain/segment.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults } from './people.ts';

// A whole page under axe takes its time on a small machine.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const list: SavedList = {
  id: 'l1',
  name: 'Energy desk',
  rule: { groups: ['Energi'], roles: ['journalist', 'editor'] },
  purpose: 'pr_media',
  channel: 'email',
};
const places = {
  ready: ['a', 'b', 'c'],
  ask_first: ['d'],
  capped: [],
  guardian: [],
  duplicate: [],
  no_address: [],
  blocked: ['e', 'f', 'g', 'h', 'i', 'j', 'k'],
};
const found: Readiness = {
  total: 11,
  places,
  expiring: [{ id: 'a', until: '2026-12-01T00:00:00.000Z' }],
  narrow: { few: false, specific: [], children: false },
};

const page = (more: Partial<ComponentProps<typeof ListPage>> = {}) => (
  <ListPage
    list={list}
    found={found}
    nameOf={(id) => `Person ${id}`}
    law={[{ pack: 'ID_PDP', article: 'UU 27/2022 Pasal 34', mark: 'V' }]}
    half={() => ({ says: 'An assessment comes before.' })}
    onEdit={() => undefined}
    onRemove={() => undefined}
    {...more}
  />
);

describe('a list before it is written to', () => {
  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container } = render(page({ onExport: () => undefined }));
    expect(await faults(container)).toEqual([]);
  });

  it('says its rule, draws where everybody stands, and has the same as a table', () => {
    render(page());
    expect(screen.getByText('Energi · journalist / editor')).toBeVisible();
    const sum = '3 of 11 may be written to now by e-mail, press pitch.';
    expect(screen.getByRole('img', { name: sum })).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['3', '1', '7']);
    expect(rows[2]).toHaveTextContent('and 2 more');
    expect(within(rows[0]!).getByRole('link', { name: 'Person a' })).toHaveAttribute('href', '#/people/a');
  });

  it('minds what ends soon and what is narrow, with the row of the law', () => {
    render(page({ found: { ...found, narrow: { few: true, specific: ['health'], children: false } } }));
    expect(screen.getByText(/Consent of 1 person ends within 30 days/)).toBeVisible();
    expect(screen.getByText(/fewer than 5 people/)).toHaveTextContent('specific data: health');
    expect(screen.getByText('UU 27/2022 Pasal 34', { selector: 'summary' })).toBeVisible();
  });

  it('exports only as many as may be written to, and nobody where nobody may', async () => {
    const user = userEvent.setup();
    const onExport = vi.fn();
    const { rerender } = render(page({ onExport }));
    await user.click(screen.getByRole('button', { name: 'Export 3 addresses that may be written to' }));
    expect(onExport).toHaveBeenCalledOnce();
    rerender(page({ onExport, found: { ...found, places: { ...places, ready: [] } } }));
    expect(screen.getByRole('button', { name: /Export 0/ })).toBeDisabled();
  });

  it('asks before it removes', async () => {
    const user = userEvent.setup();
    const onRemove = vi.fn();
    render(page({ onRemove }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onRemove).not.toHaveBeenCalled();
    expect(screen.getByText(/Nobody in it is touched/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledOnce();
  });
});

describe('making a list', () => {
  const facets: Facets = {
    groups: [['Energi', 12]],
    outlets: Array.from({ length: 15 }, (_, at) => [`Harian ${at}`, 15 - at] as const),
    topics: [],
    clients: [],
  };
  const form = (more: Partial<ComponentProps<typeof ListForm>> = {}) => (
    <ListForm
      list={undefined}
      purpose="pr_media"
      facets={facets}
      onDraft={() => undefined}
      onSave={async () => undefined}
      onCancel={() => undefined}
      {...more}
    />
  );

  it('is done by keyboard: a name, a tick, Enter', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn(async (_: SavedList) => undefined);
    const onDraft = vi.fn();
    render(form({ onSave, onDraft }));
    await user.keyboard('Energy desk');
    screen.getByRole('checkbox', { name: /^Energi/ }).focus();
    await user.keyboard(' ');
    expect(onDraft).toHaveBeenLastCalledWith(expect.objectContaining({ rule: { groups: ['Energi'] } }));
    screen.getByLabelText('Name of the list').focus();
    await user.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'Energy desk',
        rule: { groups: ['Energi'] },
        purpose: 'pr_media',
        channel: 'email',
      }),
    );
  });

  it('wants a name', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn(async (_: SavedList) => undefined);
    render(form({ onSave }));
    await user.click(screen.getByRole('button', { name: 'Save the list' }));
    expect(screen.getByRole('alert')).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('keeps rare words one click away, and what was chosen in sight even when nobody has it any more', () => {
    render(form({ list: { ...list, rule: { outlets: ['Harian 14', 'Koran Lama'] } } }));
    const outlets = screen.getByRole('group', { name: 'Outlets' });
    expect(within(outlets).getByText('2 more')).toBeVisible();
    expect(within(outlets).getByRole('checkbox', { name: /Koran Lama/ })).toBeChecked();
    expect(within(outlets).getByRole('checkbox', { name: /Harian 14/ })).toBeChecked();
  });
});

it('the index names each list with what it is for, and which one is open', () => {
  render(<ListsIndex lists={[list]} current="l1" />);
  const link = screen.getByRole('link', { name: /Energy desk.*Press pitch · e-mail/ });
  expect(link).toHaveAttribute('aria-current', 'true');
});
