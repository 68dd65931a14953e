import { MENTION, notForAll } from './fediverse.ts';
import { surfaceFrom } from './from-hooks.ts';

const FORM = 'form.compose-form';
const CHOICE = '.compose-form__dropdowns';

/** Any Mastodon's own page. Who can read a post is chosen by a button that shows a sign: a globe, a moon, a lock, an @. */
export default surfaceFrom({
  id: 'mastodon',
  name: 'Mastodon',
  channel: 'other_chat',
  matches: ['https://mastodon.social/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (compose_form.jsx 002065fc); not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#mastodon[data-props]', 'body.app-body #mastodon'],
  boxes: [
    {
      name: 'post',
      channel: 'public_post',
      audience: 'public',
      root: [FORM],
      editor: [`${FORM} textarea.autosuggest-textarea__textarea`, `${FORM} textarea`],
      visibility: notForAll({
        at: [
          `${CHOICE} .icon-at`,
          `${CHOICE} :is(.icon-globe, .icon-unlock, .icon-quiet-time, .icon-lock)`,
          '.privacy-dropdown__value :is(.fa-at, .fa-envelope)',
          '.privacy-dropdown__value .fa',
        ],
        from: 'class',
      }),
      mentions: { match: MENTION, host: { in: 'host' } },
      reply: ['.reply-indicator'],
      attachments: { at: ['.compose-form__upload'], from: 'title aria-label' },
      send: [
        '.compose-form__submit button',
        'form.compose-form button[type="submit"]',
        '.compose-form__publish button',
      ],
      keys: 'mod-enter',
      replay: ['click', 'submit', 'ask'],
    },
  ],
});
