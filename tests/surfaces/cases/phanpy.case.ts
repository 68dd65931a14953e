import type { SiteCase } from '../case.ts';

const TEXT = 'textarea[name=status]';

/** Direct posts begin with a mention; that reading is in the unit tests, since here all that is written is given. */
const phanpy: SiteCase = {
  surface: 'phanpy',
  url: 'https://phanpy.social/',
  page: 'fediverse',
  boxes: [
    {
      box: 'post',
      editor: TEXT,
      ways: [
        { name: 'Post', press: (hand) => hand.click('footer button') },
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
export default phanpy;
