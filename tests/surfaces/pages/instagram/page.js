// Instagram Direct, reconstructed: an undated live report (L) and hooks in public projects of 2026 (C). The address changes
// first, the header some frames later, and at times not at all; Send is words in a button, and there only after typing.
// The panel of stickers, the recorder and the share list have no public hooks: theirs is the plainest shape that fits.
const { el, read, empty, send, go, page } = window.kit;
const CHATS = {
  rani: { id: '17801', name: 'Rani Kusuma', handle: 'rani.kusuma' },
  jati: { id: '17802', name: 'Jati Wibowo', handle: 'jati.wibowo' },
  blank: { id: '17803', name: 'Sari Dewi', handle: 'sari.dewi', blank: true },
  tim: { id: '17804', name: 'Tim Peluncuran', members: ['rani.kusuma', 'putu.ayu'] },
};
const app = document.querySelector('#app');
const picture = (label) => el('svg:svg', { 'aria-label': label, width: 24, height: 24 });
const button = (attributes, ...children) => el('div', { role: 'button', tabindex: '0', ...attributes }, ...children);
let chat = CHATS.rani;

function onEnter(editor, leave) {
  editor.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode !== 13) return;
    event.preventDefault();
    leave('enter');
  });
}

function composer() {
  const leave = (how) => {
    if (!read(editor)) return;
    send(chat.id, read(editor), how);
    empty(editor);
  };
  const slot = el('span');
  const idle = () => [
    button({ 'data-voice': true, onclick: record }, picture('Voice Clip')),
    button({ 'data-stickers': true, onclick: stickers }, picture('Choose a GIF or sticker')),
    button({ 'data-like': true, onclick: () => send(chat.id, '', 'like') }, picture('Like')),
  ];
  const refresh = () =>
    slot.replaceChildren(...(read(editor) ? [button({ 'data-send': true, onclick: () => leave('button') }, 'Send')] : idle()));
  const record = () => {
    const done = () => {
      send(chat.id, '', 'voice');
      box.replaceWith(composer());
    };
    box.replaceChildren(el('span', {}, '0:03'), button({ 'data-send': true, onclick: done }, 'Send'));
  };
  const editor = el('div', { contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': 'Message', oninput: refresh });
  onEnter(editor, leave);
  refresh();
  const box = el('div', { 'data-pagelet': 'IGDComposerForCannes' }, editor, slot);
  return box;
}

const layer = (...children) => document.querySelector('#layers').replaceChildren(el('div', { role: 'dialog' }, ...children));
const close = () => document.querySelector('#layers').replaceChildren();
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

function stickers() {
  const leave = () => {
    send(chat.id, '', 'sticker');
    close();
  };
  layer(el('input', { type: 'text', placeholder: 'Search' }), button({ 'data-sticker': true, onclick: leave }, el('img', { src: pixel, alt: '', width: 40, height: 40 })));
}

function share() {
  const ticked = new Set();
  const row = ({ name }) => {
    const tick = el('input', { type: 'checkbox', onchange: () => ticked.delete(name) || ticked.add(name) });
    return el('label', { 'data-open': name === chat.name }, tick, el('span', { dir: 'auto' }, name));
  };
  const leave = () => {
    if (ticked.size === 0) return;
    send([...ticked], '', 'share');
    close();
  };
  layer(el('input', { type: 'text', placeholder: 'Search' }), ...[CHATS.rani, CHATS.jati].map(row), button({ 'data-send': true, onclick: leave }, 'Send'));
}

/** The same list with a line of words that go along, opened with one person ticked. */
function shareWithNote(owner) {
  go('/p/C3301/');
  const note = el('textarea', { placeholder: 'Write a message…' });
  const tick = el('input', { type: 'checkbox', checked: true });
  const leave = () => {
    if (!tick.checked || !read(note)) return;
    send(owner.handle, read(note), 'share');
    close();
  };
  app.replaceChildren(el('div', { id: 'layers' }));
  layer(el('label', {}, tick, el('span', { dir: 'auto' }, owner.name)), note, button({ 'data-send': true, onclick: leave }, 'Send'));
}

/** Above the inbox stand notes: a press on one opens it, with a line to answer in. */
function showNote(owner) {
  go('/direct/inbox/');
  const leave = (how) => {
    if (!read(reply)) return;
    send(owner.handle, read(reply), how);
    empty(reply);
  };
  const reply = el('textarea', { placeholder: `Reply to ${owner.handle}...` });
  onEnter(reply, leave);
  app.replaceChildren(el('div', { id: 'layers' }));
  layer(el('a', { href: `/${owner.handle}/` }, owner.name), el('p', {}, 'Lagi di kereta'), reply, button({ 'data-send': true, onclick: () => leave('button') }, 'Send'));
}

function ownNote() {
  go('/direct/inbox/');
  const words = el('textarea', { placeholder: 'Share a thought...' });
  const leave = () => {
    if (!read(words)) return;
    send('public', read(words), 'note');
    close();
  };
  const open = () => layer(words, button({ 'data-send': true, onclick: leave }, 'Share'));
  app.replaceChildren(button({ 'data-note': true, onclick: open }, 'Your note'), el('div', { id: 'layers' }));
}

function header({ name, handle, blank }) {
  const heading = el('h2', {}, el('span', { title: name }, name));
  const inside = blank ? [] : [handle ? el('a', { role: 'link', href: `/${handle}/`, 'aria-label': `Open the profile page of ${handle}` }, heading) : heading];
  return el('div', { 'data-pagelet': 'IGDInboxHeaderOffMsys' }, ...inside);
}

function messages({ handle, members }) {
  const inbound = (from) => el('div', { role: 'group' }, el('a', { href: `/${from}/` }, el('img', { alt: '', src: pixel })), el('span', {}, 'Halo'));
  return el('div', { 'data-pagelet': 'IGDMessagesList' }, ...(members ?? [handle]).map(inbound), button({ 'data-share': true, onclick: share }, 'Bagikan'));
}

function showStory(owner) {
  go(`/stories/${owner.handle}/3301/`);
  const leave = (how) => {
    if (!read(reply)) return;
    send(owner.handle, read(reply), how);
    empty(reply);
  };
  const reply = el('textarea', { placeholder: `Reply to ${owner.handle}...` });
  onEnter(reply, leave);
  const bar = el('div', {}, el('div', {}, reply), button({ 'data-send': true, onclick: () => leave('button') }, 'Send'), button({ 'aria-label': 'Like' }, picture('Like')));
  app.replaceChildren(el('section', {}, el('header', {}, el('a', { href: `/${owner.handle}/` }, owner.handle)), bar), el('div', { id: 'layers' }));
}

function show(name) {
  const [screen, who] = name.split(':');
  if (name === '') return ownNote();
  if (who) return { story: showStory, share: shareWithNote, note: showNote }[screen](CHATS[who]);
  chat = CHATS[name] ?? CHATS.rani;
  const opened = chat;
  const before = document.querySelector('[data-pagelet="IGDInboxHeaderOffMsys"]');
  go(`/direct/t/${chat.id}/`);
  const content = el('div', {}, messages(chat), composer());
  const main = el('main', {}, before ?? header(chat), content);
  app.replaceChildren(el('nav', {}, el('a', { role: 'link', href: '/akun.saya/' }, 'Profil')), main, el('div', { id: 'layers' }));
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (chat === opened) main.querySelector('[data-pagelet="IGDInboxHeaderOffMsys"]')?.replaceWith(header(opened));
  }));
}

page({
  show,
  breaks: {
    people: () => {
      go('/direct/inbox/');
      for (const name of ['IGDInboxHeaderOffMsys', 'IGDMessagesList']) document.querySelector(`[data-pagelet="${name}"]`).remove();
    },
    send: () => document.querySelector('[data-pagelet="IGDComposerForCannes"]').addEventListener('input', () => {
      document.querySelector('[data-send]')?.replaceChildren(picture('Verzenden'));
    }),
    owner: () => go('/stories/highlights/3301/'),
  },
});
show('rani');
