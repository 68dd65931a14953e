import type { SiteCase } from '../case.ts';

const chatwoot: SiteCase = {
  surface: 'chatwoot',
  url: 'https://cs.kantor.example/app/accounts/1/conversations/11',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '.ProseMirror',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:1/conversations/11', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:1/conversations/12' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('.ProseMirror').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('.right-wrap button') },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
    {
      box: 'mail',
      editor: '.ProseMirror',
      clean: {
        conversation: 'surat',
        recipients: [
          { field: 'to', address: 'sari@pelanggan.example', pending: true },
          { field: 'cc', address: 'tim@pelanggan.example', pending: true },
          { field: 'direct', address: 'thread:1/conversations/13', name: 'Sari Puspita' },
        ],
      },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('.ProseMirror').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('.right-wrap button') },
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default chatwoot;
