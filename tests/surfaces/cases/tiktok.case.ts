import type { SiteCase } from '../case.ts';

const MESSAGE = '.public-DraftEditor-content';

const tiktok: SiteCase = {
  surface: 'tiktok',
  url: 'https://www.tiktok.com/messages',
  page: 'tiktok',
  boxes: [
    {
      box: 'message',
      editor: MESSAGE,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani.kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'tiktok_dm', address: 'jati.wibowo' },
      ways: [
        {
          name: 'Enter',
          press: async (hand) => {
            await hand.focus(MESSAGE);
            await hand.key('Enter');
          },
        },
        { name: 'the picture of Send', press: (hand) => hand.click('[data-press]') },
        {
          name: 'a sticker',
          content: 'sticker',
          press: async (hand) => {
            await hand.click('[data-stickers]');
            await hand.click('[data-sticker]');
          },
        },
        {
          name: 'a video that is shared',
          content: 'share',
          press: async (hand) => {
            await hand.click('[data-share]');
            await hand.click('[data-open] input');
            await hand.click('[data-share-send]');
          },
        },
      ],
      breaks: { recipients: 'header', identity: 'row' },
    },
  ],
};
export default tiktok;
