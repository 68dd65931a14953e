// No hooks of these sites are public. A chat of a shop, a post of a dashboard, a comment of a studio as many such pages are:
// a text box beside a named button, the open chat marked in its list. Not a picture of any of them.
const { el, read, empty, send, onEnter, page } = window.kit;
const BUYERS = { rani: 'Rani Kusuma', jati: 'Jati Wibowo' };
const isShop = /tokopedia|shopee/.test(location.host);
const isStudio = location.host.startsWith('studio.');
let parts;

const leaveBy = (editor, to) => (how) => {
  const text = read(editor);
  if (text === '') return;
  send(to, text, how);
  empty(editor);
};

function shop(name) {
  const open = BUYERS[name] ? name : 'rani';
  const editor = el('textarea', { placeholder: 'Tulis pesan…' });
  const leave = leaveBy(editor, open);
  onEnter(editor, leave);
  const button = el('button', { type: 'button', 'aria-label': 'Kirim', onclick: () => leave('button') }, '➤');
  const list = el('ul', { role: 'listbox' }, Object.entries(BUYERS).map(([key, buyer]) =>
    el('li', { role: 'option', 'aria-selected': String(key === open) }, el('strong', { title: buyer }, buyer), el('p', {}, 'Apakah masih ada?'))));
  parts = { editor, button, list };
  return [list, el('section', {}, el('h1', {}, 'Chat'), el('form', { onsubmit: (event) => event.preventDefault() }, editor, button))];
}

function dashboard() {
  const editor = el('div', { role: 'textbox', contenteditable: 'true', 'aria-label': 'Post text' });
  const leave = leaveBy(editor, 'public');
  onEnter(editor, leave, 'mod-enter');
  const button = el('button', { type: 'button', 'aria-label': 'Post now', onclick: () => leave('button') }, 'Post now');
  const later = el('button', { type: 'button', onclick: () => leave('schedule') }, 'Schedule');
  parts = { editor, button };
  return [el('div', { role: 'dialog' }, editor, later, button)];
}

function studio() {
  const editor = el('div', { id: 'contenteditable-root', contenteditable: 'true' });
  const leave = leaveBy(editor, 'public');
  onEnter(editor, leave, 'mod-enter');
  const button = el('button', { id: 'done-button', type: 'button', 'aria-label': 'Reply', onclick: () => leave('button') }, 'Reply');
  parts = { editor, button };
  return [el('div', {}, el('div', { id: 'textbox' }, editor), button)];
}

const show = (name) => document.querySelector('#app').replaceChildren(...(isShop ? shop(name) : isStudio ? studio() : dashboard()));
page({ show, breaks: { list: () => parts.list.remove(), send: () => parts.button.remove() } });
show('rani');
