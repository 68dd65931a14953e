import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const CANVAS = 'iframe[name="editor-canvas"] >>>';
const BLOCKS = '.is-root-container :is(.rich-text, textarea, .wp-block-freeform.mce-content-body)';
const PUBLISH =
  'Publish|Update|Schedule|Submit for Review|Save|Terbitkan|Perbarui|Jadwalkan|Kirim untuk Tinjauan|Simpan';
/** What is out already: saving it is publishing. */
const IS_OUT = ['publish', 'future', 'private'].map((status) => `#original_post_status[value="${status}"]`);
const SAVES_WHAT_IS_OUT = IS_OUT.flatMap((is) =>
  ['#save', '#save-post'].map((id) => `form#post:has(${is}) input${id}`),
);

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
  // It names the zone where the browser's is another; a time in words that are not understood is not read.
  when: {
    shown: {
      at: [
        '.edit-post-post-schedule__toggle',
        '.editor-post-schedule__dialog-toggle',
        '.editor-post-publish-panel__link',
      ],
      in: 'page',
    },
  },
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
  when: {
    fields: ['#aa', '#mm', '#jj', '#hh', '#mn'],
    clock: ['#cur_aa', '#cur_mm', '#cur_jj', '#cur_hh', '#cur_mn'],
  },
  // Enter in the title presses the first of these.
  also: [{ at: SAVES_WHAT_IS_OUT, how: 'send-archive' }],
  saves: [`form#post:not(:has(${IS_OUT.join(', ')})) :is(input#save, input#save-post)`],
  keys: 'none',
  replay: ['click', 'ask'],
  anchor: ['#publishing-action'],
};

const PUBLIC = 'select[name="_status"] option[value="publish"]:checked';
/** Already out, or to be seen by editors alone. */
const OUT = '.status-publish';

/**
 * Quick Edit in the list of posts: status and title, no text. Only where it makes public what was not, and then the
 * press waits: what leaves was not read here. A jump over the hidden row that keeps the stripes of the table.
 */
const quickEdit: BoxHooks = {
  name: 'quick-edit',
  audience: 'public',
  root: [
    `tr:not(${OUT}) + tr.hidden + tr.inline-editor[id^="edit-"]:has(${PUBLIC}):not(:has([name="keep_private"]:checked))`,
  ],
  editor: ['input[name="post_title"]'],
  content: 'post',
  send: ['.inline-edit-save button.save', 'button.button-primary.save'],
  keys: 'enter',
  enterAnywhere: true,
  replay: ['click', 'ask'],
};

/** Bulk Edit: the titles of what was ticked. Its form is that of the whole list, and hands in searches too. */
const bulkEdit: BoxHooks = {
  name: 'bulk-edit',
  audience: 'public',
  root: [`table:has(tr:not(${OUT}) > th.check-column input:checked) tr#bulk-edit.inline-editor:has(${PUBLIC})`],
  editor: ['#bulk-titles .ntdeltitle'],
  content: 'post',
  send: ['input#bulk_edit', 'input[name="bulk_edit"]'],
  saves: ['form#posts-filter input[type="submit"]:not(#bulk_edit)'],
  keys: 'none',
  replay: ['click', 'ask'],
};

export default surfaceFrom({
  id: 'wordpress',
  name: 'WordPress',
  channel: 'public_post',
  matches: ['https://*.wordpress.com/*'],
  optional: true,
  proof: {
    grade: 'real',
    by: 'WordPress 6.1.9 of Debian with MariaDB: Publish, Update and Schedule in the block editor and in the classic one, in Chromium and Firefox; Quick Edit and Bulk Edit of the list, which do not show the text, wait where they make a post public',
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#editor.block-editor__container', 'body.wp-admin form#post #publish', 'body.wp-admin tr#bulk-edit'],
  boxes: [blocks, classic, quickEdit, bulkEdit],
});
