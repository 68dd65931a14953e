import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup, type TabState } from '@/components/popup/popup.tsx';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults } from '../ledger/people.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const SITE = {
  name: 'Slack',
  proof: { grade: 'reconstructed', on: '2026-11-22' },
  boxes: 1,
  report: 'ledger.html#/sites/report/1/0',
} as const;

const show = (tab: TabState, more: Partial<Parameters<typeof Popup>[0]> = {}) =>
  render(
    <Popup
      tab={tab}
      today={{ held: 3, mended: 2, sentAnyway: 1 }}
      onWatch={() => undefined}
      onTeach={() => undefined}
      onPanel={() => undefined}
      find={async () => []}
      onOpen={() => undefined}
      {...more}
    />,
  );

describe('the popup', () => {
  it.each([
    [{ kind: 'watched', ...SITE }, 'Izin watches this tab.'],
    [{ kind: 'watched', ...SITE, boxes: 0 }, 'It has seen no writing box on this page yet.'],
    [
      { kind: 'degraded', problems: ['recipients', 'send'], ...SITE },
      'cannot read all of it: recipients and the Send button.',
    ],
    [{ kind: 'unsupported', teachable: false }, 'Izin does not watch this site.'],
    [{ kind: 'unreachable' }, 'could not be asked about this tab'],
  ] as const)('says in one sentence how this tab is: %j', (tab, words) => {
    show(tab as TabState);
    expect(screen.getByText(new RegExp(words.replace('.', '\\.')))).toBeVisible();
  });

  it('names the site and how well it is proven, and leads to the report', async () => {
    const onOpen = vi.fn();
    show({ kind: 'watched', ...SITE }, { onOpen });
    expect(screen.getByText(/Slack · tried on rebuilt pages · /)).toBeVisible();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Report' }));
    expect(onOpen).toHaveBeenCalledWith('ledger.html#/sites/report/1/0');
  });

  it('offers to be taught a site that it does not know', async () => {
    const onTeach = vi.fn();
    show({ kind: 'unsupported', teachable: true }, { onTeach });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Teach Izin this site' }));
    expect(onTeach).toHaveBeenCalledOnce();
  });

  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container } = show({ kind: 'unsupported', teachable: true, origin: 'https://webmail.kantor.example' });
    expect(await faults(container)).toEqual([]);
  });

  it('offers to watch this one site', async () => {
    const onWatch = vi.fn();
    show({ kind: 'unsupported', teachable: false, origin: 'https://webmail.kantor.example' }, { onWatch });
    await userEvent.setup().click(screen.getByRole('button', { name: 'Watch this site' }));
    expect(onWatch).toHaveBeenCalledWith('https://webmail.kantor.example');
  });

  it('has the caret in the search field, and leads from a person to their record', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    show(
      { kind: 'watched', ...SITE },
      { onOpen, find: async () => [{ id: 'p1', name: 'Sari', outlet: 'Harian A', state: 'withdrawn' }] },
    );
    expect(screen.getByLabelText('Find a person')).toHaveFocus();
    await user.keyboard('sa');
    await user.click(await screen.findByRole('button', { name: /Sari withdrew/ }));
    expect(onOpen).toHaveBeenCalledWith('ledger.html#/people/p1');
  });

  it('says when the ledger did not open, instead of showing zeros', () => {
    show({ kind: 'watched', ...SITE }, { today: 'broken' });
    expect(screen.getByText(/The ledger did not open/)).toBeVisible();
    expect(screen.queryByText('held')).not.toBeInTheDocument();
  });
});
