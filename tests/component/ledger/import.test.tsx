import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportMap } from '@/components/ledger/import-map.tsx';
import { ImportPreview } from '@/components/ledger/import-preview.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults } from './people.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const map = (more: Partial<Parameters<typeof ImportMap<'name' | 'email'>>[0]> = {}) => (
  <ImportMap
    told={['daftar.csv', '2 rows']}
    header={['Nama', 'Surel']}
    sample={[['Sari', 's@a.example']]}
    fields={['name', 'email']}
    mapping={[
      { field: 'name', confidence: 1 },
      { field: 'email', confidence: 0.5 },
    ]}
    onMapping={() => undefined}
    problems={[]}
    purpose="pr_media"
    onPreview={() => undefined}
    onBack={() => undefined}
    {...more}
  />
);

describe('an import', () => {
  it('wants to know once where the list is from', async () => {
    const user = userEvent.setup();
    const onPreview = vi.fn();
    const { container } = render(map({ onPreview }));
    expect(await faults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(screen.getByLabelText('How it was collected')).toBeInvalid();
    expect(onPreview).not.toHaveBeenCalled();
    await user.selectOptions(screen.getByLabelText('How it was collected'), 'exhibition');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(onPreview).toHaveBeenCalledWith(expect.objectContaining({ source: 'exhibition', purpose: 'pr_media' }));
  });

  it('marks a guessed column, and says what is missing', () => {
    render(map({ problems: ['name-missing'] }));
    expect(screen.getByText('Guessed; please look.')).toBeVisible();
    expect(screen.getByText('Choose the column with the names.')).toBeVisible();
  });

  it('shows bad rows first, with their line and reason', async () => {
    const user = userEvent.setup();
    const onRejected = vi.fn();
    const { container } = render(
      <ImportPreview
        counts={{ new: 1, changed: 0, same: 0, doubtful: 0, bad: 1 }}
        lines={[
          { line: 2, name: 'Sari', status: 'new', said: [] },
          { line: 3, name: '', status: 'bad', said: [{ key: 'import_fault_name' }] },
        ]}
        say={({ key }) => key}
        willWrite={1}
        takeDoubtful={false}
        onTakeDoubtful={() => undefined}
        onImport={() => undefined}
        onRejected={onRejected}
        onBack={() => undefined}
      />,
    );
    expect(await faults(container)).toEqual([]);
    expect(screen.getByRole('button', { name: /cannot be taken 1/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Download these rows' }));
    expect(onRejected).toHaveBeenCalledOnce();
  });

  it('says how far it is, how long still, and can be left', async () => {
    const user = userEvent.setup();
    const onCancel = vi.fn();
    render(
      <Progress label="Writing to the ledger" done={25_000} total={100_000} elapsed={5_000} onCancel={onCancel} />,
    );
    expect(screen.getByText('25,000 of 100,000 · 15 seconds left')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });
});
