import type { SiteCase } from '../case.ts';

const youtubeStudio: SiteCase = {
  surface: 'youtube-studio',
  url: 'https://studio.youtube.com/channel/UC01/comments',
  page: 'generic',
  boxes: [
    {
      box: 'comment',
      editor: '#contenteditable-root',
      ways: [
        {
          name: 'Ctrl+Enter',
          press: (hand) => hand.focus('#contenteditable-root').then(() => hand.key('Control+Enter')),
        },
        { name: 'the button', press: (hand) => hand.click('#done-button') },
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default youtubeStudio;
