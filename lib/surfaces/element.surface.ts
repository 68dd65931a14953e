import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';

const TEXT = '[data-testid="basicmessagecomposer"]';

/** A room shows how many are in it; a talk between two does not. Whether Enter sends is a setting that the page does not show. */
export default surfaceFrom({
  id: 'element',
  name: 'Element',
  channel: 'other_chat',
  matches: ['https://app.element.io/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (matrix-react-sdk 3.114.0, RoomHeader.tsx 14ae3215); not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#matrixchat .mx_MatrixChat'],
  boxes: byAddress('#/room/', {
    name: 'message',
    root: [
      '.mx_MessageComposer',
      '.mx_EditMessageComposer',
      `:is(form, div):has(${TEXT}):has([data-testid="sendmessagebtn"])`,
    ],
    editor: [`${TEXT} [contenteditable="true"]`, '.mx_BasicMessageComposer_input[contenteditable="true"]'],
    who: {
      thread: { in: 'url', match: '#/room/([^/?]+)' },
      title: { at: ['.mx_RoomHeader_heading', '.mx_LegacyRoomHeader_nametext'], in: 'page' },
      group: [{ at: ['.mx_RoomHeader_members'], in: 'page' }],
    },
    send: [
      '[data-testid="sendmessagebtn"]',
      '.mx_MessageComposer_sendMessage',
      '.mx_EditMessageComposer_buttons [role="button"]:last-child',
    ],
    sendMayMiss: 'empty',
    also: [{ at: ['.mx_VoiceRecordComposerTile ~ .mx_MessageComposer_sendMessage'], content: 'voice' }],
    keys: 'enter',
    enterUnsure: true,
    reply: ['.mx_ReplyPreview'],
    replay: ['click', 'enter', 'ask'],
  }),
});
