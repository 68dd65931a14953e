import type { Hand, SiteCase } from '../case.ts';

const INPUT = '#editable-message-text';

/** A long press or the other mouse button, as the page hears it. */
const openMenu = (hand: Hand): Promise<unknown> =>
  hand.run("document.querySelector('.main-button').dispatchEvent(new Event('contextmenu', { cancelable: true }))");

const telegramA: SiteCase = {
  surface: 'telegram-a',
  // Without a chat: a new address that differs by its last part alone would load nothing anew.
  url: 'https://web.telegram.org/a/',
  page: 'telegram',
  boxes: [
    {
      box: 'message',
      editor: INPUT,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani_kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'telegram', address: 'jatiwibowo' },
      group: { conversation: 'group' },
      ways: [
        { name: 'Send', press: (hand) => hand.click('.main-button') },
        {
          name: 'Enter',
          press: async (hand) => {
            await hand.focus(INPUT);
            await hand.key('Enter');
          },
        },
        {
          name: 'without a sound',
          press: async (hand) => {
            await openMenu(hand);
            await hand.click('.CustomSendMenu .MenuItem:has(.icon-mute)');
          },
        },
        {
          name: 'scheduled',
          press: async (hand) => {
            await openMenu(hand);
            await hand.click('.CustomSendMenu .MenuItem:has(.icon-schedule)');
          },
          after: (hand) => hand.click('.CalendarModal .Button.primary'),
        },
        {
          name: 'a voice clip',
          content: 'voice',
          press: async (hand) => {
            const state = "Object.assign(document.createElement('div'), { className: 'recording-state' })";
            await hand.run(`document.querySelector('.main-button').before(${state})`);
            await hand.click('.recording-state ~ .main-button');
          },
        },
      ],
      breaks: { recipients: 'header', send: 'send' },
    },
  ],
};
export default telegramA;
