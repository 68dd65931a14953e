import type { Hand, SiteCase } from '../case.ts';

const SEND = '.composer footer button';
const EDITOR = '[contenteditable="true"]';

const later = async (hand: Hand): Promise<void> => {
  await hand.click('[data-testid="composer:scheduled-send:open-dropdown"]');
  await hand.wait('[data-testid="composer:schedule-send:tomorrow"]');
};

const proton: SiteCase = {
  surface: 'proton',
  url: 'https://mail.proton.me/u/0/inbox',
  page: 'mail',
  boxes: [
    {
      box: 'mail',
      editor: EDITOR,
      clean: {
        // With the caret in the text one row stands for all fields, and it shows addresses only where there is no name.
        conversation: 'bare',
        recipients: [
          { field: 'to', address: 'ana@harian.example' },
          { field: 'cc', address: 'budi@kabar.example' },
        ],
      },
      stopped: { conversation: 'bareStopped', channel: 'email', address: 'sari@tabloid.example' },
      attach: async (hand) => void (await hand.run(`site.attach('lampiran.csv')`)),
      ways: [
        { name: 'the button', press: (hand) => hand.click(SEND) },
        { name: 'Enter on the button', press: (hand) => hand.focus(SEND).then(() => hand.key('Enter')) },
        { name: 'Space on the button', press: (hand) => hand.focus(SEND).then(() => hand.key(' ')) },
        {
          name: 'Ctrl+Enter in the frame of the text',
          press: (hand) => hand.focus(EDITOR).then(() => hand.key('Control+Enter')),
        },
        {
          name: 'Ctrl+Enter in the subject',
          press: (hand) => hand.focus('[data-testid="composer:subject"]').then(() => hand.key('Control+Enter')),
        },
        {
          name: 'a time from the menu',
          press: async (hand) => {
            await later(hand);
            await hand.click('[data-testid="composer:schedule-send:tomorrow"]');
          },
        },
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
export default proton;
