// Meta Business Suite: only the address of its inbox is public (C). The rest is the plainest page that a generic reading
// has to cope with: a text box beside a button called Send, and a composer of posts beside one called Publish.
const { el, read, empty, send, go, page } = window.kit;
const CHATS = {
  rani: { id: '20001', path: 'messenger' },
  jati: { id: '20002', path: 'messenger' },
  sari: { id: '20003', path: 'instagram' },
};
const app = document.querySelector('#app');
const onkeydown = (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
};
const button = (attributes, ...children) => el('div', { role: 'button', tabindex: '0', onkeydown, ...attributes }, ...children);

function box(to, word) {
  const leave = (how) => {
    if (!read(editor)) return;
    send(to, read(editor), how);
    empty(editor);
  };
  const editor = el('textarea', { placeholder: word === 'Send' ? 'Reply…' : 'Text' });
  if (word === 'Send')
    editor.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      leave('enter');
    });
  return el('div', {}, el('div', {}, editor), button({ 'data-send': true, 'aria-label': word, onclick: () => leave('button') }, word));
}

function show(name) {
  const chat = CHATS[name] ?? CHATS.rani;
  const isPost = name === '';
  go(isPost ? '/latest/composer/?asset_id=1' : `/latest/inbox/${chat.path}?asset_id=1&mailbox_id=2&selected_item_id=${chat.id}&thread_type=FB_MESSAGE`);
  app.replaceChildren(el('div', { role: 'main' }, el('input', { type: 'search', placeholder: 'Search' }), box(isPost ? 'public' : chat.id, isPost ? 'Publish' : 'Send')));
}

page({ show, breaks: { address: () => go('/latest/inbox/messenger?asset_id=1') } });
show('rani');
