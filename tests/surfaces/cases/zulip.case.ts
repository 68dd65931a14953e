import type { SiteCase } from '../case.ts';

const zulip: SiteCase = {
  surface: 'zulip',
  url: 'https://zulip.kantor.example/',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '#compose-textarea',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'chat:Jati Wibowo' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('#compose-textarea').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('#compose-send-button') },
      ],
      breaks: { recipients: 'pills', send: 'send' },
    },
  ],
};
export default zulip;
