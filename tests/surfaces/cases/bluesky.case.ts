import type { SiteCase, Way } from '../case.ts';

const AREA = 'textarea';
const POST = '.ProseMirror';

const keyIn = (name: string, editor: string, key: string): Way => ({
  name,
  press: async (hand) => {
    await hand.focus(editor);
    await hand.key(key);
  },
});

const bluesky: SiteCase = {
  surface: 'bluesky',
  url: 'https://bsky.app/messages/3kaaa',
  page: 'bluesky',
  boxes: [
    {
      box: 'message',
      editor: AREA,
      clean: {
        conversation: 'rani',
        recipients: [{ field: 'direct', address: 'rani.kusuma.example', name: 'Rani Kusuma' }],
      },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'jati.example' },
      ways: [
        keyIn('Enter', AREA, 'Enter'),
        { name: 'Send', press: (hand) => hand.click('[aria-label="Send message"]') },
      ],
      breaks: { recipients: 'header', send: 'send' },
    },
    {
      box: 'post',
      open: '[data-testid="composeFAB"]',
      editor: POST,
      ways: [
        { name: 'Post', press: (hand) => hand.click('[data-testid="composerPublishBtn"]') },
        keyIn('Ctrl+Enter', POST, 'Control+Enter'),
        keyIn('Cmd+Enter', POST, 'Meta+Enter'),
      ],
      breaks: { send: 'send' },
    },
  ],
};
export default bluesky;
