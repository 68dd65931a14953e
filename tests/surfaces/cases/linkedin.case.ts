import type { Recipient } from '@/lib/domain/draft.ts';
import type { BoxCase, SiteCase, Way } from '../case.ts';

const RANI: Recipient = { field: 'direct', address: 'rani-kusuma', name: 'Rani Kusuma' };
const JATI = { channel: 'linkedin_msg', address: 'jati-wibowo-81' } as const;
const MESSAGE = '.msg-form__contenteditable';

const button: Way = { name: 'Send', press: (hand) => hand.click('.msg-form__send-button') };
const voice: Way = { name: 'a voice clip', content: 'voice', press: (hand) => hand.click('.msg-form__voice-button') };
const chat = (screen: string): Pick<BoxCase, 'clean' | 'stopped'> => ({
  clean: { conversation: `${screen}:rani`, recipients: [RANI] },
  stopped: { conversation: `${screen}:jati`, ...JATI },
});

const linkedin: SiteCase = {
  surface: 'linkedin',
  url: 'https://www.linkedin.com/messaging/thread/2-abc/',
  page: 'linkedin',
  boxes: [
    {
      box: 'message',
      editor: MESSAGE,
      ...chat('thread'),
      group: { conversation: 'thread:rani,jati' },
      ways: [
        button,
        {
          name: 'Send by keyboard',
          press: async (hand) => {
            await hand.focus('.msg-form__send-button');
            await hand.key('Enter');
          },
        },
        voice,
        // Words of its own, which nobody has typed.
        {
          name: 'a quick reply',
          content: 'share',
          press: (hand) => hand.click('.conversations-quick-replies__reply-button'),
        },
      ],
      breaks: { recipients: 'header', body: 'form' },
    },
    { box: 'message', editor: MESSAGE, ...chat('bubble'), ways: [button], breaks: { recipients: 'header' } },
    {
      box: 'message',
      editor: MESSAGE,
      ...chat('enter'),
      ways: [
        {
          name: 'Enter, where there is no Send',
          asks: true,
          press: async (hand) => {
            await hand.focus(MESSAGE);
            await hand.key('Enter');
          },
        },
      ],
      breaks: { recipients: 'header' },
    },
    { box: 'inmail', editor: MESSAGE, ...chat('inmail'), ways: [button], breaks: { recipients: 'header' } },
    {
      box: 'new',
      editor: MESSAGE,
      clean: {
        conversation: 'new:rani',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma' }],
      },
      ways: [button],
      breaks: { recipients: 'header' },
    },
    {
      box: 'share',
      open: '.send-privately-button',
      editor: MESSAGE,
      clean: {
        conversation: 'share:rani',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'share:jati', channel: 'linkedin_msg', address: 'chat:Jati Wibowo' },
      cannot: ['content'],
      ways: [{ ...button, name: 'a post that is sent to somebody' }],
      breaks: {},
    },
    {
      box: 'invitation',
      editor: '#custom-message',
      ...chat('note'),
      ways: [
        { name: 'Send invitation', press: (hand) => hand.click('[aria-label="Send invitation"]') },
        {
          name: 'Send without a note',
          content: 'invitation',
          press: (hand) => hand.click('[aria-label="Send without a note"]'),
        },
      ],
      breaks: { send: 'send' },
    },
    {
      box: 'connect',
      editor: 'li button',
      ...chat('card'),
      ways: [{ name: 'Connect, which asks nothing', content: 'invitation', press: (hand) => hand.click('li button') }],
      breaks: {},
    },
    {
      box: 'connect-profile',
      editor: 'main button',
      ...chat('profile'),
      ways: [
        {
          name: 'Connect and its dialog',
          content: 'invitation',
          press: (hand) => hand.click('main button'),
          after: (hand) => hand.click('[aria-label="Send without a note"]'),
        },
      ],
      breaks: {},
    },
    {
      box: 'post',
      open: '.share-box-feed-entry__trigger',
      editor: '.ql-editor',
      ways: [
        { name: 'Post', press: (hand) => hand.click('.share-actions__primary-action') },
        {
          name: 'Post by keyboard',
          press: async (hand) => {
            await hand.focus('.share-actions__primary-action');
            await hand.key(' ');
          },
        },
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default linkedin;
