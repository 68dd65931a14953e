// Messenger on the web, reconstructed: hooks in public projects of 2026 (C). The address has the thread, the heading comes
// some frames late; Send comes once something is written (on the site in the thumb's place, here beside it, so that the
// suite's second press does not land on the thumb); chat tabs lie over any page of the site and
// have no address; the share list sends at one press. Comments have the same editor. Like, voice and stickers: no public
// hooks, theirs are the labels that are told in passing.
const { el, read, empty, send, go, page } = window.kit;
const CHATS = {
  rani: { id: '100021', name: 'Rani Kusuma' },
  jati: { id: '100022', name: 'Jati Wibowo' },
};
const app = document.querySelector('#app');
const picture = () => el('svg:svg', { width: 20, height: 20 });
const onkeydown = (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
};
const button = (attributes, ...children) => el('div', { role: 'button', tabindex: '0', onkeydown, ...attributes }, ...children);

function editorOf(label, leave, refresh = () => {}) {
  const editor = el('div', { contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': label, oninput: refresh });
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode !== 13) return;
    event.preventDefault();
    leave('enter');
  });
  return editor;
}

function composer(to) {
  const leave = (how) => {
    if (!read(editor)) return;
    send(to, read(editor), how);
    empty(editor);
  };
  const [thumb, slot] = [el('span'), el('span')];
  const like = () => button({ 'data-like': true, 'aria-label': 'Send a like', onclick: () => send(to, '', 'like') }, picture());
  const sending = () => button({ 'data-send': true, 'aria-label': 'Press enter to send', onclick: () => leave('button') }, picture());
  const refresh = () => {
    thumb.replaceChildren(...(read(editor) ? [] : [like()]));
    slot.replaceChildren(...(read(editor) ? [sending()] : []));
  };
  const record = () => {
    const done = () => {
      send(to, '', 'voice');
      box.replaceWith(composer(to));
    };
    box.replaceChildren(el('span', {}, '0:03'), button({ 'data-send': true, 'aria-label': 'Send voice clip', onclick: done }, picture()));
  };
  const editor = editorOf('Message', leave, refresh);
  refresh();
  const box = el('div', { role: 'group', 'aria-label': 'Thread composer' },
    button({ 'data-voice': true, 'aria-label': 'Record a voice clip', onclick: record }, picture()),
    button({ 'data-stickers': true, 'aria-label': 'Choose a sticker', onclick: () => stickers(to) }, picture()), thumb, editor, slot);
  return box;
}

const layer = (...children) => document.querySelector('#layers').replaceChildren(el('div', { role: 'dialog' }, ...children));
const close = () => document.querySelector('#layers').replaceChildren();
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function stickers(to) {
  const leave = () => {
    send(to, '', 'sticker');
    close();
  };
  layer(button({ 'data-sticker': true, 'aria-label': 'Smiling sticker', onclick: leave }, el('img', { src: pixel, alt: '', width: 40, height: 40 })));
}

function share() {
  const row = ({ name }) => {
    const isOpen = name === document.querySelector('[data-testid="mwchat-tab"] h2')?.textContent;
    const leave = () => {
      send(name, '', 'share');
      close();
    };
    return button({ 'data-open': isOpen, 'aria-label': `Send to ${name} via Messenger`, onclick: leave }, name);
  };
  layer(el('input', { placeholder: 'Search' }), ...Object.values(CHATS).map(row));
}

const feed = (label) => {
  const leave = (how) => {
    send('comment', read(comment), how);
    empty(comment);
  };
  const comment = editorOf('Write a comment…', leave);
  return el('div', { role: 'main' }, el('h1', {}, label), button({ 'data-share': true, onclick: share }, 'Share'), comment);
};

const heading = ({ name }) => el('h2', {}, name);

function showTabs(names) {
  go('/');
  const tab = (chat) => el('div', { 'data-testid': 'mwchat-tab', 'data-tab': chat.name }, heading(chat), composer(chat.name));
  app.replaceChildren(feed('Beranda'), ...names.map((name) => tab(CHATS[name])), el('div', { id: 'layers' }));
}

let opened = CHATS.rani;
function show(name) {
  if (name === 'feed') return showTabs([]);
  if (name.startsWith('tabs:')) return showTabs(name.slice(5).split(','));
  opened = CHATS[name] ?? CHATS.rani;
  const chat = opened;
  const before = document.querySelector('[role="main"] h2');
  go(`/messages/t/${chat.id}/`);
  const main = el('div', { role: 'main', 'aria-label': `Conversation with ${chat.name}` }, before ?? heading(chat), el('div', {}, 'Halo'), composer(chat.id));
  app.replaceChildren(main, el('div', { id: 'layers' }));
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (opened === chat) main.querySelector('h2')?.replaceWith(heading(chat));
  }));
}

page({
  show,
  breaks: {
    thread: () => {
      go('/messages/new/');
      document.querySelector('[role="main"] h2').remove();
    },
    heading: () => {
      // The late heading of this chat does not come any more.
      opened = undefined;
      document.querySelector('[role="main"] h2').replaceChildren('Orang Lain');
    },
    tab: () => document.querySelector('[data-testid="mwchat-tab"] h2').remove(),
    send: () => document.querySelector('[aria-label="Thread composer"]').addEventListener('input', () => {
      document.querySelector('[data-send]')?.setAttribute('aria-label', 'Verzenden');
    }),
  },
});
show('rani');
