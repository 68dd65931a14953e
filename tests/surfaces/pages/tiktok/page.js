// TikTok messages, reconstructed: hooks in public projects of 2026 (C). Draft.js looks at keyCode alone; Send is a picture
// whose parent is pressed, and is there only after typing; the list on the left says which chat is open. `frame:` puts the
// inbox into a frame of the same origin, as some accounts have it. Stickers and the share list: no public hooks.
const { el, read, empty, send, go, page } = window.kit;
const CHATS = {
  rani: { id: '0:1:701', name: 'Rani Kusuma', handle: 'rani.kusuma' },
  jati: { id: '0:1:702', name: 'Jati Wibowo', handle: 'jati.wibowo' },
};
const app = document.querySelector('#app');
let opened = CHATS.rani;

function composer(to) {
  const leave = (how) => {
    if (!read(editor)) return;
    send(to, read(editor), how);
    empty(editor);
  };
  const slot = el('span');
  const refresh = () =>
    slot.replaceChildren(
      ...(read(editor)
        ? [el('div', { 'data-press': true, onclick: () => leave('button') }, el('svg:svg', { 'data-e2e': 'dm-new-send-btn', 'aria-label': 'Send', width: 24, height: 24 }))]
        : []),
    );
  const editor = el('div', { class: 'public-DraftEditor-content', contenteditable: 'true', role: 'textbox', oninput: refresh });
  editor.addEventListener('keydown', (event) => {
    if (event.keyCode !== 13 || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    leave('enter');
  });
  const panel = el('div', { 'data-e2e': 'dm-sticker-panel' });
  const stickers = () =>
    panel.replaceChildren(el('button', { 'data-sticker': true, onclick: () => {
      send(to, '', 'sticker');
      panel.replaceChildren();
    } }, el('img', { alt: '', width: 40, height: 40, src: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' })));
  return el('div', { 'data-e2e': 'dm-new-chat-bottom' }, el('button', { 'data-stickers': true, onclick: stickers }, ':)'), panel,
    el('div', { 'data-e2e': 'dm-new-input-editor' }, el('div', { class: 'DraftEditor-root' }, editor)), slot);
}

/** The list that a video's Share opens: people to tick, and a Send. */
function share() {
  const ticked = new Set();
  const line = ({ handle, name }) => {
    const tick = el('input', { type: 'checkbox', onchange: () => ticked.delete(handle) || ticked.add(handle) });
    return el('li', { 'data-open': handle === opened.handle }, el('label', {}, tick, name), el('a', { href: `/@${handle}` }, `@${handle}`));
  };
  const leave = () => {
    if (ticked.size === 0) return;
    send([...ticked], '', 'share');
    layer.replaceChildren();
  };
  layer.replaceChildren(el('div', { role: 'dialog' }, el('ul', {}, Object.values(CHATS).map(line)), el('button', { 'data-share-send': true, onclick: leave }, 'Send')));
}
const layer = el('div', { id: 'layers' });

const header = ({ name, handle }) =>
  el('div', { 'data-header': true }, el('p', { 'data-e2e': 'dm-new-chat-nickname' }, name), el('p', { 'data-e2e': 'chat-uniqueid' }, `@${handle}`));

const row = (chat, open) =>
  el('div', { 'data-e2e': 'dm-new-conversation-item', 'data-conversation-id': chat.id, 'aria-selected': String(chat === open) },
    el('p', { 'data-e2e': 'dm-new-conversation-nickname' }, chat.name));

function show(name) {
  opened = CHATS[name] ?? CHATS.rani;
  const chat = opened;
  const before = document.querySelector('[data-header]');
  if (window === top) go('/messages');
  const box = el('div', { 'data-e2e': 'dm-new-chatbox' }, before ?? header(chat), el('div', { 'data-e2e': 'dm-new-message-list' }, 'Halo', el('button', { 'data-share': true, onclick: share }, 'Bagikan')), composer(chat.handle));
  layer.replaceChildren();
  app.replaceChildren(el('div', { 'data-e2e': 'dm-new-conversation-list' }, ...Object.values(CHATS).map((each) => row(each, chat))), box, layer);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (opened === chat) box.querySelector('[data-header]')?.replaceWith(header(chat));
  }));
}

/** Where the inbox has a frame of its own, what is asked of the page is asked of that. */
function inFrame() {
  const frame = el('iframe', { 'data-testid': 'message-index-frame', src: '/messages/inbox', width: 900, height: 500 });
  app.replaceChildren(el('div', { id: 'main-content-messages' }, frame));
  Object.defineProperty(window, 'site', { get: () => frame.contentWindow.site });
}

if (location.pathname === '/messages/frame') inFrame();
else {
  page({
    show,
    breaks: {
      header: () => {
        document.querySelector('[data-header]').remove();
        document.querySelector('[data-e2e="dm-new-conversation-list"]').remove();
      },
      row: () => document.querySelector('[aria-selected="true"] p').replaceChildren('Orang Lain'),
    },
  });
  show('rani');
}
