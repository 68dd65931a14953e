import type { SiteCase } from '../case.ts';

/** The real one, with its database, is driven in tests/real; here it stands among the others, in both browsers. */
const wordpress: SiteCase = {
  surface: 'wordpress',
  url: 'https://humas.wordpress.com/wp-admin/post-new.php',
  page: 'wordpress',
  boxes: [
    {
      box: 'post',
      open: '[data-blocks]',
      editor: '.is-root-container .rich-text',
      ways: [
        {
          name: 'Publish in the panel',
          press: async (hand) => {
            await hand.click('.editor-post-publish-panel__toggle');
            await hand.click('.editor-post-publish-panel .editor-post-publish-button');
          },
        },
      ],
      breaks: {},
    },
    {
      box: 'classic',
      open: '[data-classic]',
      editor: '#content',
      ways: [
        { name: 'Publish', press: (hand) => hand.click('#publish') },
        {
          name: 'Enter in the title',
          press: async (hand) => {
            await hand.focus('#title');
            await hand.key('Enter');
          },
        },
      ],
      breaks: {},
    },
  ],
};
export default wordpress;
