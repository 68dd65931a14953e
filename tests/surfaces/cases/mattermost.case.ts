import type { SiteCase } from '../case.ts';

const mattermost: SiteCase = {
  surface: 'mattermost',
  url: 'https://chat.kantor.example/humas/messages/@rani',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '#post_textbox',
      clean: { conversation: 'rani', recipients: [{ field: 'direct', address: 'rani', name: 'rani' }] },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'jati' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('#post_textbox').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('[data-testid=SendMessageButton]') },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
  ],
};
export default mattermost;
