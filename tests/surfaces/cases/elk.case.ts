import type { SiteCase } from '../case.ts';

const TEXT = '.content-editor';

/** Direct posts begin with a mention; that reading is in the unit tests, since here all that is written is given. */
const elk: SiteCase = {
  surface: 'elk',
  url: 'https://elk.zone/mastodon.example/compose',
  page: 'fediverse',
  boxes: [
    {
      box: 'post',
      editor: TEXT,
      ways: [
        { name: 'Publish', press: (hand) => hand.click('button.publish-button') },
        {
          name: 'Ctrl+Enter',
          press: async (hand) => {
            await hand.focus(TEXT);
            await hand.key('Control+Enter');
          },
        },
        {
          name: 'Cmd+Enter',
          press: async (hand) => {
            await hand.focus(TEXT);
            await hand.key('Meta+Enter');
          },
        },
      ],
      breaks: { recipients: 'sign', send: 'send' },
    },
  ],
};
export default elk;
