import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/components/sidepanel/panel.tsx';
import type { Card, Found, Message, Office } from '@/components/sidepanel/view.ts';
import type { Change } from '@/lib/domain/op.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { agreed, aPerson, aPolicy, faults, NOW } from '../ledger/people.ts';
import { anAskDesk } from './desks.ts';

// Whole cards with lists of sixteen purposes: on a busy machine a press takes its time.
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => {
  cleanup();
  setLanguage('en');
});

const SARI = { field: 'to', address: 'sari@lentera.example' } as const;
const person: Card = { kind: 'person', recipient: SARI, state: agreed() };
const stranger: Card = { kind: 'unknown', recipient: { field: 'cc', address: 'baru@media.example' } };
const chat: Card = { kind: 'unknown', recipient: { field: 'direct', address: 'chat:Bima P' } };

const aMessage = (cards: readonly Card[] = [person, stranger], over: Partial<Message> = {}): Message => ({
  channel: 'email',
  audience: 'people',
  purpose: 'pr_media',
  cards,
  seen: { visible: 14, organisations: 9, hidden: 0, group: false },
  problems: [],
  ...over,
});

function show(message: Message | null, over: Partial<Office> = {}, ask: { query?: string; found?: Found } = {}) {
  const written: (readonly Change[])[] = [];
  const office: Office = {
    purpose: 'pr_media',
    policy: aPolicy(),
    ask: anAskDesk(),
    now: NOW,
    write: () => async (changes) => void written.push(changes),
    find: async () => [{ id: 'p9', name: 'Bima Prasetya', outlet: 'Harian Pagi' }],
    record: vi.fn(async () => true),
    choose: vi.fn(async () => true),
    ...over,
  };
  const onQuery = vi.fn();
  const { container } = render(
    <Panel
      query={ask.query ?? ''}
      onQuery={onQuery}
      message={message}
      office={office}
      {...(ask.found && { found: ask.found })}
    />,
  );
  return { container, written, office, onQuery, user: userEvent.setup({ delay: null }) };
}

describe('the side panel', () => {
  it('teaches with one sentence while no message has the focus', () => {
    show(null);
    expect(screen.getByText(/Click into a message/)).toBeVisible();
  });

  it('shows a card per recipient: name, outlet, field, state as a word with since when', () => {
    show(aMessage());
    const card = screen.getByRole('article', { name: 'Sari Wulandari' });
    expect(within(card).getByText('agreed', { selector: '.chip' })).toBeVisible();
    expect(within(card).getByText('Harian Lentera · To')).toBeVisible();
    expect(within(card).getByText('Press pitch by e-mail: agreed since 1 June 2026')).toBeVisible();
    expect(within(card).getByRole('table')).toBeVisible();
  });

  it('tells what they asked for, who wrote last, and the newest note', () => {
    const state = aPerson('Sari', {
      suppressions: [{ id: 's', scope: { channel: 'whatsapp' }, since: '2026-10-12T01:00:00Z', source: 'telepon' }],
      requests: [
        { id: 'r', type: 'erase', receivedAt: '2026-11-19T03:00:00Z', state: 'open' },
        { id: 'q', type: 'access', receivedAt: '2026-10-01T03:00:00Z', state: 'done' },
      ],
      contacts: [
        { at: '2026-11-01T03:00:00Z', channel: 'email', purpose: 'pr_media' },
        { at: '2026-11-18T03:00:00Z', channel: 'whatsapp', purpose: 'event_invite' },
      ],
      notes: [
        { id: '1', text: 'Alergi rilis panjang', at: '2026-10-01T00:00:00Z' },
        { id: '2', text: 'Pindah ke desk ekonomi', at: '2026-11-01T00:00:00Z' },
      ],
    });
    show(aMessage([{ kind: 'person', recipient: SARI, state }]));
    expect(screen.getByText(/since 12 October 2026 · telepon/)).toBeVisible();
    expect(screen.getByText('Erasure, asked on 19 November 2026, still open')).toBeVisible();
    expect(screen.queryByText(/A copy of their data/)).not.toBeInTheDocument();
    expect(
      screen.getByText(/Last written to on 18 November 2026 by WhatsApp: event invitation\. By you\./),
    ).toBeVisible();
    expect(screen.getByText('Pindah ke desk ekonomi')).toBeVisible();
    expect(screen.getByText('1 more note')).toBeVisible();
  });

  it('says below who can see whom, and what the message is for', () => {
    show(aMessage([person], { seen: { visible: 14, organisations: 9, hidden: 3, group: false } }));
    expect(screen.getByText('Visible to 14 people in 9 organisations · 3 more in Bcc, not visible')).toBeVisible();
    expect(screen.getByText('Purpose: press pitch')).toBeVisible();
  });

  it('keeps colleagues in one line, and says what could not be read', () => {
    const colleague: Card = { kind: 'colleague', recipient: { field: 'to', address: 'tono@humas.example' } };
    show(aMessage([person, colleague], { problems: ['recipients'] }));
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.getByText(/1 colleague/)).toBeVisible();
    expect(screen.getByText(/cannot read who this goes to/)).toBeVisible();
  });
});

describe('recording from the panel', () => {
  it('records an opt-out in two presses, and says that it is done', async () => {
    const { user, written } = show(aMessage());
    await user.click(screen.getByText('Opt-out'));
    await user.click(screen.getByText('Hold these messages'));
    expect(written[0]?.map(({ kind }) => kind)).toEqual(['consent', 'suppression']);
    expect(written[0]?.at(-1)).toMatchObject({ suppression: { scope: 'all' } });
    expect(await screen.findByText('Recorded.')).toBeVisible();
    expect(screen.getByText('Opt-out')).toHaveFocus();
  });

  it('narrows an opt-out to this channel', async () => {
    const { user, written } = show(aMessage());
    await user.click(screen.getByText('Opt-out'));
    await user.click(screen.getByLabelText('Messages by e-mail'));
    await user.click(screen.getByText('Hold these messages'));
    expect(written[0]?.at(-1)).toMatchObject({ kind: 'suppression', suppression: { scope: { channel: 'email' } } });
  });

  it('asks for the person’s own words before a consent is recorded', async () => {
    const { user, written } = show(aMessage([{ kind: 'person', recipient: SARI, state: aPerson() }]));
    await user.click(screen.getByText('Consent'));
    await user.click(screen.getByText('Record consent'));
    expect(screen.getByRole('alert')).toHaveTextContent('it is the evidence');
    expect(written).toEqual([]);
    await user.type(screen.getByLabelText('In their own words'), 'Ya, silakan.');
    await user.click(screen.getByText('Record consent'));
    expect(written[0]?.at(-1)).toMatchObject({
      kind: 'consent',
      event: { state: 'given', evidence: { kind: 'message_ref', excerpt: 'Ya, silakan.' } },
    });
  });

  it('records a refusal as a withdrawal where there was consent, and a note as a note', async () => {
    const { user, written } = show(aMessage());
    await user.click(screen.getByText('Refusal'));
    await user.click(screen.getByText('Record refusal'));
    expect(written[0]?.[0]).toMatchObject({ kind: 'consent', event: { state: 'withdrawn', channels: ['email'] } });
    await user.click(await screen.findByText('Note'));
    await user.type(screen.getByLabelText('Note'), 'Lebih suka pagi');
    await user.click(screen.getByText('Keep note'));
    expect(written[1]).toMatchObject([{ kind: 'note', note: { text: 'Lebih suka pagi' } }]);
  });

  it('tells why the ledger did not take it, and leaves by Escape', async () => {
    const refused = { key: 'refusal_note_only' };
    const { user } = show(aMessage(), { write: () => async () => refused });
    await user.click(screen.getByText('Opt-out'));
    await user.click(screen.getByText('Hold these messages'));
    expect(screen.getAllByRole('status').some((one) => one.textContent !== '')).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.getByText('Opt-out')).toHaveFocus();
  });

  it('opens the whole form from a mark of the grid', async () => {
    const { user, container } = show(aMessage());
    await user.click(container.querySelector('.cell') as HTMLElement);
    expect(container.querySelector('form select')).toBeVisible();
  });
});

describe('those whom the ledger does not know', () => {
  it('are bound or added on the spot', async () => {
    const { user, office } = show(aMessage([chat], { channel: 'whatsapp' }));
    expect(screen.getByText('chat titled “Bima P” on WhatsApp')).toBeVisible();
    await user.click(screen.getByText('Bind this chat to a person'));
    await user.click(await screen.findByText('Bima Prasetya'));
    expect(office.record).toHaveBeenCalledWith({
      kind: 'bind-chat',
      personId: 'p9',
      address: 'chat:Bima P',
      channel: 'whatsapp',
    });
  });

  it('are named where two share a title; a page that does not take the choice is told', async () => {
    const two = [aPerson('Dewi A'), aPerson('Dewi B', { person: { ...aPerson().person, id: 'p2', name: 'Dewi B' } })];
    const recipient = { field: 'direct', address: 'chat:Dewi' } as const;
    const card: Card = { kind: 'shared', recipient, people: two };
    const { user, office } = show(aMessage([card], { channel: 'whatsapp' }), { choose: vi.fn(async () => false) });
    await user.click(screen.getByText('Dewi B'));
    expect(office.choose).toHaveBeenCalledWith('chat:Dewi', 'p2');
    expect(await screen.findByText(/did not take the choice/)).toBeVisible();
  });

  it('are told where a group hides its members', () => {
    const recipient = { field: 'direct', address: 'Wartawan Pemkot', group: true } as const;
    const seen = { visible: 0, organisations: 0, hidden: 0, group: true };
    show(aMessage([{ kind: 'group', recipient }], { channel: 'whatsapp', audience: 'group', seen }));
    expect(screen.getByText('Wartawan Pemkot').closest('article')).toHaveTextContent('members are not shown');
    expect(screen.getByText('Members of the group not seen')).toBeVisible();
  });
});

describe('"May I write to …?"', () => {
  const found = (people: Found['people'], over: Partial<Found> = {}): Found => ({
    query: 'sari',
    people,
    total: people.length,
    ...over,
  });

  it('answers for the one who is meant, on each channel', () => {
    show(aMessage(), {}, { query: 'sari', found: found([agreed()]) });
    expect(
      screen.getByText('Yes by e-mail: agreed since 1 June 2026. Ask first by WhatsApp: agreed to e-mail only.'),
    ).toBeVisible();
    expect(screen.queryByText(/Visible to 14/)).not.toBeInTheDocument();
  });

  it('lists several with their state, and counts what is not shown', () => {
    const other = aPerson('Sari P', { person: { ...aPerson().person, id: 'p2', name: 'Sari P' } });
    show(null, {}, { query: 'sari', found: found([agreed(), other], { total: 12 }) });
    expect(screen.getByText('2 of 12 shown. Type more of the name.')).toBeVisible();
  });

  it('says that nobody is known, and offers to add whom the question names', async () => {
    const at = { channel: 'email', address: 'baru@media.example' } as const;
    const { container } = show(null, {}, { query: 'baru@media.example', found: found([], { at }) });
    expect(screen.getByText('baru@media.example').closest('article')).toHaveTextContent('not in your ledger');
    expect(container.querySelector('.card button')).toHaveTextContent('Add or bind');
    cleanup();
    show(null, {}, { query: 'sari', found: found([]) });
    expect(screen.getByText(/“sari” is not in your ledger/)).toBeVisible();
  });

  it('goes back to the message by Escape', async () => {
    const { user, onQuery } = show(aMessage(), {}, { query: 'sari' });
    await user.type(screen.getByLabelText('May I write to …?'), '{Escape}');
    expect(onQuery).toHaveBeenLastCalledWith('');
  });
});

it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
  setLanguage(language);
  const { container, user } = show(aMessage([person, stranger, chat]));
  await user.click(container.querySelector('[data-record="stop"]') as HTMLElement);
  expect(await faults(container)).toEqual([]);
});
