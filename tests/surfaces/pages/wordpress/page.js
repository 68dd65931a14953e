// The two editors of WordPress 6.1.9 as tests/real drives them, by the ids and classes that are read of them: the header's
// Publish opens a panel, the panel's Publish publishes; the classic form's Publish hands the form in. Nothing is stored.
const { el, read, empty, send, go, page } = window.kit;
const app = document.querySelector('#app');

function blocks() {
  const words = el('div', { class: 'rich-text', contenteditable: 'true', role: 'textbox', 'aria-label': 'Paragraf' });
  const leave = (how) => {
    if (!read(words)) return;
    send('public', read(words), how);
    app.append(el('div', { class: 'components-snackbar' }, 'Pos terbit.'));
    empty(words);
    panel.replaceChildren();
  };
  const panel = el('div', { class: 'editor-post-publish-panel' });
  const open = () =>
    panel.replaceChildren(
      el('button', { type: 'button', class: 'editor-post-publish-button editor-post-publish-button__button is-primary', onclick: () => leave('panel') }, 'Publish'));
  const toggle = el('button', { type: 'button', class: 'editor-post-publish-panel__toggle editor-post-publish-button__button is-primary', 'aria-expanded': 'false', onclick: open }, 'Publish');
  app.replaceChildren(
    el('div', { id: 'editor', class: 'block-editor__container' },
      el('div', { class: 'edit-post-header__settings' }, toggle),
      el('textarea', { class: 'editor-post-title__input', 'aria-label': 'Judul' }),
      el('div', { class: 'is-root-container' }, words), panel));
  document.body.className = 'wp-admin block-editor-page';
}

function classic() {
  const text = el('textarea', { id: 'content', name: 'content' });
  const form = el('form', { id: 'post' },
    el('input', { id: 'title', name: 'post_title' }),
    el('input', { type: 'hidden', id: 'original_post_status', value: 'auto-draft' }),
    el('div', { id: 'wp-content-wrap', class: 'html-active' }, text),
    el('div', { id: 'publishing-action' }, el('input', { type: 'submit', id: 'publish', value: 'Publish' })));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!read(text)) return;
    send('public', read(text), 'form');
    empty(text);
  });
  app.replaceChildren(form);
  document.body.className = 'wp-admin';
}

function show() {
  go('/wp-admin/post-new.php');
  blocks();
}

document.querySelector('[data-blocks]').addEventListener('click', blocks);
document.querySelector('[data-classic]').addEventListener('click', classic);
page({ show, breaks: {} });
show('');
