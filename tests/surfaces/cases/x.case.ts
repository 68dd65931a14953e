import type { SiteCase, Way } from '../case.ts';

const AREA = '[data-testid="dm-composer-textarea"]';
const OLD = '[data-testid="dmComposerTextInput"] [contenteditable]';
const POST = '[data-testid="tweetTextarea_0"]';

const keyIn = (name: string, editor: string, key: string): Way => ({
  name,
  press: async (hand) => {
    await hand.focus(editor);
    await hand.key(key);
  },
});

const sharing = (name: string, testid: string): Way => ({
  name,
  content: 'share',
  press: async (hand) => {
    await hand.click('[data-open]');
    await hand.click(`[data-testid="${testid}"]`);
  },
});

const x: SiteCase = {
  surface: 'x',
  url: 'https://x.com/i/chat/1001-999',
  page: 'x',
  boxes: [
    {
      box: 'message',
      editor: AREA,
      clean: {
        conversation: 'chat:rani',
        recipients: [{ field: 'direct', address: 'ranikusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'chat:jati', channel: 'x_dm', address: 'jatiwibowo' },
      group: { conversation: 'group' },
      ways: [
        keyIn('Enter', AREA, 'Enter'),
        { name: 'Send', press: (hand) => hand.click('[data-testid="dm-composer-send-button"]') },
        {
          name: 'a voice clip',
          content: 'voice',
          press: (hand) => hand.click('[data-testid="dm-composer-voice-button"]'),
        },
      ],
      breaks: { recipients: 'header', body: 'area' },
    },
    {
      box: 'dm',
      editor: OLD,
      clean: { conversation: 'dm:rani', recipients: [{ field: 'direct', address: 'thread:1001-999' }] },
      stopped: { conversation: 'dm:jati', channel: 'x_dm', address: 'thread:1002-999' },
      ways: [
        keyIn('Enter', OLD, 'Enter'),
        { name: 'Send', press: (hand) => hand.click('[data-testid="dmComposerSendButton"]') },
      ],
      breaks: { recipients: 'ids', send: 'send' },
    },
    {
      box: 'share',
      editor: '[data-open]',
      clean: { conversation: 'share:rani', recipients: [] },
      stopped: { conversation: 'share:jati', channel: 'x_dm', address: 'jatiwibowo' },
      ways: [sharing('a post, sent by message', 'dm-composer-send-button')],
      breaks: {},
    },
    {
      box: 'share',
      editor: '[data-open]',
      clean: { conversation: 'share-old:rani', recipients: [] },
      stopped: { conversation: 'share-old:jati', channel: 'x_dm', address: 'jatiwibowo' },
      ways: [sharing('a post, sent by message as it was before', 'dmComposerSendButton')],
      breaks: {},
    },
    {
      box: 'share-note',
      editor: '[data-comment]',
      clean: {
        conversation: 'share-note:rani',
        recipients: [{ field: 'direct', address: '@ranikusuma', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'share-note:jati', channel: 'x_dm', address: '@jatiwibowo' },
      cannot: ['content'],
      ways: [{ name: 'a post with a comment', press: (hand) => hand.click('[data-testid="dm-composer-send-button"]') }],
      breaks: {},
    },
    {
      box: 'post',
      editor: POST,
      ways: [
        { name: 'Post', press: (hand) => hand.click('[data-testid="tweetButtonInline"]') },
        keyIn('Ctrl+Enter', POST, 'Control+Enter'),
        keyIn('Cmd+Enter', POST, 'Meta+Enter'),
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default x;
