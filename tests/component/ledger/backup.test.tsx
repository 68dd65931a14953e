import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackupPage } from '@/components/ledger/backup.tsx';
import { BackupMake } from '@/components/ledger/backup-make.tsx';
import { BackupRestore, type Restoring } from '@/components/ledger/backup-restore.tsx';
import { BackupSchedule } from '@/components/ledger/backup-schedule.tsx';
import { Recovery } from '@/components/ledger/recovery.tsx';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults, NOW } from './people.ts';

vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const nothing = () => undefined;
const none = { new: 0, same: 0, changed: 0, conflict: 0, 'erased-here': 0, 'erased-there': 0 };
const preview = {
  people: { ...none, new: 3, conflict: 1, 'erased-there': 1 },
  others: none,
  ops: 9,
  log: 2,
  unreadable: 0,
  sameDevice: false,
  conflicts: ['Sari Wulandari'],
};
const hands = { onFile: nothing, onPassphrase: nothing, onMerge: nothing, onUndo: nothing, onBack: nothing };
const restoreAt = (restoring: Restoring, more: Partial<typeof hands> = {}) => (
  <BackupRestore restoring={restoring} {...hands} {...more} />
);
const schedule = {
  every: 'weekly',
  last: NOW,
  due: true,
  folder: { kind: 'ask', name: 'Cadangan' },
  onEvery: nothing,
  onFolder: nothing,
  onForget: nothing,
} as const;
const make = { making: { kind: 'ready' }, onMake: nothing, onCancel: nothing, onPrint: nothing } as const;

describe('the backup page', () => {
  it.each<Restoring>([
    { kind: 'pick', wrong: { key: 'restore_fault_cut' } },
    { kind: 'locked', file: 'izin.izin', made: NOW, people: 3, ops: 9 },
    { kind: 'preview', preview },
    { kind: 'done', added: 4, refused: 1, erased: 1, undone: false },
  ])('has no fault for assistive technology in both languages: $kind', async (restoring) => {
    for (const language of ['en', 'id'] as const) {
      setLanguage(language);
      const { container, unmount } = render(
        <BackupPage make={make} schedule={schedule} restore={{ restoring, ...hands }} />,
      );
      expect(await faults(container)).toEqual([]);
      unmount();
    }
  });

  it('makes no file of a short passphrase, tells its length, and shows it on demand', async () => {
    const user = userEvent.setup();
    const onMake = vi.fn();
    render(<BackupMake {...make} onMake={onMake} />);
    const field = screen.getByLabelText('Passphrase of the file');
    await user.click(field);
    await user.paste('pendek');
    expect(screen.getByText('6 characters. At least 12 are needed.')).toBeVisible();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Use at least 12 characters.');
    expect(onMake).not.toHaveBeenCalled();
    expect(field).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show', pressed: false }));
    expect(field).toHaveAttribute('type', 'text');
    await user.click(field);
    await user.paste(' kuda di sungai');
    await user.keyboard('{Enter}');
    expect(onMake).toHaveBeenCalledExactlyOnceWith('pendek kuda di sungai', false);
  });

  it('takes the free words of the log only where that was ticked', async () => {
    const user = userEvent.setup();
    const onMake = vi.fn();
    render(<BackupMake {...make} onMake={onMake} />);
    await user.click(screen.getByLabelText('Passphrase of the file'));
    await user.paste('empat kuda minum');
    await user.click(screen.getByRole('checkbox', { name: /written by hand/ }));
    await user.click(screen.getByRole('button', { name: 'Save backup' }));
    expect(onMake).toHaveBeenCalledWith('empat kuda minum', true);
  });

  it('says what is missing in a file that was made', () => {
    render(<BackupMake {...make} making={{ kind: 'made', file: 'izin-2026-11-22.izin', ops: 12, unreadable: 2 }} />);
    expect(screen.getByRole('status')).toHaveTextContent(
      'izin-2026-11-22.izin was given to the browser, with 12 changes',
    );
    expect(screen.getByRole('status')).toHaveTextContent('2 rows could not be read');
  });

  it('promises no more of a schedule than the browser gives', async () => {
    const onEvery = vi.fn();
    render(<BackupSchedule {...schedule} onEvery={onEvery} folder={{ kind: 'none' }} />);
    expect(screen.getByText('This browser gives no folder to a page. The reminder stays.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    await userEvent.setup().selectOptions(screen.getByLabelText('Remind me'), 'Every month');
    expect(onEvery).toHaveBeenCalledExactlyOnceWith('monthly');
  });

  it('previews before it merges, and names who changed on both sides', async () => {
    const user = userEvent.setup();
    const onMerge = vi.fn();
    render(restoreAt({ kind: 'preview', preview }, { onMerge }));
    const row = within(screen.getByRole('table')).getByRole('row', { name: /not known here/ });
    expect(within(row).getAllByRole('cell')[0]).toHaveTextContent('3');
    expect(screen.getByText('Sari Wulandari')).toBeVisible();
    expect(screen.getByText(/1 person was erased elsewhere/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Merge into this ledger' }));
    expect(onMerge).toHaveBeenCalledOnce();
  });

  it('offers no merge of what is here already', () => {
    render(restoreAt({ kind: 'preview', preview: { ...preview, people: { ...none, same: 5 }, conflicts: [] } }));
    expect(screen.queryByRole('button', { name: /Merge/ })).not.toBeInTheDocument();
    expect(screen.getByText(/everything in it is here already/)).toBeVisible();
  });

  it('checks a file by keyboard alone, and says why it does not open', async () => {
    const user = userEvent.setup();
    const onPassphrase = vi.fn();
    const wrong = { key: 'restore_fault_passphrase' };
    render(restoreAt({ kind: 'locked', file: 'a.izin', made: NOW, people: 1, ops: 2, wrong }, { onPassphrase }));
    await user.tab();
    await user.paste('empat kuda');
    await user.keyboard('{Enter}');
    expect(onPassphrase).toHaveBeenCalledExactlyOnceWith('empat kuda');
    expect(screen.getByRole('status')).toHaveTextContent('This passphrase does not open the file.');
  });

  it('takes a restore out again once', async () => {
    const onUndo = vi.fn();
    const done = { kind: 'done', added: 4, refused: 0, erased: 0, undone: false } as const;
    const { rerender } = render(restoreAt(done, { onUndo }));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Take it out again' }));
    expect(onUndo).toHaveBeenCalledOnce();
    rerender(restoreAt({ ...done, undone: true }));
    expect(screen.queryByRole('button', { name: 'Take it out again' })).not.toBeInTheDocument();
  });
});

describe('the recovery page', () => {
  const props = { problem: { key: 'failure_damaged' }, advice: { key: 'advice_restore_backup' }, onRetry: nothing };

  it('deletes nothing before a copy was saved and the user ticked it', async () => {
    const user = userEvent.setup();
    const onAnew = vi.fn(async () => undefined);
    const onSave = vi.fn(async () => ({ file: 'izin-2026-11-22.raw.izin', rows: 12, unread: ['states'] }));
    const { container } = render(<Recovery {...props} onSave={onSave} onAnew={onAnew} />);
    expect(screen.getByRole('checkbox')).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Begin an empty ledger' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Save what can be read' }));
    expect(await screen.findByRole('status')).toHaveTextContent('These parts could not be read: states.');
    expect(screen.getByRole('button', { name: 'Begin an empty ledger' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox'));
    expect(await faults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Begin an empty ledger' }));
    expect(onAnew).toHaveBeenCalledOnce();
  });

  it('says why nothing could be saved, and keeps the way to delete closed', async () => {
    const onSave = async () => ({ key: 'failure_open_failed' });
    render(<Recovery {...props} onSave={onSave} onAnew={async () => undefined} />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Save what can be read' }));
    expect(await screen.findByRole('status')).toHaveTextContent('could not open the ledger');
    expect(screen.getByRole('checkbox')).toBeDisabled();
  });
});
