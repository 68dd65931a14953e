import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OverviewPage } from '@/components/ledger/overview.tsx';
import { RetentionPage } from '@/components/ledger/retention.tsx';
import { monthsFrom } from '@/lib/domain/month.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults, NOW } from './people.ts';

vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const months = monthsFrom('2025-12', 12);
const page = (more: Partial<Parameters<typeof OverviewPage>[0]> = {}) => (
  <OverviewPage
    overview={{
      people: 1204,
      coverage: [{ purpose: 'pr_media', channel: 'email', reach: 1200, allow: 900, ask: 260, block: 40 }],
      expiring: monthsFrom('2026-11', 12).map((month, index) => ({ month, count: index === 0 ? 7 : index })),
      expired: 3,
      requests: { overdue: 1, days3: 2, days14: 0, later: 4, none: 0 },
      lists: [
        { group: 'Media · nasional', people: 40, fresh: 20, stale: 15, undated: 5 },
        { people: 3, fresh: 3, stale: 0, undated: 0 },
      ],
    }}
    activity={{
      months: months.map((month) => ({ month, held: 4, fixed: 2, override: 1, back: 1 })),
      rules: [{ rule: 'opted-out', fixed: 2, override: 1, back: 0 }],
    }}
    months={months.toReversed()}
    month="2026-11"
    onMonth={() => undefined}
    onPrint={() => undefined}
    now={NOW}
    {...more}
  />
);

const due = [
  { person: 'a', name: 'Ratna', last: '2024-01-01T00:00:00.000Z', since: '2026-01-01T00:00:00.000Z', blocked: false },
  { person: 'b', name: 'Yusuf', last: '2024-02-01T00:00:00.000Z', since: '2026-02-01T00:00:00.000Z', blocked: true },
  {
    person: 'c',
    name: 'Dian',
    last: '2024-03-01T00:00:00.000Z',
    since: '2026-03-01T00:00:00.000Z',
    blocked: false,
    held: 'request',
  },
].map((one) => ({ ...one, keeps: 'P24M', by: 'template' }) as const) as Parameters<typeof RetentionPage>[0]['due'];
const retention = { due, keeps: 'P24M', by: 'template', onDelete: async () => undefined } as const;

describe('the overview', () => {
  it('has no fault for assistive technology, in both languages', async () => {
    for (const language of ['en', 'id'] as const) {
      setLanguage(language);
      const { container, unmount } = render(page());
      expect(await faults(container)).toEqual([]);
      unmount();
    }
  });

  it('answers five questions in a sentence, and gives every drawn figure in a table', () => {
    render(page());
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(5);
    const part = within(screen.getByRole('region', { name: 'Whom may we write to, about what and where?' }));
    expect(part.getByText(/900 of 1,200 people may be written to. Ask first: 260. Not allowed: 40/)).toBeVisible();
    const [, row] = part.getAllByRole('row');
    expect(
      within(row!)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['900', '260', '40', '1,200']);
    const held = within(screen.getByRole('table', { name: /What was held/ }));
    expect(held.getByRole('row', { name: /November 2026/ })).toHaveTextContent('4211');
  });

  it('unfolds every table for paper, however it is printed, and folds it again', () => {
    const { container } = render(page());
    const open = () => [...container.querySelectorAll('details')].map((one) => one.open);
    expect(open()).toEqual([false, false, false, false, false, false]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(open()).toEqual([true, true, true, true, true, true]);
    window.dispatchEvent(new Event('afterprint'));
    expect(open()).toEqual([false, false, false, false, false, false]);
  });

  it('tells tones apart by pattern, not by colour alone', () => {
    const { container } = render(page());
    const fills = [...container.querySelectorAll('.chart-bars li:first-child rect.chart-mark')]
      .slice(0, 3)
      .map((rect) => rect.getAttribute('fill')?.replace(/^.*-(\w+)\)$/, '$1'));
    expect(fills).toEqual(['daun', 'kunyit', 'bata']);
    for (const fill of container.querySelectorAll('[fill^="url("]')) {
      const id = fill.getAttribute('fill')?.slice(5, -1) ?? '';
      expect(container.querySelector(`[id="${id}"]`)).not.toBeNull();
    }
  });

  it('makes the report of the month that was chosen', async () => {
    const user = userEvent.setup();
    const [onMonth, onPrint] = [vi.fn(), vi.fn()];
    render(page({ onMonth, onPrint }));
    await user.selectOptions(screen.getByLabelText('Month'), 'March 2026');
    await user.click(screen.getByRole('button', { name: 'Print the report' }));
    expect([onMonth.mock.calls, onPrint.mock.calls.length]).toEqual([[['2026-03']], 1]);
  });

  it('writes months and figures as the language does', () => {
    setLanguage('id');
    render(page());
    expect(screen.getByText('Laporan bulanan, November 2026')).toBeInTheDocument();
    expect(screen.getAllByText(/900 dari 1\.200 orang/)[0]).toBeVisible();
  });
});

describe('the page of what is due for deletion', () => {
  it('has no fault for assistive technology, in both languages', async () => {
    for (const language of ['en', 'id'] as const) {
      setLanguage(language);
      const { container, unmount } = render(<RetentionPage {...retention} />);
      expect(await faults(container)).toEqual([]);
      unmount();
    }
  });

  it('tells the figure as policy, and the reason of each', () => {
    render(<RetentionPage {...retention} />);
    expect(screen.getByText(/Kept for 24 months .* This is our template, not a law/)).toBeVisible();
    expect(screen.getByRole('row', { name: /Dian/ })).toHaveTextContent('A request is open: after it');
    expect(screen.getByRole('checkbox', { name: 'Dian' })).toBeDisabled();
  });

  it('erases whom was chosen, and only after a second yes, by keyboard alone', async () => {
    const user = userEvent.setup();
    const onDelete = vi.fn(async () => undefined);
    render(<RetentionPage {...retention} onDelete={onDelete} />);
    expect(screen.getByRole('button', { name: 'Delete 0' })).toBeDisabled();
    screen.getByRole('checkbox', { name: 'Ratna' }).focus();
    await user.keyboard(' ');
    screen.getByRole('button', { name: 'Delete 1' }).focus();
    await user.keyboard('{Enter}');
    expect(onDelete).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('This cannot be undone.');
    screen.getByRole('button', { name: 'Erase them' }).focus();
    await user.keyboard('{Enter}');
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(['a']);
    expect(await screen.findByText('1 person was erased.')).toBeVisible();
  });

  it('chooses all but those who are held back', async () => {
    const user = userEvent.setup();
    render(<RetentionPage {...retention} />);
    await user.click(screen.getByRole('button', { name: 'Choose all 2' }));
    expect(screen.getByRole('button', { name: 'Delete 2' })).toBeEnabled();
  });

  it('says so when nobody is due', () => {
    render(<RetentionPage {...retention} due={[]} />);
    expect(screen.getByText('Nobody is due for deletion.')).toBeVisible();
  });
});
