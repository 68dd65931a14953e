import type { BoxCase, SiteCase, Way } from '../case.ts';

const BODY = '#composebody';
const SEND = '.formbuttons button.send';
const TO = '#compose_to li.input input';

const onSend = (key: string): Way => ({
  name: `${key === ' ' ? 'Space' : key} on Send`,
  press: async (hand) => {
    await hand.focus(SEND);
    await hand.key(key);
  },
});

/** `tanpa`: the letter has no subject, and Roundcube asks for one. */
const letter = (box: string, subject: '' | ' tanpa', ways: readonly Way[]): BoxCase => ({
  box,
  editor: BODY,
  clean: {
    conversation: `ayu${subject}`,
    recipients: [{ field: 'to', address: 'ayu@harian.example', name: 'Ayu Pertiwi' }],
  },
  stopped: { conversation: `hana${subject}`, channel: 'email', address: 'hana@mundur.example' },
  attach: (hand) => hand.click('#attach'),
  ways,
  breaks: { recipients: 'to', send: 'send', attachments: 'files' },
});

const roundcube: SiteCase = {
  surface: 'roundcube',
  url: 'https://surat.kantor.example/?_task=mail&_action=compose',
  page: 'roundcube',
  // Roundcube sends no policy of its own, and its buttons have their handlers in attributes.
  csp: "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; frame-src 'none'",
  boxes: [
    letter('mail', '', [
      { name: 'a click on Send', press: (hand) => hand.click(SEND) },
      onSend('Enter'),
      onSend(' '),
      {
        name: 'a click on Send while an address is typed',
        press: async (hand) => {
          await hand.type(TO, 'ayu@harian.example');
          await hand.click(SEND);
        },
      },
    ]),
    letter('mail without a subject', ' tanpa', [
      {
        name: 'Send, then its own question about the subject',
        press: (hand) => hand.click(SEND),
        after: (hand) => hand.click('.ui-dialog .mainaction'),
      },
    ]),
  ],
};
export default roundcube;
