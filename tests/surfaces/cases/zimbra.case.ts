import type { SiteCase } from '../case.ts';

const SEND = '[id$="__SEND"].ZButton';
const EDITOR = 'body#tinymce';

const zimbra: SiteCase = {
  surface: 'zimbra',
  url: 'https://surat.kantor.example/zimbra/mail',
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
        { name: 'the button of the toolbar', press: (hand) => hand.click(SEND) },
        { name: 'Enter on the button', press: (hand) => hand.focus(SEND).then(() => hand.key('Enter')) },
        {
          name: 'Ctrl+Enter in the frame of the text',
          press: (hand) => hand.focus(EDITOR).then(() => hand.key('Control+Enter')),
        },
        {
          name: 'Ctrl+Enter in the subject',
          press: (hand) => hand.focus('[id$="_subject_control"]').then(() => hand.key('Control+Enter')),
        },
        {
          name: 'Send later',
          press: async (hand) => {
            await hand.click('[id$="__SEND_MENU_dropdown"]');
            await hand.click('[id$="__SEND_LATER"]');
          },
          after: (hand) => hand.click('.DwtDialog .ZButton'),
        },
      ],
      breaks: { send: 'send', recipients: 'recipients', subject: 'subject' },
    },
  ],
};
export default zimbra;
