import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '@/entrypoints/practice/app.tsx';
import { READY } from '@/entrypoints/practice/ready.ts';
import { createPractice } from '@/entrypoints/practice/store.ts';
import { type Language, setLanguage } from '@/lib/platform/words.ts';
import practiceChat from '@/lib/surfaces/practice/practice-chat.surface.ts';
import practiceMail from '@/lib/surfaces/practice/practice-mail.surface.ts';
import { faultsOf } from '../kit/axe.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

function open() {
  const door = createPractice();
  return { door, ...render(<App door={door} />), user: userEvent.setup() };
}
const choose = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-ready=${id}]`)!;
const sendIn = (kind: 'mail' | 'chat'): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-practice=${kind}] [data-send]`)!;
const sent = (): HTMLElement => screen.getByRole('region', { name: 'Sent' });

describe('the practice mailbox', () => {
  it('writes a ready mistake so that the gate reads it', async () => {
    const { user, container } = open();
    await user.click(choose('visible'));
    const draft = practiceMail.composers(container)[0]!.read();
    expect(draft.recipients).toHaveLength(12);
    expect(new Set(draft.recipients.map((each) => each.field))).toEqual(new Set(['to']));
    expect(draft.subject).toBe('Invitation: media gathering on Thursday');
  });

  it('sends what reaches it, once, and empties its composer', async () => {
    const { user, container } = open();
    await user.click(choose('clean'));
    await user.dblClick(sendIn('mail'));
    expect(within(sent()).getAllByRole('listitem')).toHaveLength(1);
    expect(sent()).toHaveTextContent('To: Rina Maharani <rina@harianfajar.example>');
    expect(practiceMail.composers(container)[0]!.read()).toMatchObject({ recipients: [], text: '', subject: '' });
  });

  it('sends a letter by Ctrl+Enter', async () => {
    const { user } = open();
    await user.click(choose('clean'));
    await user.click(screen.getByLabelText('Text'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(within(sent()).getAllByRole('listitem')).toHaveLength(1);
  });

  it('sends a chat by Enter, and breaks the line by Shift+Enter', async () => {
    const { user, container } = open();
    await user.click(choose('withdrawn'));
    expect(practiceChat.composers(container)[0]!.read().recipients).toEqual([
      { field: 'direct', address: '+6281200000122', name: 'Rangga Mahesa' },
    ]);
    await user.click(screen.getByLabelText('Message'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(sent()).toHaveTextContent('Nothing has been sent yet.');
    await user.keyboard('{Enter}');
    expect(sent()).toHaveTextContent('Rangga Mahesa');
  });

  it('sends nothing when nothing is written', async () => {
    const { user } = open();
    await user.click(sendIn('mail'));
    await user.click(sendIn('chat'));
    expect(sent()).toHaveTextContent('Nothing has been sent yet.');
  });

  it('says so when the sample people are missing', () => {
    const door = createPractice();
    door.failed();
    render(<App door={door} />);
    expect(screen.getByRole('status')).toHaveTextContent('could not be prepared');
  });

  it.each(['en', 'id'] as readonly Language[])('is sound in %s, empty and with mail sent', async (language) => {
    setLanguage(language);
    const { container, door, user } = open();
    expect(await faultsOf(container)).toEqual([]);
    for (const { id } of [...READY.mail, ...READY.chat]) await user.click(choose(id));
    door.sendMail();
    door.sendChat();
    await screen.findAllByRole('listitem');
    expect(await faultsOf(container)).toEqual([]);
  });
});
