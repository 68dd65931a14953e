import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EvidenceOnTop, type EvidenceProps } from '@/components/sidepanel/evidence.tsx';
import type { EvidenceDesk, Recorded, SaidView, Speaker } from '@/components/sidepanel/evidence-view.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { agreed, aPerson, faults, NOW } from '../ledger/people.ts';
import { anEvidenceDesk } from './desks.ts';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => setLanguage('en'));
afterEach(cleanup);

const sari: Speaker = {
  key: 'p1',
  name: 'Sari Wulandari',
  outlet: 'Harian Lentera',
  channel: 'email',
  address: 'sari@lentera.example',
  state: agreed(),
  sure: true,
};
const stranger: Speaker = {
  key: 'email:x',
  name: 'Baru',
  channel: 'email',
  address: 'baru@media.example',
  sure: false,
};
const SHA = 'ab12'.repeat(16);

const said = (over: Partial<SaidView> = {}): SaidView => ({
  excerpt: 'Tolong jangan kirim lagi ya.',
  sha256: SHA,
  kind: 'message_ref',
  saidAt: NOW,
  dated: false,
  heard: { outcome: 'stop', words: 'Tolong jangan kirim lagi ya' },
  own: false,
  speakers: [sari],
  channel: 'email',
  purpose: 'pr_media',
  ...over,
});

function show(over: Partial<EvidenceProps> = {}, desk: EvidenceDesk = anEvidenceDesk()) {
  const props: EvidenceProps = {
    waiting: { kind: 'said', said: said() },
    desk,
    heardDesk: desk,
    onUndo: vi.fn(),
    onClose: vi.fn(),
    now: NOW,
    ...over,
  };
  const { container } = render(<EvidenceOnTop {...props} />);
  return { container, desk, props, user: userEvent.setup({ delay: null }) };
}
const card = () => screen.getByRole('article', { name: 'What they wrote' });

describe('words that were selected', () => {
  it('stand there with person, excerpt, fingerprint, date and kind of evidence', () => {
    show();
    expect(within(card()).getByText('Tolong jangan kirim lagi ya.')).toBeVisible();
    expect(within(card()).getByText('Sari Wulandari')).toBeVisible();
    expect(within(card()).getByText('agreed')).toBeVisible();
    expect(within(card()).getByText(SHA)).toBeVisible();
    expect(within(card()).getByText('Reference to a message')).toBeVisible();
    expect(within(card()).getByLabelText('Written on')).toHaveValue('2026-11-20');
  });

  it('are recorded as an opt-out by one press, which the words themselves put first', async () => {
    const { desk, user } = show();
    expect(screen.getByText('“Tolong jangan kirim lagi ya” asks for no more messages.')).toBeVisible();
    const buttons = within(card()).getAllByRole('button', { name: /^Record/ });
    expect(buttons[0]).toHaveAccessibleName('Record opt-out');
    await user.click(screen.getByRole('button', { name: 'Record opt-out' }));
    expect(desk.record).toHaveBeenCalledWith({
      outcome: 'stop',
      who: { kind: 'person', personId: 'p1', name: 'Sari Wulandari' },
      purpose: 'pr_media',
      channel: 'email',
      scope: 'all',
      at: NOW,
    });
  });

  it('are recorded by the keyboard alone, from the card that has the focus', async () => {
    const { desk, user } = show();
    expect(card()).toHaveFocus();
    for (let step = 0; step < 12 && document.activeElement?.textContent !== 'Record opt-out'; step += 1)
      await user.tab();
    await user.keyboard('{Enter}');
    expect(desk.record).toHaveBeenCalledOnce();
    await user.keyboard('{Escape}');
    expect(desk.drop).toHaveBeenCalledOnce();
  });

  it('take another purpose, channel and day, and no day that has not come', async () => {
    const { desk, user } = show();
    await user.selectOptions(screen.getByLabelText('Purpose'), 'event_invite');
    await user.selectOptions(screen.getByLabelText('Channel'), 'whatsapp');
    fireEvent.change(screen.getByLabelText('Written on'), { target: { value: '2026-12-24' } });
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    expect(desk.record).not.toHaveBeenCalled();
    expect(screen.getByText(/has not come yet/)).toBeVisible();
    fireEvent.change(screen.getByLabelText('Written on'), { target: { value: '2026-11-03' } });
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    expect(desk.record).toHaveBeenCalledWith(
      expect.objectContaining({
        outcome: 'given',
        purpose: 'event_invite',
        channel: 'whatsapp',
        at: expect.stringMatching(/^2026-11-03T/),
      }),
    );
  });

  it('of several who may have written it ask which, and are not recorded before', async () => {
    const { desk, user } = show({ waiting: { kind: 'said', said: said({ speakers: [sari, stranger] }) } });
    await user.click(screen.getByRole('button', { name: 'Record opt-out' }));
    expect(desk.record).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('Say who wrote this first.');
    await user.click(screen.getByRole('radio', { name: /Baru/ }));
    await user.click(screen.getByRole('button', { name: 'Record opt-out' }));
    expect(desk.record).toHaveBeenCalledWith(
      expect.objectContaining({
        who: { kind: 'new', name: 'Baru', point: { channel: 'email', address: 'baru@media.example' } },
      }),
    );
  });

  it('of nobody who is named are given to somebody found as one types, or to a new person', async () => {
    const { desk, user } = show({ waiting: { kind: 'said', said: said({ speakers: [] }) } });
    await user.type(screen.getByLabelText('Who wrote it'), 'Bima');
    await user.click(await screen.findByRole('button', { name: /Bima Prasetya/ }));
    await user.click(screen.getByRole('button', { name: 'Record refusal' }));
    expect(desk.record).toHaveBeenLastCalledWith(
      expect.objectContaining({ outcome: 'refused', who: { kind: 'person', personId: 'p9', name: 'Bima Prasetya' } }),
    );
    await user.click(screen.getByRole('button', { name: 'Somebody else' }));
    await user.type(screen.getByLabelText('Who wrote it'), 'Rani Baru');
    await user.click(await screen.findByRole('button', { name: 'New person: Rani Baru' }));
    await user.click(screen.getByRole('button', { name: 'Record refusal' }));
    expect(desk.record).toHaveBeenLastCalledWith(expect.objectContaining({ who: { kind: 'new', name: 'Rani Baru' } }));
  });

  it('that are one’s own are said to be so, and propose nothing', () => {
    show({ waiting: { kind: 'said', said: said({ own: true, speakers: [] }) } });
    expect(screen.getByText(/your own words/)).toBeVisible();
    expect(screen.queryByText(/asks for no more messages/)).not.toBeInTheDocument();
  });

  it('say why the ledger did not take them', async () => {
    const refused = { key: 'refusal_note_only' };
    const { user } = show({}, anEvidenceDesk({ record: async () => refused }));
    await user.click(screen.getByRole('button', { name: 'Record consent' }));
    expect((await screen.findByRole('status')).textContent).not.toBe('');
  });
});

describe('no words at all', () => {
  it('are told kindly, with what to do', () => {
    show({ waiting: { kind: 'nothing' } });
    expect(screen.getByText(/Select what they wrote/)).toBeVisible();
  });
});

describe('opt-out words in the reply', () => {
  it('are quoted, and recorded by one press', async () => {
    const { desk, user } = show({ waiting: undefined, heard: said() });
    expect(screen.getByText('They wrote “Tolong jangan kirim lagi ya”. Record as opt-out?')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Record opt-out' }));
    expect(desk.record).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'stop', scope: 'all' }));
  });

  it('are put aside by one press', async () => {
    const { desk, user } = show({ waiting: undefined, heard: said() });
    await user.click(screen.getByRole('button', { name: 'Not an opt-out' }));
    expect(desk.drop).toHaveBeenCalledOnce();
  });
});

describe('what was recorded', () => {
  const recorded: Recorded = {
    outcome: 'given',
    name: 'Sari Wulandari',
    purpose: 'pr_media',
    channel: 'email',
    undone: false,
  };

  it('is said in plain words, and can be undone for a moment', async () => {
    const { props, user } = show({ waiting: undefined, recorded });
    expect(screen.getByText('Recorded: Sari Wulandari agreed to press pitch by e-mail.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(props.onUndo).toHaveBeenCalledOnce();
    cleanup();
    show({ waiting: undefined, recorded: { ...recorded, undone: true } });
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});

it.each(['en', 'id'] as const)('the cards have no fault for assistive technology (%s)', async (language) => {
  setLanguage(language);
  const several = said({ speakers: [sari, stranger, { ...sari, key: 'p2', state: aPerson('Dewi'), name: 'Dewi' }] });
  const { container } = show({ waiting: { kind: 'said', said: several }, heard: said() });
  expect(await faults(container)).toEqual([]);
  cleanup();
  const none = show({ waiting: { kind: 'said', said: said({ speakers: [] }) } });
  expect(await faults(none.container)).toEqual([]);
});
