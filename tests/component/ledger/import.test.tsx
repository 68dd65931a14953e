import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Column, ImportMap } from '@/components/ledger/import-map.tsx';
import { ImportPick } from '@/components/ledger/import-pick.tsx';
import { ImportPreview } from '@/components/ledger/import-preview.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults } from './people.ts';

// axe looks at a whole form of 40 fields.
vi.setConfig({ testTimeout: 30_000 });
/** jsdom lays nothing out; a virtual list draws what has room. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(60);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  setLanguage('en');
});

type TestField = 'name' | 'email' | 'data_nik';
const column = (heading: string, more: Partial<Column<TestField>> = {}): Column<TestField> => ({
  heading,
  sample: [],
  filled: true,
  field: null,
  confidence: 1,
  ...more,
});
const nik = column('NIK', {
  sample: ['3174061503800002'],
  excess: { kind: 'nik', field: 'data_nik', law: [{ pack: 'ID_PDP', article: 'UU Adminduk Pasal 84', mark: 'V' }] },
});

type MapProps = Parameters<typeof ImportMap<TestField>>[0];
const map = (more: Partial<MapProps> = {}) => (
  <ImportMap<TestField>
    told={['daftar.csv', '2 rows']}
    warned={[]}
    columns={[
      column('Nama', { field: 'name', sample: ['Sari'] }),
      column('Surel', { field: 'email', confidence: 0.5, sample: ['s@a.example'] }),
    ]}
    fields={['name', 'email']}
    purposes={['pr_media', 'contract_admin']}
    onMapping={() => undefined}
    asLastTime={false}
    onSuggestAnew={() => undefined}
    onBook={() => undefined}
    problems={[]}
    purpose="pr_media"
    onPreview={() => undefined}
    onBack={() => undefined}
    {...more}
  />
);

type PreviewProps = Parameters<typeof ImportPreview>[0];
type Line = NonNullable<ReturnType<PreviewProps['lineOf']>>;
const LINES: readonly Line[] = [
  { line: 2, name: 'Sari', status: 'new', said: [] },
  { line: 3, name: '', status: 'bad', said: [{ key: 'import_fault_name' }] },
];
/** A desk with these rows, all of them at hand. */
const withLines = (lines: readonly Line[]): Partial<PreviewProps> => {
  const shownAs = (shown: string) =>
    lines.filter(({ status, candidates }) => shown === 'all' || (shown === 'ask' ? candidates : status === shown));
  return {
    lineOf: (shown, index) => shownAs(shown)[index],
    asked: shownAs('ask').length,
    undecided: lines.filter(({ candidates, choice }) => candidates && !choice).length,
  };
};
const preview = (more: Partial<PreviewProps> = {}, lines = LINES) => (
  <ImportPreview
    counts={{ new: 1, changed: 0, same: 0, doubtful: 0, bad: 1 }}
    asked={0}
    undecided={0}
    lineOf={() => undefined}
    onSight={() => undefined}
    onChoice={() => undefined}
    onAll={() => undefined}
    say={({ key }) => key}
    willWrite={1}
    leftOut={1}
    replanning={false}
    takeDoubtful={false}
    onTakeDoubtful={() => undefined}
    onImport={() => undefined}
    onRejected={() => undefined}
    onBack={() => undefined}
    {...withLines(lines)}
    {...more}
  />
);

describe('picking a file', () => {
  it('takes any format, by the button and the keyboard alone', async () => {
    const user = userEvent.setup();
    const onFile = vi.fn();
    const { container } = render(<ImportPick onFile={onFile} />);
    expect(await faults(container)).toEqual([]);
    const input = screen.getByLabelText('Choose a file', { selector: 'input' });
    expect(input.getAttribute('accept')?.split(',')).toEqual(expect.arrayContaining(['.csv', '.tsv', '.xlsx', '.vcf']));
    const opened = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Choose a file' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledOnce();
    opened.mockRestore();
    const file = new File(['BEGIN:VCARD'], 'kontak.vcf', { type: 'text/vcard' });
    await user.upload(input, file);
    expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('takes a pasted file, so that nobody needs a mouse to bring one', () => {
    const onFile = vi.fn();
    render(<ImportPick onFile={onFile} />);
    const file = new File(['a'], 'daftar.csv');
    const event = Object.assign(new Event('paste', { bubbles: true }), {
      clipboardData: { files: Object.assign([file], { item: () => file }) },
    });
    document.dispatchEvent(event);
    expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
  });

  it('asks for one file at a time', async () => {
    const onFile = vi.fn();
    render(<ImportPick onFile={onFile} />);
    const files = [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')];
    const event = Object.assign(new Event('paste', { bubbles: true }), { clipboardData: { files } });
    document.dispatchEvent(event);
    expect(await screen.findByText('One file at a time, please. Choose the one to begin with.')).toBeVisible();
    expect(onFile).not.toHaveBeenCalled();
  });
});

describe('the columns of a list', () => {
  it('want to know once where the list is from', async () => {
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

  it('mark what was guessed, and say what is missing', () => {
    render(map({ problems: ['name-missing'] }));
    expect(screen.getByText('Guessed; please look.')).toBeVisible();
    expect(screen.getByText('Choose the column with the names.')).toBeVisible();
  });

  it('say what was passed over, and leave empty columns out of sight', () => {
    render(
      map({
        warned: ['3 rows are hidden.'],
        columns: [column('Nama', { field: 'name' }), column('Faks', { filled: false })],
      }),
    );
    expect(screen.getByText('3 rows are hidden.')).toBeVisible();
    expect(screen.queryByLabelText('Faks')).toBeNull();
    expect(screen.getByText('1 column is empty and is not shown.')).toBeVisible();
  });

  it('stand as last time, and can be suggested anew', async () => {
    const user = userEvent.setup();
    const onSuggestAnew = vi.fn();
    render(map({ asLastTime: true, onSuggestAnew }));
    expect(screen.getByText('As last time.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Suggest anew' }));
    expect(onSuggestAnew).toHaveBeenCalledOnce();
  });

  it('leave an identity number out with the reason and the law, until a purpose is named by keyboard', async () => {
    const user = userEvent.setup();
    const onMapping = vi.fn();
    const { container } = render(map({ columns: [column('Nama', { field: 'name' }), nik], onMapping }));
    expect(await faults(container)).toEqual([]);
    const region = screen.getByRole('region', { name: 'Not needed for writing to people' });
    const choice = within(region).getByLabelText('NIK');
    expect(choice).toHaveDisplayValue('Leave out');
    expect(choice).toHaveAccessibleDescription(/opens bank accounts.*UU Adminduk Pasal 84/);
    expect(screen.queryByText('3174061503800002')).toBeNull();
    await user.selectOptions(choice, 'Keep for: contract matters');
    expect(onMapping).toHaveBeenLastCalledWith(1, {
      field: 'data_nik',
      confidence: 1,
      purpose: 'contract_admin',
      excess: nik.excess,
    });
    await user.selectOptions(choice, 'It is something else');
    expect(onMapping).toHaveBeenLastCalledWith(1, { field: null, confidence: 1 });
  });

  it('let another sheet and its hidden parts be read, when somebody says so', async () => {
    const user = userEvent.setup();
    const onBook = vi.fn();
    const sheets = [
      { name: 'Media', hidden: false },
      { name: 'Arsip', hidden: true },
    ];
    render(map({ book: { sheets, sheet: 'Media', hiddenParts: true, hidden: false }, onBook }));
    await user.selectOptions(screen.getByLabelText('Sheet'), 'Arsip (hidden)');
    expect(onBook).toHaveBeenLastCalledWith('Arsip', false);
    await user.click(screen.getByLabelText('Read hidden rows and columns too'));
    expect(onBook).toHaveBeenLastCalledWith('Media', true);
  });

  it('speak Indonesian', async () => {
    setLanguage('id');
    const { container } = render(map({ columns: [column('Nama', { field: 'name' }), nik], asLastTime: true }));
    expect(await faults(container)).toEqual([]);
    expect(screen.getByRole('region', { name: 'Tidak diperlukan untuk menulis kepada orang' })).toBeVisible();
    expect(screen.getByText('Seperti terakhir kali.')).toBeVisible();
    expect(screen.getByLabelText('NIK')).toHaveAccessibleDescription(/Nomor identitas/);
  });
});

describe('the preview', () => {
  it('shows bad rows first, with their line and reason', async () => {
    const user = userEvent.setup();
    const onRejected = vi.fn();
    const { container } = render(preview({ onRejected }));
    expect(await faults(container)).toEqual([]);
    expect(screen.getByRole('button', { name: /cannot be taken 1/ })).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Download these rows' }));
    expect(onRejected).toHaveBeenCalledOnce();
  });

  const alike: readonly Line[] = [
    {
      line: 2,
      name: 'Muh. Rizki',
      status: 'doubtful',
      said: [],
      candidates: [
        { ref: 'p1', name: 'Muhammad Rizki', outlet: 'Harian A', by: 'name-outlet' },
        { ref: 'line:1', name: 'Rizki', line: 1, by: 'name-account' },
      ],
    },
    { line: 3, name: 'Dewi', status: 'doubtful', said: [], candidates: [{ ref: 'p2', name: 'Sari', by: 'address' }] },
  ];
  const counts = { new: 0, changed: 0, same: 0, doubtful: 2, bad: 0 };

  it('asks about people who may already be there, by name and by the reason', async () => {
    const user = userEvent.setup();
    const onChoice = vi.fn();
    const { container } = render(preview({ counts, onChoice, willWrite: 0, leftOut: 2 }, alike));
    expect(await faults(container)).toEqual([]);
    expect(screen.getByRole('button', { name: /may be known 2/ })).toHaveAttribute('aria-pressed', 'true');
    const choice = screen.getByLabelText('Line 2, Muh. Rizki: what to do');
    expect(choice).toHaveDisplayValue('Decide');
    await user.selectOptions(choice, 'Join into Muhammad Rizki (Harian A, in the ledger, the same name and outlet)');
    expect(onChoice).toHaveBeenLastCalledWith(2, { kind: 'join', ref: 'p1' });
    await user.selectOptions(choice, 'Keep apart');
    expect(onChoice).toHaveBeenLastCalledWith(2, { kind: 'apart' });
    await user.selectOptions(choice, 'Leave out');
    expect(onChoice).toHaveBeenLastCalledWith(2, { kind: 'skip' });
  });

  it('takes one word for all that are undecided, and asks no more when there are none', async () => {
    const user = userEvent.setup();
    const onAll = vi.fn();
    const { rerender } = render(preview({ counts, onAll }, alike));
    await user.click(screen.getByRole('button', { name: 'Join into the likeliest' }));
    expect(onAll).toHaveBeenLastCalledWith('join');
    const decided = alike.map((line) => ({ ...line, choice: { kind: 'skip' as const } }));
    rerender(preview({ counts, onAll }, decided));
    expect(screen.queryByRole('button', { name: 'Join into the likeliest' })).toBeNull();
    expect(screen.getByLabelText('Line 2, Muh. Rizki: what to do')).toHaveDisplayValue('Leave out');
  });

  it('asks for the rows in sight, and draws those that are on their way when they come', () => {
    const onSight = vi.fn();
    const counts = { new: 500_000, changed: 0, same: 0, doubtful: 0, bad: 0 };
    const { rerender } = render(preview({ counts, onSight }, []));
    expect(onSight).toHaveBeenLastCalledWith('all', 0, expect.any(Number));
    expect(onSight.mock.lastCall?.[2]).toBeLessThan(100);
    rerender(
      preview({ counts, onSight, lineOf: (_, index) => ({ ...LINES[0]!, line: index + 2, name: `N${index}` }) }),
    );
    expect(screen.getByText('N3')).toBeVisible();
    expect(screen.getByText('300,000 more rows are not shown here; they are imported all the same.')).toBeVisible();
  });

  it('lets nothing be written while the rows are looked at again', () => {
    render(preview({ replanning: true }));
    expect(screen.getByRole('button', { name: 'Import 1 row' })).toBeDisabled();
    expect(screen.getByText('Looking at the rows again')).toBeVisible();
  });

  it('asks in Indonesian', async () => {
    setLanguage('id');
    const { container } = render(preview({ counts }, alike));
    expect(await faults(container)).toEqual([]);
    const choice = screen.getByLabelText('Baris 3, Dewi: tindakan');
    expect(
      within(choice).getByRole('option', { name: 'Gabungkan ke Sari (di buku izin, alamat yang sama)' }),
    ).toBeVisible();
  });
});

describe('long work', () => {
  it('says how far it is, how long still, and can be left', async () => {
    const user = userEvent.setup();
    const onCancel = vi.fn();
    render(<Progress label="Writing to the ledger" done={25_000} total={100_000} left={14_200} onCancel={onCancel} />);
    expect(screen.getByText('25,000 of 100,000 · 15 seconds left')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('counts minutes when they are many, and promises nothing when it cannot know', () => {
    const { rerender } = render(
      <Progress label="…" done={10} total={1_000} left={200_000} onCancel={() => undefined} />,
    );
    expect(screen.getByText('10 of 1,000 · about 3 minutes left')).toBeVisible();
    rerender(<Progress label="…" done={4_000} total={0} onCancel={() => undefined} />);
    expect(screen.getByText('4,000 so far')).toBeVisible();
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
  });
});
