import type { SiteCase } from '../case.ts';

const rocketChat: SiteCase = {
  surface: 'rocket-chat',
  url: 'https://rocket.kantor.example/direct/u1u2',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: 'textarea[name=msg]',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:direct/u1u2', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:direct/u1u3' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('textarea[name=msg]').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('[aria-label=Send]') },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
  ],
};
export default rocketChat;
