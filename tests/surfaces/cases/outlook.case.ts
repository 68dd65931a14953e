import type { Hand, SiteCase } from '../case.ts';

const SEND = '[id$="__primaryActionButton"]';
const EDITOR = '[id^="editorParent_"] [role="textbox"], .body';

const openMenu = async (hand: Hand): Promise<void> => {
  await hand.click('[id$="__menuButton"]');
  await hand.wait('[role="menuitem"].later');
};

const outlook: SiteCase = {
  surface: 'outlook',
  url: 'https://outlook.live.com/mail/0/compose',
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
      group: { conversation: 'group' },
      attach: async (hand) => void (await hand.run(`site.attach('lampiran.csv')`)),
      ways: [
        { name: 'the button', press: (hand) => hand.click(SEND) },
        { name: 'Enter on the button', press: (hand) => hand.focus(SEND).then(() => hand.key('Enter')) },
        { name: 'Space on the button', press: (hand) => hand.focus(SEND).then(() => hand.key(' ')) },
        { name: 'Ctrl+Enter in the text', press: (hand) => hand.focus(EDITOR).then(() => hand.key('Control+Enter')) },
        {
          name: 'Ctrl+Enter in the subject',
          press: (hand) => hand.focus('[id$="_SUBJECT"]').then(() => hand.key('Control+Enter')),
        },
        { name: 'Alt+S in the text', press: (hand) => hand.focus(EDITOR).then(() => hand.key('Alt+s')) },
        {
          name: 'Send in the menu beside it',
          press: async (hand) => {
            await openMenu(hand);
            await hand.click('[role="menuitem"].now');
          },
        },
        {
          name: 'a time from the menu',
          press: async (hand) => {
            await openMenu(hand);
            await hand.click('[role="menuitem"].later');
          },
          after: (hand) => hand.click('.question button'),
        },
        {
          name: 'a time, by keyboard',
          press: async (hand) => {
            await hand.focus('[id$="__menuButton"]');
            await hand.key('Enter');
            await hand.wait('[role="menuitem"].later');
            await hand.focus('[role="menuitem"].later');
            await hand.key('Enter');
          },
          after: (hand) => hand.click('.question button'),
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
export default outlook;
