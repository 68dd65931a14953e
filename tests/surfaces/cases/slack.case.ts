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
        {
          name: 'a time from the menu',
          press: async (hand) => {
            await hand.click('[aria-label="Schedule for later"]');
            await hand.click('[data-item="Tomorrow at 9:00 AM"]');
          },
        },
        {
          name: 'a time from the menu, by keyboard',
          press: async (hand) => {
            await hand.focus('[aria-label="Schedule for later"]');
            await hand.key('Enter');
            await hand.wait('[role="menuitem"]');
            await hand.focus('[role="menuitem"]');
            await hand.key('Enter');
          },
        },
        {
          name: 'a time of one’s own',
          press: async (hand) => {
            await hand.click('[aria-label="Schedule for later"]');
            await hand.click('[data-item="Custom time"]');
          },
          after: (hand) => hand.click('[data-final]'),
        },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
  ],
};
export default slack;
