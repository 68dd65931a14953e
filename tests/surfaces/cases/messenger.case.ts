import type { SiteCase, Way } from '../case.ts';

const MESSAGE = '[role="main"] [aria-label="Message"]';
const JATI = { channel: 'facebook_msg', address: 'thread:100022' } as const;

const enterIn = (selector: string): Way => ({
  name: 'Enter',
  press: async (hand) => {
    await hand.focus(selector);
    await hand.key('Enter');
  },
});
const send: Way = { name: 'Send', press: (hand) => hand.click('[data-send]') };

const messenger: SiteCase = {
  surface: 'messenger',
  url: 'https://www.facebook.com/messages/t/100021/',
  page: 'messenger',
  boxes: [
    {
      box: 'message',
      editor: MESSAGE,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:100021', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', ...JATI },
      ways: [
        enterIn(MESSAGE),
        send,
        {
          name: 'Enter on Send',
          press: async (hand) => {
            await hand.focus('[data-send]');
            await hand.key('Enter');
          },
        },
        { name: 'the thumb', content: 'like', press: (hand) => hand.click('[data-like]') },
        {
          name: 'a voice clip',
          content: 'voice',
          press: async (hand) => {
            await hand.click('[data-voice]');
            await hand.click('[data-send]');
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
      ],
      breaks: { recipients: 'thread', identity: 'heading', send: 'send' },
    },
    {
      box: 'tab',
      editor: '[data-testid="mwchat-tab"] [contenteditable]',
      clean: {
        conversation: 'tabs:rani,jati',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma', unsure: true }],
      },
      known: { channel: 'facebook_msg', address: 'chat:Rani Kusuma' },
      stopped: { conversation: 'tabs:jati,rani', channel: 'facebook_msg', address: 'chat:Jati Wibowo' },
      ways: [
        enterIn('[data-testid="mwchat-tab"] [contenteditable]'),
        { name: 'Send', press: (hand) => hand.click('[data-testid="mwchat-tab"] [data-send]') },
        {
          name: 'a share from the feed',
          content: 'share',
          press: async (hand) => {
            await hand.click('[data-share]');
            await hand.click('[data-open]');
          },
        },
      ],
      breaks: { recipients: 'tab' },
    },
  ],
};
export default messenger;
