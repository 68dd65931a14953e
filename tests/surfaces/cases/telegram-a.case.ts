import type { Content } from '@/lib/domain/draft.ts';
import type { Hand, SiteCase, Way } from '../case.ts';

const INPUT = '#editable-message-text';
const CAPTION = '#editable-message-text-modal';

/** A long press or the other mouse button, as the page hears it. */
const openMenu = (hand: Hand, button = '.main-button'): Promise<unknown> =>
  hand.run(`document.querySelector('${button}').dispatchEvent(new Event('contextmenu', { cancelable: true }))`);

const panel = (name: string, content: Content, selector: string): Way => ({
  name,
  content,
  press: async (hand) => {
    await hand.click('.symbol-menu-button');
    await hand.click(selector);
  },
});

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
        panel('a sticker', 'sticker', '.StickerButton'),
        panel('a moving picture', 'gif', '.GifButton'),
      ],
      breaks: { recipients: 'header', send: 'send' },
    },
    {
      box: 'caption',
      open: '.AttachMenu--button',
      editor: CAPTION,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani_kusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'telegram', address: 'jatiwibowo' },
      attach: async () => {},
      ways: [
        { name: 'Send in the dialog', press: (hand) => hand.click('.AttachmentModal button.send') },
        {
          name: 'Enter in the caption',
          press: async (hand) => {
            await hand.focus(CAPTION);
            await hand.key('Enter');
          },
        },
        {
          name: 'a caption without a sound',
          press: async (hand) => {
            await openMenu(hand, '.AttachmentModal button.send');
            await hand.click('.CustomSendMenu .MenuItem:has(.icon-mute)');
          },
        },
        {
          name: 'a caption for later',
          press: async (hand) => {
            await openMenu(hand, '.AttachmentModal button.send');
            await hand.click('.CustomSendMenu .MenuItem:has(.icon-schedule)');
          },
          after: (hand) => hand.click('.CalendarModal .Button.primary'),
        },
      ],
      breaks: {},
    },
  ],
};
export default telegramA;
