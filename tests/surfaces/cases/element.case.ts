import type { SiteCase } from '../case.ts';

const element: SiteCase = {
  surface: 'element',
  url: 'https://app.element.io/',
  page: 'work-chats',
  boxes: [
    {
      box: 'message',
      editor: '.mx_BasicMessageComposer_input',
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'thread:!rani:kantor.example', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:!jati:kantor.example' },
      group: { conversation: 'redaksi' },
      ways: [
        { name: 'Enter', press: (hand) => hand.focus('.mx_BasicMessageComposer_input').then(() => hand.key('Enter')) },
        { name: 'the button', press: (hand) => hand.click('[data-testid=sendmessagebtn]') },
      ],
      breaks: { recipients: 'address', send: 'send' },
    },
  ],
};
export default element;
