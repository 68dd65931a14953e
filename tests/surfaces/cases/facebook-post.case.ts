import type { Hand, SiteCase } from '../case.ts';

const clickIn = (selector: string) => (hand: Hand) => hand.click(selector);

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
    {
      box: 'post',
      open: '[data-compose-page]',
      editor: '[role="dialog"] [contenteditable]',
      ways: [
        {
          name: 'Next and Post, of a page',
          press: (hand) => hand.click('[data-next]'),
          after: clickIn('[data-final]'),
        },
        { name: 'Next and Schedule', press: (hand) => hand.click('[data-next]'), after: clickIn('[data-later]') },
        {
          name: 'Next by keyboard',
          press: async (hand) => {
            await hand.focus('[data-next]');
            await hand.key('Enter');
          },
          after: clickIn('[data-final]'),
        },
      ],
      breaks: {},
    },
  ],
};
export default facebookPost;
