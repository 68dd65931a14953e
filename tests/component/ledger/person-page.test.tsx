import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PersonPage } from '@/components/ledger/person-page.tsx';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { personHistory } from '@/lib/domain/person-history.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { agreed, aPerson, aPolicy, faults, NOW } from './people.ts';

// A whole page under axe takes its time on a small machine.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const consents = () => screen.getByRole('table', { name: /^(Consent of|Persetujuan)/ });

type Props = ComponentProps<typeof PersonPage>;

const desk: Props['desk'] = {
  guardian: async () => undefined,
  put: async () => false,
  copy: async () => true,
  sent: async () => undefined,
  defer: async () => undefined,
  settle: async () => undefined,
};

const page = (state: PersonState, more: Partial<Props> = {}) => (
  <PersonPage
    state={state}
    policy={aPolicy()}
    now={NOW}
    write={async () => undefined}
    onRemove={() => undefined}
    history={[]}
    find={async () => []}
    desk={desk}
    receiptHref="#/people/p1/receipt"
    requestHref={(id) => `#/requests/p1/${id}`}
    law={[{ pack: 'ID_PDP', article: 'UU 27/2022 Pasal 4', mark: 'V' }]}
    half={() => ({ says: 'Health data are specific data.', source: 'undang.example', read: '2026-11' })}
    onReveal={async () => undefined}
    {...more}
  />
);

const show = (state: PersonState, more: Partial<Props> = {}) => {
  const write = vi.fn(async (_: readonly Change[]) => undefined);
  return { ...render(page(state, { write, ...more })), write };
};

const withData = (more: Partial<PersonState> = {}): PersonState =>
  aPerson(undefined, {
    data: [
      { id: 'd1', kind: 'nik', value: '3171234567890001', purpose: 'payment', retention: 'P5Y' },
      { id: 'd2', kind: 'birth_date', value: '1990-04-12' },
    ],
    ...more,
  });

describe('a person', () => {
  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container } = show(
      {
        ...agreed(),
        ...withData(),
        disclosures: [{ id: 'x', at: NOW, to: 'PT Agensi Contoh', categories: ['phone'] }],
      },
      { history: personHistory(past) },
    );
    expect(await faults(container)).toEqual([]);
  });

  it.each(['en', 'id'] as const)(
    'of a list that is only read offers no change, and says why (%s)',
    async (language) => {
      setLanguage(language);
      const state = {
        ...agreed(),
        ...withData({ notes: [{ id: 'n1', text: 'Suka rilis pagi', at: NOW }] }),
        suppressions: [{ id: 's1', scope: 'all' as const, since: NOW }],
      };
      const { container, write } = show(state, { readOnly: 'Humas Kota', history: personHistory(past) });
      expect(screen.getByText(/Humas Kota/)).toBeVisible();
      expect([...container.querySelectorAll('form, input, textarea')]).toEqual([]);
      const offered = screen.getAllByRole('button').filter((one) => one.ariaDisabled !== 'true');
      // What is hidden is shown, the other purposes, and nothing more.
      expect(offered.map((one) => one.textContent)).toEqual(
        language === 'en'
          ? ['Show all purposes', 'Show', 'Show']
          : ['Tampilkan semua tujuan', 'Tampilkan', 'Tampilkan'],
      );
      await userEvent.click(within(consents()).getAllByRole('button')[0]!);
      expect([container.querySelectorAll('form').length, write.mock.calls]).toEqual([0, []]);
      expect(await faults(container)).toEqual([]);
    },
  );

  it('shows consent as a table of purposes by channels, with words and dates in each cell', () => {
    show(agreed());
    const grid = screen.getByRole('table', { name: /Consent of Sari Wulandari/ });
    expect(within(grid).getByRole('rowheader', { name: 'Press pitch' })).toBeVisible();
    expect(
      within(grid)
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['E-mail', 'WhatsApp']);
    expect(
      within(grid)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Agreed · since 1 Jun 2026', 'No consent on record']);
  });

  it('is walked with the arrow keys, and a cell opens what can be recorded for it', async () => {
    const user = userEvent.setup();
    show(agreed());
    const [email, whatsapp] = within(consents()).getAllByRole('button');
    email?.focus();
    await user.keyboard('{ArrowRight}');
    expect(whatsapp).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByLabelText('What was said')).toHaveValue('given');
    expect(screen.getByRole('checkbox', { name: 'WhatsApp' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'E-mail' })).not.toBeChecked();
  });

  it('writes a consent event with its evidence', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    await user.type(screen.getByLabelText("The person's own words"), 'Ya, boleh lewat surel.');
    await user.click(screen.getByRole('button', { name: 'Record' }));
    const event = write.mock.calls[0]?.[0].find((change) => change.kind === 'consent');
    expect(event).toMatchObject({
      event: { state: 'given', by_relation: 'self', evidence: { excerpt: 'Ya, boleh lewat surel.' } },
    });
    expect(screen.queryByRole('form', { name: 'Record what the person said' })).not.toBeInTheDocument();
  });

  it('begins a record at its first question, and Escape leaves it where it was opened', async () => {
    const user = userEvent.setup();
    show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    expect(screen.getByLabelText('What was said')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form', { name: 'Record what the person said' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Record consent' })).toHaveFocus();
  });

  it('blocks a person by keyboard alone, and gives the keyboard back', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: /Mark as/ }));
    await user.keyboard('Telepon 3 November{Enter}');
    expect(write).toHaveBeenCalledWith([
      expect.objectContaining({
        kind: 'suppression',
        suppression: expect.objectContaining({ scope: 'all', source: 'Telepon 3 November' }),
      }),
    ]);
    expect(screen.getByRole('button', { name: /Mark as/ })).toHaveFocus();
  });

  it('says why a wrong step is refused, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const refused = { key: 'refusal_transition', params: { from_word: 'state_given', to_word: 'state_refused' } };
    show(agreed(), { write: async () => refused });
    await user.click(screen.getByRole('button', { name: 'Record a withdrawal' }));
    await user.selectOptions(screen.getByLabelText('What was said'), 'refused');
    await user.click(screen.getByRole('button', { name: 'Record' }));
    expect(await screen.findByRole('status')).toHaveTextContent(
      '“refused” cannot follow “agreed” for this purpose and channel.',
    );
    expect(screen.getByLabelText('What was said')).toHaveValue('refused');
  });

  it('shows "do not contact" above every consent, and lifts it by name', async () => {
    const user = userEvent.setup();
    const { write } = show({
      ...agreed(),
      suppressions: [{ id: 's1', scope: 'all', since: '2026-10-12T01:00:00.000Z', source: 'Balasan surel' }],
    });
    expect(within(consents()).getAllByRole('button')[0]).toHaveTextContent('Do not contact · since 12 Oct 2026');
    await user.click(screen.getByRole('button', { name: 'Lift this' }));
    expect(write).toHaveBeenCalledWith([{ kind: 'suppression-lifted', suppressionId: 's1' }]);
  });

  it('does not keep an address that is none', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.type(screen.getByLabelText('Address, number or handle'), 'bukan alamat');
    await user.click(screen.getByRole('button', { name: 'Add address' }));
    expect(screen.getByRole('alert')).toHaveTextContent('cannot be read as an address for e-mail');
    expect(write).not.toHaveBeenCalled();
  });

  it('asks before it removes', async () => {
    const user = userEvent.setup();
    const onRemove = vi.fn();
    show(aPerson(), { onRemove });
    const [remove] = within(screen.getByRole('banner')).getAllByRole('button', { name: 'Remove' });
    await user.click(remove!);
    expect(onRemove).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole('banner')).getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledOnce();
  });

  it('tells who they are: a child with the guardian to go to, their own clock, language and what they may know', () => {
    const child = aPerson();
    show(
      {
        ...child,
        person: {
          ...child.person,
          ageBand: 'child',
          guardianId: 'g1',
          timezone: 'Asia/Jayapura',
          language: 'id',
          honorific: 'Kak',
          clearance: 'embargoed',
        },
      },
      { guardian: { id: 'g1', name: 'Ratih Wulandari' } },
    );
    expect(screen.getByRole('link', { name: 'Ratih Wulandari' })).toHaveAttribute('href', '#/people/g1');
    const fact = (term: string) => screen.getByText(term).nextElementSibling;
    expect(fact('Language')).toHaveTextContent('Indonesian · Kak');
    expect(fact('Their time')).toHaveTextContent(/\d\d:\d\d now · Asia\/Jayapura/);
    expect(fact('May know')).toHaveTextContent('Under embargo');
  });

  it('says that a child has no guardian on record, and lets one be chosen by typing a part of the name', async () => {
    const user = userEvent.setup();
    const child = aPerson();
    const find = async () => [{ id: 'g1', name: 'Ratih Wulandari' }];
    const { write } = show({ ...child, person: { ...child.person, ageBand: 'child' } }, { find });
    expect(screen.getByText('none on record')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.type(screen.getByLabelText('Choose the guardian'), 'rat');
    await user.click(await screen.findByRole('button', { name: /Ratih Wulandari/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(write.mock.calls[0]?.[0]).toMatchObject([{ kind: 'person', set: { guardianId: 'g1' } }]);
  });

  it('shows of each datum how sensitive it is, what it is for and how long it is kept, and hides what protects', () => {
    show(withData());
    const held = screen.getByRole('table', { name: 'What we hold of Sari Wulandari' });
    expect(within(held).getByRole('row', { name: /NIK/ })).toHaveTextContent(/Payment.*5 years/);
    expect(within(held).getByRole('row', { name: /Birth date/ })).toHaveTextContent('No purpose on record');
    expect(within(held).getByRole('row', { name: /E-mail|e-mail/ })).toHaveTextContent('sari@lentera.example');
    expect(held).not.toHaveTextContent('3171234567890001');
    expect(held).not.toHaveTextContent('1990-04-12');
  });

  it('shows a hidden value only once the log has it, by its kind and without the value', async () => {
    const user = userEvent.setup();
    const onReveal = vi.fn(async (_: readonly string[]) => undefined);
    show(withData(), { onReveal });
    screen.getByRole('button', { name: 'Show NIK' }).focus();
    await user.keyboard('{Enter}');
    expect(onReveal).toHaveBeenCalledWith(['nik']);
    expect(await screen.findByText('3171234567890001')).toBeVisible();
    expect(screen.queryByText('1990-04-12')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Hide NIK' }));
    expect(screen.queryByText('3171234567890001')).not.toBeInTheDocument();
  });

  it('keeps a value hidden when the log cannot be written, and says so', async () => {
    const user = userEvent.setup();
    show(withData(), { onReveal: async () => ({ key: 'people_gone' }) });
    await user.click(screen.getByRole('button', { name: 'Show NIK' }));
    expect(await screen.findByRole('status')).toHaveTextContent('not in the ledger');
    expect(screen.queryByText('3171234567890001')).not.toBeInTheDocument();
  });

  it('adds a datum with its purpose and time, by keyboard alone', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Add a datum' }));
    await user.keyboard('12-04-1990');
    await user.selectOptions(screen.getByLabelText('Keep for'), 'P12M');
    await user.click(screen.getByRole('button', { name: 'Keep' }));
    expect(write).toHaveBeenCalledWith([
      {
        kind: 'datum',
        datum: expect.objectContaining({
          kind: 'birth_date',
          value: '12-04-1990',
          purpose: 'contract_admin',
          retention: 'P12M',
        }),
      },
    ]);
    expect(screen.getByRole('button', { name: 'Add a datum' })).toHaveFocus();
  });

  it('records what was passed on, and to whom', async () => {
    const user = userEvent.setup();
    const { write } = show(aPerson());
    await user.click(screen.getByRole('button', { name: 'Record what was passed on' }));
    await user.keyboard('PT Agensi Contoh');
    const form = within(screen.getByRole('form', { name: 'Record what was passed on' }));
    await user.click(form.getByRole('button', { name: 'Record' }));
    expect(form.getByRole('alert')).toHaveTextContent('Choose at least one');
    await user.click(form.getByRole('checkbox', { name: 'Telephone number' }));
    await user.click(form.getByRole('button', { name: 'Record' }));
    expect(write.mock.calls[0]?.[0]).toMatchObject([
      { kind: 'disclosed', disclosure: { to: 'PT Agensi Contoh', categories: ['phone'] } },
    ]);
  });

  it('lists open requests with their due time, late ones as such, and leads to the room where there is one', () => {
    const requests = [
      { id: 'q1', type: 'access', receivedAt: '2026-11-10T02:00:00.000Z', state: 'done' },
      {
        id: 'q2',
        type: 'erase',
        receivedAt: '2026-11-15T02:00:00.000Z',
        state: 'open',
        due: { at: '2026-11-18T02:00:00.000Z', law: { pack: 'ID_PDP', article: 'x', mark: 'V' } },
      },
    ] as const;
    show(aPerson(undefined, { requests }));
    const list = screen.getByRole('region', { name: 'Requests' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(within(list).getByRole('link')).toHaveAttribute('href', '#/requests/p1/q2');
    expect(list).toHaveTextContent('overdue since 18 November 2026');
  });

  it('keeps the line of time whole: edits with what they changed, by whom, and no hidden value', async () => {
    const user = userEvent.setup();
    show(agreed(), { history: personHistory(past) });
    const lines = within(screen.getByRole('region', { name: 'Over time' })).getAllByRole('listitem');
    expect(lines.map((one) => one.textContent)).toEqual([
      '20 Nov 2026NIK notedBy you',
      '20 Nov 2026Outlet or organisation changed from “Harian Lentera” to “Radio Contoh”By you',
      '12 Oct 2026Do not contact at all · Balasan surelBy you · noted 20 Nov 2026',
      '1 Nov 2025Sari Wulandari addedBy an import',
    ]);
    await user.selectOptions(screen.getByLabelText('Show'), 'consents');
    expect(within(screen.getByRole('region', { name: 'Over time' })).getAllByRole('listitem')).toHaveLength(1);
  });
});

const op = (id: string, at: string, changes: readonly Change[], batch?: string): Op => ({
  id,
  space: 'personal',
  subject: 'p1',
  of: 'person',
  at,
  by: 'self',
  changes,
  ...(batch ? { batch } : {}),
});
const past: readonly Op[] = [
  op(
    '1',
    '2025-11-01T02:00:00.000Z',
    [{ kind: 'person', set: { name: 'Sari Wulandari', outlet: 'Harian Lentera' } }],
    'b',
  ),
  op('2', '2026-11-20T01:00:00.000Z', [
    {
      kind: 'suppression',
      suppression: { id: 's', scope: 'all', since: '2026-10-12T01:00:00.000Z', source: 'Balasan surel' },
    },
    { kind: 'person', set: { outlet: 'Radio Contoh' } },
    { kind: 'datum', datum: { id: 'd', kind: 'nik', value: '3171234567890001' } },
  ]),
];

it('asks for consent from here: the text is copied, and nobody counts as asked before it was sent', async () => {
  const user = userEvent.setup();
  const copy = vi.fn(async () => true);
  const sent = vi.fn(async () => undefined);
  const controller = {
    party_id: 'office',
    name: 'Humas Kota Contoh',
    role: 'controller',
    contact_email: 'data@humas.example',
  } as const;
  show(aPerson(), { policy: { ...aPolicy(), controller }, desk: { ...desk, copy, sent } });
  await user.click(screen.getByRole('button', { name: 'Ask for consent…' }));
  const form = screen.getByRole('group', { name: /^Ask/ });
  expect(within(form).getByRole<HTMLTextAreaElement>('textbox').value).toContain('Humas Kota Contoh');
  await user.click(within(form).getByRole('button', { name: /^Copy/ }));
  expect(copy).toHaveBeenCalledOnce();
  expect(sent).not.toHaveBeenCalled();
  await user.click(within(form).getByRole('button', { name: /sent it/ }));
  expect(sent).toHaveBeenCalledOnce();
  expect(screen.queryByRole('group', { name: /^Ask/ })).toBeNull();
});
