import type { SiteCase } from '../case.ts';

const SEND = '[data-test-id="compose-send-button"]';
const EDITOR = '.body';

const yahoo: SiteCase = {
  surface: 'yahoo',
  url: 'https://mail.yahoo.com/d/compose/1',
  page: 'mail',
  boxes: [
    {
      box: 'mail',
      editor: EDITOR,
      clean: {
        conversation: 'clean',
        recipients: [
          { field: 'to', address: 'ana@harian.example', name: 'Ana Lestari' },
          { field: 'cc', address: 'budi@kabar.example', name: 'Budi Santoso' },
        ],
      },
      stopped: { conversation: 'stopped', channel: 'email', address: 'sari@tabloid.example' },
      ways: [
        { name: 'the button', press: (hand) => hand.click(SEND) },
        { name: 'Enter on the button', press: (hand) => hand.focus(SEND).then(() => hand.key('Enter')) },
        { name: 'Space on the button', press: (hand) => hand.focus(SEND).then(() => hand.key(' ')) },
        { name: 'Ctrl+Enter in the text', press: (hand) => hand.focus(EDITOR).then(() => hand.key('Control+Enter')) },
        {
          name: 'the page asks whether to send anyway',
          press: async (hand) => {
            await hand.run('site.asks = true');
            await hand.click(SEND);
          },
          after: (hand) => hand.click('.question button'),
        },
      ],
      breaks: { send: 'send', recipients: 'recipients', body: 'body', subject: 'subject' },
    },
  ],
};
export default yahoo;
