import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Trash2 } from 'lucide-react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Brand } from '@/components/kit/brand.tsx';
import { Button } from '@/components/kit/button.tsx';
import { StateWord } from '@/components/kit/chip.tsx';
import { Choices } from '@/components/kit/choices.tsx';
import { Disclosure } from '@/components/kit/disclosure.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { TextArea, TextField } from '@/components/kit/field.tsx';
import { Instant } from '@/components/kit/instant.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { PhraseText } from '@/components/kit/phrase.tsx';
import { Seal, type SealState } from '@/components/kit/seal.tsx';
import { Select } from '@/components/kit/select.tsx';
import { Table } from '@/components/kit/table.tsx';
import { CONSENT_STATES } from '@/lib/domain/enums.ts';
import { type Language, setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from './axe.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

it('what stands in a field is not for the browser to keep, unless the field says so', () => {
  render(
    <>
      <TextField label="Name" />
      <TextArea label="Words" />
      <TextField label="Passphrase" autoComplete="new-password" />
    </>,
  );
  const kept = ['Name', 'Words', 'Passphrase'].map((name) => screen.getByLabelText(name).getAttribute('autocomplete'));
  expect(kept).toEqual(['off', 'off', 'new-password']);
});

describe('the seal', () => {
  const STATES: readonly (readonly [SealState, string])[] = [
    ['quiet', 'not checked yet'],
    ['clear', 'clear'],
    ['held', 'held'],
    ['unread', 'could not check'],
  ];
  it.each(STATES)('says %s in words too', (state, word) => {
    render(<Seal state={state} />);
    expect(screen.getByRole('img', { name: word })).toBeInTheDocument();
  });

  it('counts up to nine', () => {
    render(<Seal state="said" count={12} />);
    expect(screen.getByRole('img', { name: '12 notes' })).toHaveTextContent('9+');
  });

  it('has a shape of its own for each state', () => {
    const shapes = STATES.map(
      ([state]) => render(<Seal state={state} silent />).container.querySelector('svg')?.children.length,
    );
    const drawn = [...document.querySelectorAll('svg')].map((svg) =>
      [...svg.children].map((each) => `${each.tagName}${each.getAttribute('d') ?? ''}`).join(),
    );
    expect(shapes).toHaveLength(STATES.length);
    expect(new Set(drawn).size).toBe(STATES.length);
  });
});

describe('a field', () => {
  it('tells what is wrong and ties it to its control', () => {
    render(<TextField label="Nama" error="Mohon diisi." hint="lengkap" defaultValue="" />);
    expect(screen.getByLabelText('Nama')).toHaveAccessibleDescription('lengkap Mohon diisi.');
    expect(screen.getByRole('alert')).toHaveTextContent('Mohon diisi.');
  });

  it('tells how much of it is used', () => {
    render(<TextArea label="Kutipan" maxLength={280} value="setuju" onChange={() => {}} />);
    expect(screen.getByLabelText('Kutipan')).toHaveAccessibleDescription('6 of 280 characters');
  });
});

it('a select answers with the value that was chosen', async () => {
  const onChange = vi.fn();
  render(
    <Select
      label="Tujuan"
      value="a"
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
      onChange={onChange}
    />,
  );
  await userEvent.selectOptions(screen.getByLabelText('Tujuan'), 'b');
  expect(onChange).toHaveBeenCalledWith('b');
});

it('choices unfold what belongs to the chosen one', () => {
  render(
    <Choices
      legend="Mengapa"
      value="b"
      onChange={() => {}}
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
      below={(value) => <p>di bawah {value}</p>}
    />,
  );
  expect(screen.getByText('di bawah b')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: 'B' })).toBeChecked();
});

it.each(['en', 'id'] as readonly Language[])('every part of the kit is sound in %s', async (language) => {
  setLanguage(language);
  const { container } = render(
    <main>
      <Brand />
      <Button icon={Trash2}>Hapus</Button>
      {CONSENT_STATES.map((state) => (
        <StateWord key={state} state={state} />
      ))}
      <Disclosure summary="lainnya">isi</Disclosure>
      <EmptyState sentence="Belum ada orang." action={<Button look="safe">Tambah</Button>} />
      <Notice tone="kunyit" live>
        perhatian
      </Notice>
      <Instant at="2026-10-12T03:00:00Z" />
      <PhraseText phrase={{ key: 'kit_save' }} />
      <Table
        caption="Orang"
        columns={[{ id: 'n', head: 'Nama', cell: (row: string) => row }]}
        rows={['Ani']}
        rowKey={(row) => row}
      />
    </main>,
  );
  expect(await faultsOf(container)).toEqual([]);
});
