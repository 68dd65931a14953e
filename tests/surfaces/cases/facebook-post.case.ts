import type { SiteCase } from '../case.ts';

const facebookPost: SiteCase = {
  surface: 'facebook-post',
  url: 'https://www.facebook.com/',
  page: 'facebook-post',
  boxes: [
    {
      box: 'post',
      open: '[data-compose]',
      editor: '[role="dialog"] [contenteditable]',
      ways: [
        { name: 'Post', press: (hand) => hand.click('[data-post]') },
        {
          name: 'Space on Post',
          press: async (hand) => {
            await hand.focus('[data-post]');
            await hand.key(' ');
          },
        },
      ],
      breaks: {},
    },
  ],
};
export default facebookPost;
