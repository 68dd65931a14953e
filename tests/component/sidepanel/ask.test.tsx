import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AskForm } from '@/components/sidepanel/ask-form.tsx';
import type { AskDesk } from '@/components/sidepanel/ask-view.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import { addDays } from '@/lib/domain/instant.ts';
import { NOTICE_ITEMS } from '@/lib/domain/notice.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { setLanguage, wordsIn } from '@/lib/platform/words.ts';
import { anEvent, aRecord } from '../../unit/domain/builders.ts';
import { OFFICE } from '../../unit/exchange/receipt-sample.ts';
import { agreed, aPerson, aPolicy, faults, NOW } from '../ledger/people.ts';
import { anAskDesk } from './desks.ts';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => setLanguage('en'));
afterEach(cleanup);

function show(
  state: PersonState = aPerson(),
  over: { desk?: AskDesk; writing?: Channel; policy?: ReturnType<typeof aPolicy> } = {},
) {
  const desk = over.desk ?? anAskDesk();
  const onDone = vi.fn();
  const { container } = render(
    <AskForm
      state={state}
      policy={over.policy ?? OFFICE}
      purpose="pr_media"
      channels={['email', 'whatsapp']}
      writing={over.writing}
      desk={desk}
      now={NOW}
      onDone={onDone}
    />,
  );
  return { container, desk, onDone, user: userEvent.setup({ delay: null }) };
}
const message = (): string => (screen.getByLabelText('The message') as HTMLTextAreaElement).value;
const having = (state: 'requested' | 'refused' | 'request_deferred', days: number): PersonState => {
  const at = addDays(NOW, -days);
  const by_relation = state === 'refused' ? 'self' : 'controller';
  const before = state === 'request_deferred' ? 'requested' : 'unknown';
  const first = anEvent({ state: before, consent_type: 'none', at: addDays(at, -1), by_relation: 'controller' });
  return aPerson('Sari Wulandari', {
    records: [aRecord([first, anEvent({ state, consent_type: 'none', at, by_relation })])],
  });
};

describe('asking for consent', () => {
  it('shows the message with its seven items, in the language of the person, and in the other one', async () => {
    const { user } = show();
    for (const item of NOTICE_ITEMS) expect(message()).toContain(wordsIn('id', `notice_${item}`));
    await user.selectOptions(screen.getByLabelText('Language of the message'), 'en');
    for (const item of NOTICE_ITEMS) expect(message()).toContain(wordsIn('en', `notice_${item}`));
    expect(message()).toContain('Press pitch: by e-mail.');
    await user.selectOptions(screen.getByLabelText('Channel'), 'whatsapp');
    await user.selectOptions(screen.getByLabelText('Language of the message'), 'en');
    expect(message()).toContain('Press pitch: by WhatsApp.');
  });

  it('puts it into a mail to that person, and says that nobody counts as asked yet', async () => {
    const { desk, user } = show(aPerson(), { writing: 'email' });
    await user.click(screen.getByRole('button', { name: 'Put into the message' }));
    expect(desk.put).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ purpose: 'pr_media', channel: 'email', reminder: false, text: message() }),
    );
    expect(await screen.findByText(/counts as asked once Izin sees it leave/)).toBeVisible();
    expect(desk.sent).not.toHaveBeenCalled();
  });

  it('goes to the clipboard where the page does not take it whole, and says so', async () => {
    const { desk, user } = show(aPerson(), { writing: 'email', desk: anAskDesk({ put: async () => false }) });
    await user.click(screen.getByRole('button', { name: 'Put into the message' }));
    expect(desk.copy).toHaveBeenCalledOnce();
    expect(await screen.findByText(/It is on your clipboard/)).toBeVisible();
  });

  it('writes nothing into a chat', async () => {
    const { user } = show(aPerson(), { writing: 'whatsapp' });
    await user.selectOptions(screen.getByLabelText('Channel'), 'whatsapp');
    expect(screen.queryByRole('button', { name: 'Put into the message' })).not.toBeInTheDocument();
    expect(screen.getByText(/In a chat Izin writes nothing itself/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(await screen.findByText(/On your clipboard/)).toBeVisible();
  });

  it('is recorded when the user says that it was sent', async () => {
    const { desk, onDone, user } = show();
    await user.click(screen.getByRole('button', { name: 'I have sent it' }));
    expect(desk.sent).toHaveBeenCalledOnce();
    expect(onDone).toHaveBeenCalledWith(true);
  });

  it('explains a cool-down with its date', () => {
    show(having('refused', 30));
    expect(
      screen.getByText(/They said no on 21 October 2026\. They may be asked again from 21 October 2027\./),
    ).toBeVisible();
    expect(screen.getByText(/our own policy, not law/)).toBeVisible();
    cleanup();
    show(having('request_deferred', 10));
    expect(screen.getByText(/asked again from 8 February 2027/)).toBeVisible();
    expect(screen.queryByLabelText('The message')).not.toBeInTheDocument();
  });

  it('offers the one reminder when it is due, and not before', async () => {
    show(having('requested', 2));
    expect(screen.getByText(/A reminder is in order from 25 November 2026/)).toBeVisible();
    cleanup();
    const { desk, user } = show(having('requested', 8), { writing: 'email' });
    expect(screen.getByText(/One reminder is in order now/)).toBeVisible();
    expect(message()).toContain('pengingat');
    await user.click(screen.getByRole('button', { name: 'Put into the message' }));
    expect(desk.put).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ reminder: true }));
  });

  it('puts the question off after one reminder without an answer', async () => {
    const asked = having('requested', 20);
    const contacts = [{ at: addDays(NOW, -10), channel: 'email', purpose: 'consent_request' }] as const;
    const { desk, user } = show({ ...asked, contacts });
    await user.click(screen.getByRole('button', { name: 'Put it off' }));
    expect(desk.defer).toHaveBeenCalledWith(expect.anything(), { purpose: 'pr_media', channel: 'email' });
  });

  it('has nothing to ask of one who agreed', () => {
    show(agreed());
    expect(screen.getByText(/They have agreed since 1 June 2026/)).toBeVisible();
  });

  it('asks first who asks, and goes on from there', async () => {
    const { desk, user } = show(aPerson(), { policy: aPolicy() });
    await user.type(screen.getByLabelText('Organisation'), 'Humas Contoh');
    await user.type(screen.getByLabelText('E-mail for questions about data'), 'bukan surel');
    await user.click(screen.getByRole('button', { name: 'Keep and go on' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Give an e-mail address');
    await user.clear(screen.getByLabelText('E-mail for questions about data'));
    await user.type(screen.getByLabelText('E-mail for questions about data'), 'data@humas.example');
    await user.click(screen.getByRole('button', { name: 'Keep and go on' }));
    expect(desk.settle).toHaveBeenCalledWith({ name: 'Humas Contoh', email: 'data@humas.example' });
  });

  it('asks the guardian of a child, and nobody where none is on record', async () => {
    const child = aPerson('Rara', { person: { ...aPerson('Rara').person, ageBand: 'child', guardianId: 'p2' } });
    const parent = aPerson('Ibu Ratna', { person: { ...aPerson('Ibu Ratna').person, id: 'p2' } });
    show(child, { desk: anAskDesk({ guardian: async () => parent }) });
    expect(await screen.findByText(/the message asks Ibu Ratna/)).toBeVisible();
    expect(message()).toContain('Yth. Ibu Ratna');
    cleanup();
    show(child);
    expect(await screen.findByText(/Record a parent or guardian first/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'I have sent it' })).not.toBeInTheDocument();
  });

  it('is left by Escape, from the first field on', async () => {
    const { onDone, user } = show();
    expect(screen.getByLabelText('Purpose')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(onDone).toHaveBeenCalledWith(false);
  });

  it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
    setLanguage(language);
    const { container } = show(aPerson(), { writing: 'email' });
    expect(await faults(container)).toEqual([]);
    cleanup();
    const settle = show(aPerson(), { policy: aPolicy() });
    expect(await faults(settle.container)).toEqual([]);
  });
});
