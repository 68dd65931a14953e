import type { SiteCase } from '../case.ts';

/** The real client is driven in `tests/real/converse.test.ts`. */
const converse: SiteCase = {
  surface: 'converse',
  url: 'https://obrolan.kantor.example/',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '.chat-textarea',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani@kabar.example', name: 'rani@kabar.example' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'jati@kabar.example' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('.chat-textarea').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('.send-button') },
        { name: 'a place', content: 'share', press: (hand) => hand.click('.toggle-location') },
      ],
      breaks: { recipients: 'name', identity: 'heading' },
    },
  ],
};
export default converse;
