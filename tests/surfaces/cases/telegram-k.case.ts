import type { Content } from '@/lib/domain/draft.ts';
import type { Hand, SiteCase, Way } from '../case.ts';

const INPUT = '.chat-input .input-message-input';
const CAPTION = '.popup-new-media .input-message-input';

/** A long press or the other mouse button, as the page hears it. */
const openMenu = (hand: Hand): Promise<unknown> =>
  hand.run("document.querySelector('.btn-send').dispatchEvent(new Event('contextmenu', { cancelable: true }))");

const panel = (name: string, content: Content, selector: string): Way => ({
  name,
  content,
  press: async (hand) => {
    await hand.click('.toggle-emoticons');
    await hand.click(selector);
  },
});

const telegramK: SiteCase = {
  surface: 'telegram-k',
  // Without a chat: a new address that differs by its last part alone would load nothing anew.
  url: 'https://web.telegram.org/k/',
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
        { name: 'Send', press: (hand) => hand.click('.btn-send') },
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
            await hand.click('.btn-menu-item:has(.tgico-mute)');
          },
        },
        {
          name: 'scheduled',
          press: async (hand) => {
            await openMenu(hand);
            await hand.click('.btn-menu-item:has(.tgico-schedule)');
          },
          after: (hand) => hand.click('.popup-schedule .btn-primary'),
        },
        {
          name: 'a voice clip',
          content: 'voice',
          press: async (hand) => {
            await hand.run("document.querySelector('.chat-input').classList.add('is-recording')");
            await hand.click('.is-recording .btn-send');
          },
        },
      ],
      breaks: { recipients: 'header', body: 'input', send: 'send' },
    },
    {
      box: 'message',
      editor: INPUT,
      clean: {
        conversation: 'sinta',
        recipients: [{ field: 'direct', address: 'thread:5003', name: 'Sinta Larasati' }],
      },
      stopped: { conversation: 'jati', channel: 'telegram', address: 'jatiwibowo' },
      ways: [{ name: 'Send in a chat without a name', press: (hand) => hand.click('.btn-send') }],
      breaks: {},
    },
    {
      box: 'sticker',
      editor: '.emoji-dropdown',
      clean: { conversation: 'rani', recipients: [] },
      stopped: { conversation: 'jati', channel: 'telegram', address: 'jatiwibowo' },
      ways: [panel('a sticker', 'sticker', '.super-sticker'), panel('a moving picture', 'gif', '.gifs-masonry .gif')],
      breaks: {},
    },
    {
      box: 'caption',
      open: '.attach-file',
      editor: CAPTION,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani_kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'telegram', address: 'jatiwibowo' },
      attach: async () => {},
      ways: [
        { name: 'Send in the dialog', press: (hand) => hand.click('.popup-new-media .btn-primary') },
        {
          name: 'Enter in the caption',
          press: async (hand) => {
            await hand.focus(CAPTION);
            await hand.key('Enter');
          },
        },
      ],
      breaks: {},
    },
  ],
};
export default telegramK;
