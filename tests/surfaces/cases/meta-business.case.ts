import type { SiteCase, Way } from '../case.ts';

const EDITOR = '[role="main"] textarea';
const send: Way = { name: 'Send', press: (hand) => hand.click('[data-send]') };
const enter: Way = {
  name: 'Enter',
  press: async (hand) => {
    await hand.focus(EDITOR);
    await hand.key('Enter');
  },
};

const metaBusiness: SiteCase = {
  surface: 'meta-business',
  url: 'https://business.facebook.com/latest/inbox/messenger?asset_id=1&mailbox_id=2&selected_item_id=20001&thread_type=FB_MESSAGE',
  page: 'meta-business',
  boxes: [
    {
      box: 'message',
      editor: EDITOR,
      clean: { conversation: 'rani', recipients: [{ field: 'direct', address: 'thread:20001' }] },
      stopped: { conversation: 'jati', channel: 'facebook_msg', address: 'thread:20002' },
      ways: [send, enter],
      breaks: { recipients: 'address' },
    },
    {
      box: 'instagram',
      editor: EDITOR,
      clean: { conversation: 'sari', recipients: [{ field: 'direct', address: 'thread:20003' }] },
      ways: [send],
      breaks: { recipients: 'address' },
    },
    { box: 'post', editor: EDITOR, ways: [send], breaks: {} },
  ],
};
export default metaBusiness;
