import { surfaceFrom } from './from-hooks.ts';

const PILLS = '#compose-direct-recipient .pill';

/** People stand in pills; without pills the message goes to a channel. Whether Enter sends is a setting. */
export default surfaceFrom({
  id: 'zulip',
  name: 'Zulip',
  channel: 'other_chat',
  matches: ['https://*.zulipchat.com/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (web/templates/compose.hbs 011005dc); not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['form#send_message_form #compose-textarea'],
  boxes: [
    {
      name: 'message',
      root: ['form#send_message_form'],
      editor: ['textarea#compose-textarea'],
      who: {
        title: { at: [`${PILLS} .pill-value`, '#compose_select_recipient_widget .dropdown_widget_value'] },
        group: [
          { at: [`${PILLS} ~ .pill`] },
          { at: [`form#send_message_form:not(:has(${PILLS})) #stream_message_recipient_topic`] },
        ],
        members: { at: [`${PILLS} .pill-value`] },
      },
      subject: { at: ['#stream_message_recipient_topic'], from: 'value' },
      send: ['#compose-send-button', 'button.compose-send-or-save-button', 'button[type="submit"]'],
      keys: 'enter',
      enterUnsure: true,
      replay: ['click', 'enter', 'ask'],
    },
  ],
});
