import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '@/entrypoints/warning/app.tsx';
import { stageOf } from '@/entrypoints/warning/state.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';
import { faultsOf } from '../kit/axe.ts';
import { aDraft, aFinding, aVerdict, aWarning, held, settled } from './builders.ts';

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const waiting = aDraft({ attachments: [{ name: 'daftar.xlsx', id: 'f1', state: 'waiting', share: 0.4 }] });
const reading = {
  name: 'daftar.xlsx',
  parts: [
    { where: { sheet: 'Kontak' }, text: 'Sekar\t0812-0000-0111', hidden: 'sheet' },
    { where: { sheet: 'Jadwal' }, text: 'Kamis\t10.00' },
    { where: { author: 'Rani' }, text: 'Jangan sebut angka ini.', hidden: 'comment' },
  ],
  tables: [],
} as unknown as FileReading;
const read = aDraft({ attachments: [{ name: 'daftar.xlsx', id: 'f1', state: 'read', reading }] });
const hidden = aFinding({
  rule: 'hidden-sheet',
  tier: 'T3',
  title: { key: 'rule_hidden-sheet_personal', params: { file: 'daftar.xlsx' } },
  evidence: [],
  subjects: [],
  file: 'daftar.xlsx',
  fixes: [
    { kind: 'remove-file', file: 'daftar.xlsx' },
    { kind: 'show-parts', label: { key: 'fix_show-parts_hidden' }, file: 'daftar.xlsx', parts: 'hidden' },
  ],
});

function show(warning: ReturnType<typeof aWarning>) {
  return { user: userEvent.setup(), ...render(<App door={warning.door} onHeight={() => {}} />) };
}

describe('a warning over a file that is being read', () => {
  it('names it with how far it is, asks for no verdict, and goes on by what the guard reads', async () => {
    const warning = aWarning([aVerdict([hidden])]);
    await warning.hear(held(waiting));
    const { container } = show(warning);
    expect(screen.getByRole('progressbar', { name: 'daftar.xlsx' })).toHaveAttribute('value', '0.4');
    expect(warning.asked).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
    await warning.hear({ kind: 'draft', draft: read });
    expect(stageOf(warning.door.store.getState())).toBe('holding');
  });

  it('does not wait when the user says so, and logs it without the name', async () => {
    const warning = aWarning([]);
    await warning.hear(held(waiting));
    const { user } = show(warning);
    await user.click(screen.getByRole('button', { name: 'Send without checking files' }));
    await settled();
    expect(warning.posted).toEqual([{ kind: 'skip-files' }]);
    const logged = warning.asked.filter(({ name }) => name === 'chose').map(({ question }) => question);
    expect(logged).toMatchObject([{ choice: { kind: 'override', rules: ['file-not-checked'], people: [] } }]);
    expect(JSON.stringify(logged)).not.toContain('daftar');
  });
});

describe('a finding about a file', () => {
  it('shows the words that are hidden in it, and no others', async () => {
    const warning = aWarning([aVerdict([hidden])]);
    await warning.hear(held(read));
    const { user } = show(warning);
    await user.click(screen.getByRole('button', { name: 'Show hidden parts' }));
    expect(screen.getByText(/0812-0000-0111/)).toBeVisible();
    expect(screen.queryByText(/10\.00|Jangan sebut/)).toBeNull();
  });

  it('has the page remove the file where it can, and says how where it cannot', async () => {
    const can = aWarning([aVerdict([hidden])]);
    await can.hear(held(read, { can: { moveToBcc: true, remove: true, goTo: true, removeFile: true } }));
    can.door.fix({ finding: hidden, fix: hidden.fixes[0]! });
    expect(can.posted).toEqual([{ kind: 'fix', fix: hidden.fixes[0] }]);
    const cannot = aWarning([aVerdict([hidden])]);
    await cannot.hear(held(read));
    const { user } = show(cannot);
    await user.click(screen.getByRole('button', { name: 'Remove file' }));
    expect(cannot.posted).toEqual([]);
    expect(screen.getByText(/take out the file:/)).toBeVisible();
  });
});
