import type { SiteCase } from '../case.ts';

const slack: SiteCase = {
  surface: 'slack',
  url: 'https://app.slack.com/client/T01/D01',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '.ql-editor',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:T01/D01', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:T01/D02' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('.ql-editor').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('[data-qa=texty_send_button]') },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
  ],
};
export default slack;
