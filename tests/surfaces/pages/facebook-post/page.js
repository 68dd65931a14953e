// Facebook's post composer, reconstructed from very little: public projects of 2024 to 2026 (C) name a text box in a
// dialog and a button "Post"; on pages "Next", and "Post" in a second dialog. All else here is the plainest guess.
const { el, read, send, go, page } = window.kit;
const app = document.querySelector('#app');
const onkeydown = (event) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
};
const button = (attributes, ...children) => el('div', { role: 'button', tabindex: '0', onkeydown, ...attributes }, ...children);

function show() {
  go('/');
  const layers = el('div', { id: 'layers' });
  const close = () => layers.replaceChildren();
  const compose = (kind) => {
    const leave = (how) => {
      if (!read(editor)) return;
      send('public', read(editor), how);
      close();
    };
    const settings = () =>
      layers.append(el('div', { role: 'dialog', 'aria-label': 'Post settings' }, 
        button({ 'data-final': true, 'aria-label': 'Post', onclick: () => leave('settings') }, 'Post'),
        button({ 'data-later': true, 'aria-label': 'Schedule', onclick: () => leave('scheduled') }, 'Schedule')));
    const editor = el('div', { contenteditable: 'true', role: 'textbox', 'data-lexical-editor': 'true', 'aria-label': "What's on your mind, Rani?" });
    const last = kind === 'page'
      ? button({ 'data-next': true, 'aria-label': 'Next', onclick: () => read(editor) && settings() }, 'Next')
      : button({ 'data-post': true, 'aria-label': 'Post', onclick: () => leave('button') }, 'Post');
    layers.replaceChildren(el('div', { role: 'dialog', 'aria-label': 'Create post' }, editor, last));
  };
  app.replaceChildren(el('div', { role: 'main' }, 
    button({ 'data-compose': true, onclick: () => compose('profile') }, "What's on your mind, Rani?"),
    button({ 'data-compose-page': true, onclick: () => compose('page') }, 'Create post')), layers);
}

page({ show, breaks: { editor: () => document.querySelector('[role="dialog"] [contenteditable]').setAttribute('role', 'none') } });
show('');
