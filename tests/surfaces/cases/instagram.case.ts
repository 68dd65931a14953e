import type { SiteCase, Way } from '../case.ts';

const MESSAGE = '[data-pagelet="IGDComposerForCannes"] [contenteditable]';
const REPLY = 'section textarea';
const JATI = { channel: 'instagram_dm', address: 'jati.wibowo' } as const;
const direct = (name: string) => ({ field: 'direct', address: 'rani.kusuma', name }) as const;

const enterIn = (selector: string): Way => ({
  name: 'Enter',
  press: async (hand) => {
    await hand.focus(selector);
    await hand.key('Enter');
  },
});
const send: Way = { name: 'Send', press: (hand) => hand.click('[data-send]') };

const instagram: SiteCase = {
  surface: 'instagram',
  url: 'https://www.instagram.com/direct/t/17801/',
  page: 'instagram',
  boxes: [
    {
      box: 'message',
      editor: MESSAGE,
      clean: { conversation: 'rani', recipients: [direct('Rani Kusuma')] },
      stopped: { conversation: 'jati', ...JATI },
      group: { conversation: 'tim' },
      ways: [
        enterIn(MESSAGE),
        send,
        { name: 'the heart', content: 'like', press: (hand) => hand.click('[data-like]') },
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
        {
          name: 'a post that is shared',
          content: 'share',
          press: async (hand) => {
            await hand.click('[data-share]');
            await hand.click('[data-open] input');
            await hand.click('[role="dialog"] [data-send]');
          },
        },
      ],
      breaks: { recipients: 'people', send: 'send' },
    },
    {
      box: 'message',
      editor: MESSAGE,
      // The header stays blank: the link beside what came in says who it is.
      clean: { conversation: 'blank', recipients: [{ field: 'direct', address: 'sari.dewi' }] },
      ways: [send],
      breaks: { recipients: 'people' },
    },
    {
      box: 'story',
      editor: REPLY,
      clean: { conversation: 'story:rani', recipients: [{ field: 'direct', address: 'rani.kusuma' }] },
      stopped: { conversation: 'story:jati', ...JATI },
      ways: [enterIn(REPLY), send],
      breaks: { recipients: 'owner' },
    },
    {
      box: 'share-note',
      editor: '[role="dialog"] textarea',
      clean: {
        conversation: 'share:rani',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma', unsure: true }],
      },
      known: { channel: 'instagram_dm', address: 'chat:Rani Kusuma' },
      stopped: { conversation: 'share:jati', channel: 'instagram_dm', address: 'chat:Jati Wibowo' },
      cannot: ['content'],
      ways: [{ ...send, name: 'Send, with a line of words' }],
      breaks: {},
    },
    {
      box: 'note',
      editor: '[role="dialog"] textarea',
      clean: {
        conversation: 'note:rani',
        recipients: [{ field: 'direct', address: 'rani.kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'note:jati', ...JATI },
      ways: [enterIn('[role="dialog"] textarea'), send],
      breaks: {},
    },
    {
      box: 'own-note',
      open: '[data-note]',
      editor: '[role="dialog"] textarea',
      ways: [{ ...send, name: 'Share, of a note of one’s own' }],
      breaks: {},
    },
  ],
};
export default instagram;
