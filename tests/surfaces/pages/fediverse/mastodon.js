// Mastodon's own compose form, after its source (compose_form.jsx 002065fc): form, textarea, Mod+Enter by key code 13, submit,
// and the sign of who can read it. The classes around are by what is remembered of 4.3. Nothing was run.
const { el, read, empty, send, onEnter, go } = window.kit;
/** What a direct post says of whom it is for. */
const addressed = (text) => [...text.matchAll(/(?:^|\s)@([\w.@-]+)/g)].map(([, name]) => name);

(() => {
  const SIGNS = { public: 'globe', direct: 'at', private: 'lock' };
  window.mastodon = {
    show: (app, { visibility, words }) => {
      go('/home');
      const area = el('textarea', { class: 'autosuggest-textarea__textarea', placeholder: "What's on your mind?" });
      area.value = words;
      const leave = (how) => {
        if (!read(area)) return;
        send(visibility === 'direct' ? addressed(read(area)) : visibility, read(area), how);
        empty(area);
      };
      const form = el('form', { class: 'compose-form', onsubmit: (event) => { event.preventDefault(); leave('submit'); } },
        el('div', { class: 'compose-form__dropdowns' },
          el('button', { type: 'button', class: 'dropdown-button' }, el('svg:svg', { class: `icon icon-${SIGNS[visibility]}` }), el('span', {}, visibility)),
          el('button', { type: 'button', class: 'dropdown-button' }, el('svg:svg', { class: 'icon icon-translate' }), el('span', {}, 'Bahasa'))),
        area, el('div', { class: 'compose-form__submit' }, el('button', { type: 'submit', class: 'button' }, 'Post')));
      area.addEventListener('keydown', (event) => { if (event.keyCode === 13 && (event.ctrlKey || event.metaKey)) { event.preventDefault(); leave('keys'); } });
      app.replaceChildren(el('div', { id: 'mastodon', 'data-props': '{}' }, el('div', { class: 'search' }, el('input', { class: 'search__input' })), form));
    },
    breaks: {
      sign: () => { for (const each of document.querySelectorAll('.compose-form__dropdowns svg')) each.remove(); },
      send: () => document.querySelector('.compose-form__submit').replaceWith(el('div', {}, '→')),
    },
  };
})();
