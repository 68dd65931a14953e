import type { BoxCase, SiteCase, Way } from '../case.ts';

const EDITOR = '.editable';
const SEND = '.dC > [role="button"]:not(.hG)';

const byKey = (name: string, at: string, key: string): Way => ({
  name,
  press: async (hand) => {
    await hand.focus(at);
    await hand.key(key);
  },
});
const SCHEDULE: Way = {
  name: 'Schedule send',
  press: async (hand) => {
    await hand.click('.hG');
    await hand.wait('[selector="scheduledSend"]');
    await hand.click('[selector="scheduledSend"]');
  },
  after: (hand) => hand.click('.schedule .Az:not(.AM)'),
};

const box = (name: string, layout: '' | ' inline', ways: readonly Way[]): BoxCase => ({
  box: name,
  editor: EDITOR,
  clean: {
    conversation: `ana${layout}`,
    recipients: [{ field: 'to', address: 'ana@harian.example', name: 'ana@harian.example' }],
  },
  stopped: { conversation: `sari${layout}`, channel: 'email', address: 'sari@tabloid.example' },
  ways,
  breaks: { recipients: 'to', send: 'send' },
});

const gmail: SiteCase = {
  surface: 'gmail',
  url: 'https://mail.google.com/mail/u/0/',
  page: 'gmail',
  boxes: [
    box('mail', '', [
      { name: 'a click on Send', press: (hand) => hand.click(SEND) },
      byKey('Ctrl+Enter in the text', EDITOR, 'Control+Enter'),
      byKey('Ctrl+Enter in the subject', '[name="subjectbox"]', 'Control+Enter'),
      byKey('Enter on Send', SEND, 'Enter'),
      byKey('Space on Send', SEND, ' '),
      SCHEDULE,
    ]),
    box('reply', ' inline', [
      { name: 'a click on Send', press: (hand) => hand.click(SEND) },
      { name: 'Send + Archive', press: (hand) => hand.click('.Uo') },
    ]),
  ],
};
export default gmail;
