import type { SiteCase } from '../case.ts';

const BODY = '[data-practice="mail"] textarea[name="body"]';
const SEND = '[data-practice="mail"] [data-send]';
const RINA = 'rina@harianfajar.example';
const BIMA = 'bima@wartapesisir.example';

const practiceMail: SiteCase = {
  surface: 'practice-mail',
  url: 'izin:practice.html',
  page: 'practice',
  boxes: [
    {
      box: 'mail',
      editor: BODY,
      clean: { conversation: `mail ${RINA}`, recipients: [{ field: 'to', address: RINA }] },
      stopped: { conversation: `mail ${BIMA}`, channel: 'email', address: BIMA },
      ways: [
        { name: 'a click on Send', press: (hand) => hand.click(SEND) },
        {
          name: 'Ctrl+Enter',
          press: async (hand) => {
            await hand.focus(BODY);
            await hand.key('Control+Enter');
          },
        },
      ],
      breaks: {},
    },
  ],
};
export default practiceMail;
