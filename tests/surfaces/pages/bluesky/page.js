// Bluesky's chat and post dialog, after the client's own source (MessageInput.web.tsx 07d00691; test ids of the composer). Its
// chat has an input method check of its own; Send is a div with a role. Nothing was run.
const { el, read, empty, send, onEnter, go, page } = window.kit;
const PEOPLE = {
  rani: { convo: '3kaaa', handle: 'rani.kusuma.example', name: 'Rani Kusuma' },
  jati: { convo: '3kbbb', handle: 'jati.example', name: 'Jati Wibowo' },
};
const app = document.querySelector('#root');
const sheet = new CSSStyleSheet();
sheet.replaceSync('textarea, [contenteditable] { display: block; min-height: 32px; width: 320px; border: 1px solid } [role="button"] { display: inline-block; min-width: 24px; min-height: 24px }');
document.adoptedStyleSheets = [sheet];
const nav = () => el('nav', { role: 'navigation' }, el('a', { href: '/profile/saya.example', 'aria-label': 'Profile' }, 'Profile'));

function chat(person) {
  go(`/messages/${person.convo}`);
  const area = el('textarea', { placeholder: 'Write a message', 'aria-label': 'Message input field' });
  const leave = (how) => {
    if (!read(area)) return;
    send([person.handle], read(area), how);
    empty(area);
  };
  onEnter(area, leave);
  app.replaceChildren(nav(), el('main', {}, el('div', { 'data-testid': 'convoScreen' },
    el('div', {}, el('a', { href: `/profile/${person.handle}`, 'aria-label': `View ${person.name}'s profile` }, el('img', { alt: '' })),
      el('a', { href: `/profile/${person.handle}` }, el('div', { dir: 'auto' }, person.name))),
    el('div', {}, el('p', {}, 'Bersama ', el('a', { href: '/profile/did:plc:abc123' }, '@teman.example'), ' ', el('a', { href: '/profile/media.example/post/3kzzz' }, 'kiriman'))),
    el('div', {}, area, el('div', { role: 'button', tabindex: '0', 'aria-label': 'Send message', onclick: () => leave('button') }, el('svg:svg', { width: '20', height: '20' }, el('svg:path')))))));
}

function compose({ posts = 1, reply } = {}) {
  const editors = Array.from({ length: posts }, () => el('div', { class: 'ProseMirror', contenteditable: 'true', role: 'textbox', 'aria-label': 'Rich-Text Editor' }));
  const leave = (how) => {
    const text = editors.map(read).filter(Boolean).join('\n');
    if (!text) return;
    send('public', text, how);
    app.querySelector('[role="dialog"]').remove();
  };
  for (const each of editors) onEnter(each, leave, 'mod-enter');
  app.append(el('div', { role: 'dialog' }, el('div', { 'data-testid': 'composePostView' },
    el('button', { type: 'button', 'data-testid': 'composerPublishBtn', 'aria-label': 'Publish post', onclick: () => leave('button') }, 'Post'),
    reply && el('div', { 'data-testid': 'replyTo' }, 'Kapan mulai?'), editors)));
}

function home(options) {
  go('/');
  app.replaceChildren(nav(), el('button', { type: 'button', 'data-testid': 'composeFAB', onclick: () => compose(options) }, 'New post'));
}

const show = (conversation) => {
  if (PEOPLE[conversation]) chat(PEOPLE[conversation]);
  else home({ posts: conversation === 'thread' ? 2 : 1, reply: conversation === 'reply' });
};
page({
  show,
  breaks: {
    header: () => { go('/messages'); for (const each of document.querySelectorAll('main a, main [dir]')) each.remove(); },
    send: () => { for (const each of document.querySelectorAll('[aria-label="Send message"], [data-testid="composerPublishBtn"]')) each.replaceWith(el('div', {}, '→')); },
  },
});
show('rani');
