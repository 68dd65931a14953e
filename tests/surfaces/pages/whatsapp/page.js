// WhatsApp Web, reconstructed: live reports of 2026-08/09 (L) and hooks in public projects of 2026 (C). The address never
// changes; #main is built anew with each chat and its header comes some frames late; Send is there only after typing, in
// the place of the voice button. Not from a capture: the dialogs of captions, edits and forwards, and the sticker panel,
// have the shape that public projects press, and nothing more.
const { el, read, empty, send, page } = window.kit;
const CHATS = {
  rani: { title: 'Rani Kusuma' },
  jati: { title: 'Jati Wibowo' },
  nomor: { title: '+62 811-0000-0042' },
  tim: { title: 'Tim Peluncuran', members: ['Rani Kusuma', '+62 811-0000-0042', 'Anda'] },
};
const app = document.querySelector('#app');
const icon = (name) => el('span', { 'data-icon': name });
const label = ({ title, members }) => (members ? `Ketik pesan ke grup ${title}` : `Ketik pesan ke ${title}`);
let chat = CHATS.rani;

const isEnter = (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;

/** A text box as the engine makes it: Enter leaves, Shift+Enter is a new line. */
function editorOf(attributes, leave) {
  const editor = el('div', { contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', ...attributes });
  editor.addEventListener('keydown', (event) => {
    if (!isEnter(event)) return;
    event.preventDefault();
    leave('enter');
  });
  return editor;
}
const sendButton = (leave) =>
  el('button', { 'aria-label': 'Kirim', onclick: () => leave('button') }, icon('wds-ic-send-filled'));

function footer() {
  const leave = (how) => {
    if (!read(editor)) return;
    send(chat.title, read(editor), how);
    empty(editor);
  };
  const slot = el('span');
  const refresh = () =>
    slot.replaceChildren(read(editor) ? sendButton(leave) : el('button', { 'aria-label': 'Pesan suara', 'data-tab': '11', 'data-voice': true, onclick: record }, icon('wds-ic-mic')));
  const editor = editorOf(
    { 'data-tab': '10', 'data-testid': 'conversation-compose-box-input', 'aria-label': label(chat), oninput: refresh },
    leave,
  );
  const record = () => {
    const done = () => {
      send(chat.title, '', 'voice');
      foot.replaceWith(footer());
    };
    foot.replaceChildren(el('span', {}, '0:03'), sendButton(done));
  };
  refresh();
  const foot = el('footer', {},
    el('button', { 'aria-label': 'Lampirkan', 'data-attach': true, onclick: () => caption() }, icon('plus')),
    el('button', { 'aria-label': 'Stiker', 'data-stickers': true, onclick: stickers }, icon('sticker')),
    editor, slot);
  return foot;
}

function header({ title, members }) {
  const subtitle = members ? members.join(', ') : 'terakhir dilihat Senin, 10.12';
  return el('header', { 'data-testid': 'conversation-header' },
    el('span', { 'data-testid': 'conversation-info-header-chat-title', dir: 'auto' }, title),
    el('div', { 'data-testid': 'chat-subtitle' }, el('span', { title: subtitle }, subtitle)));
}

const dialog = (...children) => {
  const box = el('div', { role: 'dialog' }, ...children);
  document.querySelector('#layers').replaceChildren(box);
  return box;
};
const close = () => document.querySelector('#layers').replaceChildren();

function caption() {
  const leave = (how) => {
    send(chat.title, read(editor), `caption ${how}`);
    close();
  };
  const editor = editorOf({ 'aria-label': 'Tambahkan keterangan' }, leave);
  dialog(editor, el('div', { role: 'button', tabindex: '0', 'aria-label': 'Kirim', onclick: () => leave('button') }, icon('wds-ic-send-filled')));
}

function edit() {
  const leave = (how) => {
    if (!read(editor)) return;
    send(chat.title, read(editor), `edit ${how}`);
    close();
  };
  const editor = editorOf({ 'aria-label': 'Edit pesan' }, leave);
  dialog(editor, el('button', { 'aria-label': 'Selesai', onclick: () => leave('button') }, icon('checkmark-medium')));
}

function forward() {
  const slot = el('span');
  const ticked = new Set();
  const row = ({ title }) => {
    const tick = el('div', { role: 'checkbox', tabindex: '0', 'aria-checked': 'false' });
    return el('div', { role: 'listitem', 'data-open': title === chat.title, onclick: () => {
      tick.setAttribute('aria-checked', String(tick.getAttribute('aria-checked') !== 'true'));
      if (!ticked.delete(title)) ticked.add(title);
      slot.replaceChildren(...(ticked.size > 0 ? [sendButton(leave)] : []));
    } }, tick, el('span', { title, dir: 'auto' }, title));
  };
  const leave = () => {
    send([...ticked], '', 'forward');
    close();
  };
  dialog(el('div', { contenteditable: 'true', role: 'textbox', 'data-tab': '3', 'aria-label': 'Cari' }), ...Object.values(CHATS).map(row), slot);
}

function stickers() {
  const sticker = el('button', { 'data-sticker': true, onclick: () => {
    send(chat.title, '', 'sticker');
    panel.replaceChildren();
  } }, el('img', { src: 'blob:https://web.whatsapp.com/0', alt: '', width: 40, height: 40 }));
  const panel = document.querySelector('#expressions-panel-container');
  panel.replaceChildren(sticker);
}

function show(name) {
  chat = CHATS[name] ?? CHATS.rani;
  const opened = chat;
  const before = document.querySelector('#main header');
  const row = ({ title }) => el('div', { role: 'row' }, el('div', { 'aria-selected': String(title === chat.title) }, el('span', { title, dir: 'auto' }, title)));
  const bubble = el('div', { role: 'row' }, el('div', { 'data-pre-plain-text': '[10.12, 22/11/2026] Anda: ' }, 'Halo'),
    el('button', { 'data-edit': true, onclick: edit }, 'Edit'), el('button', { 'data-forward': true, onclick: forward }, 'Teruskan'));
  const main = el('div', { id: 'main' }, before ?? header(chat), bubble, footer());
  app.replaceChildren(el('div', { id: 'pane-side' }, ...Object.values(CHATS).map(row)), main,
    el('div', { id: 'expressions-panel-container' }), el('div', { id: 'layers' }));
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (chat === opened) main.querySelector('header')?.replaceWith(header(opened));
  }));
}

page({
  show,
  breaks: {
    title: () => document.querySelector('#main header').remove(),
    send: () => document.querySelector('footer').addEventListener('input', () => {
      document.querySelector('[aria-label="Kirim"]')?.replaceChildren(icon('paper-plane'));
      document.querySelector('[aria-label="Kirim"]')?.setAttribute('aria-label', 'Verstuur');
    }),
    editor: () => document.querySelector('footer [contenteditable]').removeAttribute('role'),
    selected: () => document.querySelector('#pane-side [aria-selected="true"] span').setAttribute('title', 'Orang lain'),
  },
});
show('rani');
