import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const CANVAS = 'iframe[name="editor-canvas"] >>>';
const BLOCKS = '.is-root-container :is(.rich-text, textarea, .wp-block-freeform.mce-content-body)';
const PUBLISH =
  'Publish|Update|Schedule|Submit for Review|Save|Terbitkan|Perbarui|Jadwalkan|Kirim untuk Tinjauan|Simpan';
const IS_OUT = '#original_post_status:is([value="publish"], [value="future"], [value="private"])';

/** The button in the header only opens a panel while nothing is published; what publishes stands in the panel. */
const blocks: BoxHooks = {
  name: 'post',
  audience: 'public',
  root: ['#editor.block-editor__container', 'body.block-editor-page #editor'],
  editor: [
    'textarea.editor-post-text-editor',
    `${CANVAS} ${BLOCKS}`,
    BLOCKS,
    `${CANVAS} .is-root-container`,
    '.is-root-container',
  ],
  subject: { at: ['.editor-post-title__input', `${CANVAS} .editor-post-title__input`, '.editor-post-title textarea'] },
  send: [
    '.editor-post-publish-button',
    '.editor-post-publish-button__button:not(.editor-post-publish-panel__toggle)',
    `button.is-primary:not([aria-expanded]) ::named(${PUBLISH})`,
  ],
  sendMayMiss: true,
  also: [{ at: ['.editor-entities-saved-states__save-button'], how: 'confirm' }],
  keys: 'none',
  // Of a draft it saves a draft.
  shortcuts: [{ key: 's', when: ['.editor-post-switch-to-draft'] }],
  replay: ['click', 'ask'],
  sent: ['.components-snackbar', '.post-publish-panel__postpublish'],
  anchor: ['.edit-post-header__settings', '.editor-header__settings'],
};

/** Text and Visual are two editors; what stands in the other one is old. */
const classic: BoxHooks = {
  name: 'classic',
  audience: 'public',
  root: ['form#post'],
  editor: ['.tmce-active iframe#content_ifr >>> body', '.html-active textarea#content', 'textarea#content'],
  subject: { at: ['input#title'], from: 'value' },
  send: ['input#publish', '#publishing-action input[type="submit"]'],
  // Of what is out, saving is publishing. Enter in the title presses the first of these.
  also: [{ at: [`form#post:has(${IS_OUT}) :is(input#save, input#save-post)`], how: 'send-archive' }],
  saves: [`form#post:not(:has(${IS_OUT})) :is(input#save, input#save-post)`],
  keys: 'none',
  replay: ['click', 'ask'],
  anchor: ['#publishing-action'],
};

export default surfaceFrom({
  id: 'wordpress',
  name: 'WordPress',
  channel: 'public_post',
  matches: ['https://*.wordpress.com/*'],
  optional: true,
  proof: {
    grade: 'real',
    by: 'WordPress 6.1.9 of Debian with MariaDB: Publish, Update and Schedule in the block editor and in the classic one, in Chromium and Firefox; Quick Edit and Bulk Edit of the list are not guarded: they do not show the text',
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#editor.block-editor__container', 'body.wp-admin form#post #publish'],
  boxes: [blocks, classic],
});
