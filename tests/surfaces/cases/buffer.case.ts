import type { SiteCase } from '../case.ts';

const buffer: SiteCase = {
  surface: 'buffer',
  url: 'https://publish.buffer.com/channels',
  page: 'generic',
  boxes: [
    {
      box: 'post',
      editor: '[role=textbox]',
      ways: [
        { name: 'Ctrl+Enter', press: (hand) => hand.focus('[role=textbox]').then(() => hand.key('Control+Enter')) },
        { name: 'the button', press: (hand) => hand.click('[aria-label="Post now"]') },
        { name: 'Schedule', press: (hand) => hand.click('button:not([aria-label])') },
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default buffer;
