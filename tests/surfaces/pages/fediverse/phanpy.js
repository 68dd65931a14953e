// Phanpy, after its source (cheeaun/phanpy 03400504): the form's class and select say who can read it, and Ctrl+Enter
// dispatches a submit of its own that does not bubble. Nothing was run.
(() => {
  window.phanpy = {
    show: (app, { visibility, words }) => {
      go('/#/mastodon.example/compose');
      const area = el('textarea', { name: 'status' });
      area.value = words;
      const option = (value) => el('option', { value, selected: value === visibility }, value);
      const form = el('form', { class: `form-visibility-${visibility}` },
        el('div', { class: 'toolbar' }, el('input', { name: 'spoilerText', placeholder: 'Content warning' }),
          el('select', { name: 'visibility' }, ['public', 'unlisted', 'private', 'direct'].map(option))),
        area, el('footer', {}, el('button', { type: 'submit', class: 'large' }, 'Post')));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (!read(area)) return;
        send(visibility === 'direct' ? addressed(read(area)) : visibility, read(area), event.bubbles ? 'submit' : 'keys');
        empty(area);
      });
      area.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.dispatchEvent(new Event('submit', { cancelable: true }));
      });
      app.replaceChildren(el('div', { id: 'compose-container' }, form));
    },
    breaks: {
      sign: () => document.querySelector('select').remove(),
      send: () => document.querySelector('footer').replaceWith(el('div', {}, '→')),
    },
  };
})();
