import type { SiteCase } from '../case.ts';

const BODY = '[data-practice="chat"] textarea[name="body"]';
const SEND = '[data-practice="chat"] [data-send]';
const SEKAR = '+6281200000121';
const RANGGA = '+6281200000122';

const practiceChat: SiteCase = {
  surface: 'practice-chat',
  url: 'izin:practice.html',
  page: 'practice',
  boxes: [
    {
      box: 'message',
      editor: BODY,
      clean: {
        conversation: `chat ${SEKAR}`,
        recipients: [{ field: 'direct', address: SEKAR, name: 'Sekar Ayuningtyas' }],
      },
      stopped: { conversation: `chat ${RANGGA}`, channel: 'whatsapp', address: RANGGA },
      ways: [
        { name: 'a click on Send', press: (hand) => hand.click(SEND) },
        {
          name: 'Enter',
          press: async (hand) => {
            await hand.focus(BODY);
            await hand.key('Enter');
          },
        },
      ],
      breaks: {},
    },
  ],
};
export default practiceChat;
