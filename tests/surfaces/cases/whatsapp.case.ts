import type { Recipient } from '@/lib/domain/draft.ts';
import type { BoxCase, SiteCase, Way } from '../case.ts';

const MESSAGE = 'footer [contenteditable]';
const DIALOG = '[role="dialog"] [contenteditable]';

const RANI: Recipient = { field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma' };
const chats: Pick<BoxCase, 'clean' | 'stopped'> = {
  clean: { conversation: 'rani', recipients: [RANI] },
  stopped: { conversation: 'jati', channel: 'whatsapp', address: 'chat:Jati Wibowo' },
};

const enterIn = (selector: string): Way => ({
  name: 'Enter',
  press: async (hand) => {
    await hand.focus(selector);
    await hand.key('Enter');
  },
});
const click = (name: string, selector: string): Way => ({ name, press: (hand) => hand.click(selector) });
const keyOn = (name: string, selector: string, key: string): Way => ({
  name,
  press: async (hand) => {
    await hand.focus(selector);
    await hand.key(key);
  },
});

const whatsapp: SiteCase = {
  surface: 'whatsapp',
  url: 'https://web.whatsapp.com/',
  page: 'whatsapp',
  boxes: [
    {
      box: 'message',
      editor: MESSAGE,
      ...chats,
      group: { conversation: 'tim' },
      ways: [
        enterIn(MESSAGE),
        click('Send', 'footer [aria-label="Kirim"]'),
        keyOn('Space on Send', 'footer [aria-label="Kirim"]', ' '),
        {
          name: 'a voice clip',
          content: 'voice',
          press: async (hand) => {
            await hand.click('[data-voice]');
            await hand.click('footer [aria-label="Kirim"]');
          },
        },
        {
          name: 'a sticker',
          content: 'sticker',
          press: async (hand) => {
            await hand.click('[data-stickers]');
            await hand.click('[data-sticker]');
          },
        },
        {
          name: 'a message that is forwarded',
          content: 'share',
          press: async (hand) => {
            await hand.click('[data-forward]');
            await hand.click('[data-open]');
            await hand.click('[role="dialog"] [aria-label="Kirim"]');
          },
        },
      ],
      breaks: { recipients: 'title', identity: 'selected', send: 'send' },
    },
    {
      box: 'caption',
      open: '[data-attach]',
      editor: DIALOG,
      ...chats,
      cannot: ['content'],
      ways: [enterIn(DIALOG), click('Send', '[role="dialog"] [aria-label="Kirim"]')],
      breaks: { recipients: 'title' },
    },
    {
      box: 'edit',
      open: '[data-edit]',
      editor: DIALOG,
      ...chats,
      ways: [enterIn(DIALOG), click('the check mark', '[role="dialog"] [aria-label="Selesai"]')],
      breaks: { recipients: 'title' },
    },
  ],
};
export default whatsapp;
