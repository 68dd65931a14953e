import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ActivityPage } from '@/components/ledger/activity.tsx';
import { PeopleList } from '@/components/ledger/people-list.tsx';
import { Rail } from '@/components/ledger/rail.tsx';
import { Recovery } from '@/components/ledger/recovery.tsx';
import { Settings } from '@/components/ledger/settings.tsx';
import { SiteReport } from '@/components/ledger/site-report.tsx';
import { Sites } from '@/components/ledger/sites.tsx';
import { originOf } from '@/components/ledger/sites-own.tsx';
import { Terms } from '@/components/ledger/terms.tsx';
import type { Change } from '@/lib/domain/op.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { agreed, aPolicy, faults, NOW } from './people.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const gmail = {
  id: 'gmail',
  name: 'Gmail',
  channel: 'email',
  optional: false,
  origins: ['https://mail.google.com'],
  grade: 'recorded',
  by: 'x',
  on: '2026-11-22',
} as const;
const slack = {
  id: 'slack',
  name: 'Slack',
  channel: 'other_chat',
  optional: true,
  origins: ['https://app.slack.com'],
  grade: 'reconstructed',
  by: 'public facts',
  on: '2026-11-22',
} as const;
const line = {
  seq: 2,
  at: NOW,
  kind: 'override',
  rules: ['opted-out'],
  tier: 'T3',
  people: ['p1'],
  reason: 'crisis_notice',
} as const;
const rooms = {
  rail: <Rail current="people" />,
  people: (
    <PeopleList
      query=""
      onQuery={() => undefined}
      total={1}
      rows={new Map([[0, agreed()]])}
      onRange={() => undefined}
      purpose="pr_media"
      now={NOW}
      damaged={0}
      empty={null}
    />
  ),
  activity: (
    <ActivityPage
      lines={[line]}
      names={new Map([['p1', 'Sari']])}
      chain="intact"
      more={false}
      onMore={() => undefined}
      onUndo={() => undefined}
    />
  ),
  sites: (
    <Sites
      open={[
        { tabId: 1, frameId: 0, name: 'Gmail', problems: [], boxes: 1 },
        {
          tabId: 2,
          frameId: 0,
          name: 'Slack',
          problems: ['send', 'recipients'],
          boxes: 2,
          hooks: { version: 3, by: 'correction' },
        },
      ]}
      sites={[gmail, slack]}
      allowed={['https://webmail.kantor.example']}
      onWatch={async () => undefined}
      onForget={async () => undefined}
    />
  ),
  report: (
    <SiteReport
      state={{
        kind: 'ready',
        report: { surface: 'slack', problems: ['send'], found: ['message.send[0] 0'], outline: 'form\n  "xxx"' },
      }}
      onSave={() => undefined}
    />
  ),
  settings: (
    <Settings policy={aPolicy()} onPolicy={async () => undefined} language="auto" onLanguage={() => undefined} />
  ),
  recovery: (
    <Recovery
      problem={{ key: 'failure_key_lost' }}
      advice={{ key: 'advice_restore_backup' }}
      onRetry={() => undefined}
    />
  ),
};

describe('the rooms', () => {
  it.each(Object.keys(rooms) as (keyof typeof rooms)[])(
    'has no fault for assistive technology, in both languages: %s',
    async (room) => {
      for (const language of ['en', 'id'] as const) {
        setLanguage(language);
        const { container, unmount } = render(rooms[room]);
        expect(await faults(container)).toEqual([]);
        unmount();
      }
    },
  );

  it('says whether the log is whole, and where it is broken', () => {
    const { rerender } = render(rooms.activity);
    expect(screen.getByText(/The log is whole/)).toBeVisible();
    rerender(
      <ActivityPage
        lines={[line]}
        names={new Map()}
        chain={{ seq: 7, why: 'changed' }}
        more={false}
        onMore={() => undefined}
        onUndo={() => undefined}
      />,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Line 7 of the log was changed');
    expect(screen.queryByText(/The log is whole/)).not.toBeInTheDocument();
  });

  it('names a rule by its words, and undoes an import that was not undone yet', async () => {
    const user = userEvent.setup();
    const onUndo = vi.fn();
    const imported = { seq: 3, at: NOW, kind: 'import', rules: [], people: [], count: 2 } as const;
    const lines = [
      { ...imported, seq: 5, kind: 'undo', batch: 'b1' },
      { ...imported, seq: 4, batch: 'b2' },
      { ...imported, batch: 'b1' },
      { ...line, rules: ['opted-out'] },
    ];
    render(
      <ActivityPage
        lines={lines}
        names={new Map()}
        chain="intact"
        more={false}
        onMore={() => undefined}
        onUndo={onUndo}
      />,
    );
    expect(screen.queryByText('opted-out')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo the import' }));
    expect(onUndo).toHaveBeenCalledExactlyOnceWith('b2');
  });

  it('names the problem when the ledger does not open, and says that nothing was deleted', () => {
    render(rooms.recovery);
    expect(screen.getByRole('alert')).toHaveTextContent('The key to this ledger is not on this device.');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was deleted, and no new ledger was begun.');
  });

  it('asks for one origin, and says when the browser refused', async () => {
    const user = userEvent.setup();
    const onWatch = vi.fn(async ([origin = '']: readonly string[]) => ({ key: 'sites_refused', params: { origin } }));
    render(<Sites open={[]} sites={[gmail]} allowed={[]} onWatch={onWatch} onForget={async () => undefined} />);
    await user.type(screen.getByLabelText('Its address'), 'webmail.kantor.example/mail?_task=mail{Enter}');
    expect(onWatch).toHaveBeenCalledWith(['https://webmail.kantor.example']);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'was not given leave for https://webmail.kantor.example',
    );
  });

  it('says of every open page what can be read there, and leads to its report', () => {
    render(rooms.sites);
    const now = within(screen.getByRole('region', { name: 'Open right now' }));
    expect(now.getByRole('row', { name: /Gmail/ })).toHaveTextContent('all of it');
    const slackRow = now.getByRole('row', { name: /Slack/ });
    expect(slackRow).toHaveTextContent('not: the Send button and recipients');
    expect(slackRow).toHaveTextContent('corrected hooks, version 3');
    expect(within(slackRow).getByRole('link')).toHaveAttribute('href', '#/sites/report/2/0');
  });

  it('turns a known site on for all its addresses at once', async () => {
    const onWatch = vi.fn(async () => undefined);
    render(<Sites open={[]} sites={[slack]} allowed={[]} onWatch={onWatch} onForget={async () => undefined} />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Watch Slack' }));
    expect(onWatch).toHaveBeenCalledWith(['https://app.slack.com']);
  });

  it('takes an address for what it is', () => {
    expect(['http://127.0.0.1:8080/x', 'mail.kantor.example', 'kantor', 'javascript:alert(1)'].map(originOf)).toEqual([
      'http://127.0.0.1:8080',
      'https://mail.kantor.example',
      undefined,
      undefined,
    ]);
  });

  it('keeps a release with the moment in its own zone', async () => {
    const user = userEvent.setup();
    const written: (readonly Change[])[] = [];
    const write = () => async (changes: readonly Change[]) => void written.push(changes);
    render(
      <Terms
        terms={[]}
        releases={[]}
        names={new Map()}
        find={async () => [{ id: 'p1', name: 'Sari' }]}
        write={write}
        now={NOW}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Add release' }));
    await user.type(screen.getByLabelText('Title'), 'Laporan 2026');
    await user.type(screen.getByLabelText('Lifts on'), '2026-12-01');
    await user.clear(screen.getByLabelText('Zone'));
    await user.type(screen.getByLabelText('Zone'), 'WIT');
    await user.type(screen.getByLabelText('Who agreed to wait'), 'sa');
    await user.click(await screen.findByRole('button', { name: 'Add Sari' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(written[0]).toMatchObject([
      {
        kind: 'release',
        release: { title: 'Laporan 2026', phrases: ['Laporan 2026'], liftsAt: '2026-12-01T00:00:00.000Z', zone: 'WIT' },
      },
      { kind: 'agreement', agreement: { personId: 'p1' } },
    ]);
  });
});
