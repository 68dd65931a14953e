import { MENTION, notForAll } from './fediverse.ts';
import { surfaceFrom } from './from-hooks.ts';

const FORM = 'form:has(textarea[name="status"])';

/**
 * A client for Mastodon servers. Ctrl+Enter dispatches a submit that does not bubble: the key itself is what is stopped.
 */
export default surfaceFrom({
  id: 'phanpy',
  name: 'Phanpy',
  channel: 'other_chat',
  matches: ['https://phanpy.social/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (cheeaun/phanpy 03400504); not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#compose-container textarea[name="status"]'],
  boxes: [
    {
      name: 'post',
      channel: 'public_post',
      audience: 'public',
      root: ['form[class*="form-visibility-"]', FORM],
      editor: ['textarea[name="status"]'],
      subject: { at: ['input[name="spoilerText"]'], from: 'value' },
      visibility: notForAll({ at: ['select[name="visibility"]'], from: 'value' }),
      mentions: { match: MENTION, host: { in: 'url', match: '#/([a-z0-9.-]+\\.[a-z]{2,})(?:/|$)' } },
      send: ['button[type="submit"]', 'footer button:last-of-type'],
      keys: 'mod-enter',
      replay: ['click', 'submit', 'ask'],
    },
  ],
});
