import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type LawPackView, LawsPage } from '@/components/ledger/laws.tsx';
import { datesIn } from '@/components/ledger/laws-dates.ts';
import type { LawPackId } from '@/lib/domain/enums.ts';
import { setLanguage } from '@/lib/platform/words.ts';

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const row = {
  article: 'Art. 1',
  sentence: 'People may ask.',
  unread: false,
  source: 'law.example',
  read: 'November 2026',
};
const packs: readonly LawPackView[] = [
  { id: 'ID_PDP', name: 'UU PDP', country: 'Indonesia', rows: [{ ...row, mark: 'V' }] },
  {
    id: 'CA_CASL',
    name: 'CASL',
    country: 'Canada',
    rows: [
      { ...row, mark: 'NV' },
      { ...row, article: 'Art. 2', mark: 'V2', unread: true },
    ],
  },
];

function page(chosen: readonly LawPackId[], holidays: readonly string[] = []) {
  const onChoose = vi.fn(async () => undefined);
  const onHolidays = vi.fn(async () => undefined);
  const shown = render(
    <LawsPage packs={packs} chosen={chosen} holidays={holidays} onChoose={onChoose} onHolidays={onHolidays} />,
  );
  return { user: userEvent.setup(), onChoose, onHolidays, container: shown.container };
}

it('chooses several packs, in the order of the list, and never none', async () => {
  const { user, onChoose } = page(['CA_CASL']);
  await user.click(screen.getByRole('checkbox', { name: /UU PDP/ }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(['ID_PDP', 'CA_CASL']);
  await user.click(screen.getByRole('checkbox', { name: /CASL/ }));
  expect(onChoose).toHaveBeenCalledOnce();
  expect(screen.getByRole('status')).toHaveTextContent('At least one stays chosen.');
});

it('shows of every row where it was read and how sure it is', async () => {
  const { user } = page(['ID_PDP']);
  await user.click(screen.getByText(/2 rows/));
  const table = screen.getByRole('table', { name: 'What Izin knows of CASL' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent('not verified');
  expect(second).toHaveTextContent('read at second hand');
  expect(second).toHaveTextContent('wording not read');
  expect(second).toHaveTextContent('law.example, November 2026');
});

it('keeps public holidays, and names what is no date', async () => {
  const { user, onHolidays } = page(['ID_PDP'], ['2026-12-25']);
  const field = screen.getByRole('textbox', { name: 'Dates that are no business days' });
  await user.type(field, '\n2026-02-30');
  expect(screen.getByRole('alert')).toHaveTextContent('No date: 2026-02-30.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onHolidays).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, '2027-01-01, 2026-12-25');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(onHolidays).toHaveBeenCalledExactlyOnceWith(['2026-12-25', '2027-01-01']);
});

it('has no fault that axe finds', async () => {
  const { container } = page(['ID_PDP']);
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('reads dates however they are parted, each once', () => {
  expect(datesIn('2026-12-25; 2026-12-25\n2026-01-01 31-12-2026')).toEqual({
    dates: ['2026-01-01', '2026-12-25'],
    wrong: ['31-12-2026'],
  });
});
