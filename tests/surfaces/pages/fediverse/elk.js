// Elk, after its source (elk-zone/elk ae4ebf33): Tiptap in .content-editor, Mod+Enter, .publish-button, the icon of who can
// read it. Mentions are nodes that carry the whole address. Nothing was run.
(() => {
  const ICONS = { public: 'i-ri:global-line', direct: 'i-ri:at-line', private: 'i-ri:lock-line' };
  window.elk = {
    show: (app, { visibility, words }) => {
      go('/mastodon.example/compose');
      const editor = el('div', { class: 'content-editor ProseMirror', contenteditable: 'true', role: 'textbox' });
      if (words) editor.append(el('p', {}, words));
      const leave = (how) => {
        if (!read(editor)) return;
        send(visibility === 'direct' ? addressed(read(editor)) : visibility, read(editor), how);
        empty(editor);
      };
      onEnter(editor, leave, 'mod-enter');
      const main = el('main', {}, el('div', {}, editor, el('div', {},
        el('button', { type: 'button', 'aria-label': 'Change content visibility' }, el('div', { class: ICONS[visibility] })),
        el('button', { type: 'button', class: 'publish-button', onclick: () => leave('button') }, el('span', {}, 'Publish!')))));
      app.replaceChildren(el('div', { id: '__nuxt' }, main));
    },
    breaks: {
      sign: () => { for (const each of document.querySelectorAll('[class^="i-ri:"]')) each.remove(); },
      send: () => document.querySelector('.publish-button').replaceWith(el('div', {}, '→')),
    },
  };
})();
