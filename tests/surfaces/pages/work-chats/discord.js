// Discord: Slate marks and labels from public projects, undated. Enter sends; there is no button. A sticker goes by one press.
{
  const { el } = window.kit;
  window.office('discord.com', {
    chats: {
      rani: { path: '/channels/@me/101', key: '101', label: 'Message @Rani Kusuma' },
      jati: { path: '/channels/@me/102', key: '102', label: 'Message @Jati Wibowo' },
      redaksi: { path: '/channels/7/103', key: '103', label: 'Message #redaksi' },
    },
    build: (chat) => {
      const editor = el('div', { role: 'textbox', contenteditable: 'true', 'data-slate-editor': 'true', 'aria-label': chat.label });
      // The panel hangs away from the form; a press on one sends it.
      const layer = el('div', { class: 'layerContainer' });
      const done = (how) => { window.kit.send(chat.key, '', how); layer.replaceChildren(); };
      const open = () => layer.replaceChildren(
        el('div', { id: 'sticker-picker-tab-panel', role: 'tabpanel' }, el('div', { 'data-type': 'sticker', 'data-id': '9', role: 'button', onclick: () => done('sticker') }, '🐱')),
        el('div', { id: 'gif-picker-tab-panel', role: 'tabpanel' }, el('div', { role: 'button', 'data-film': true, onclick: () => done('gif') }, el('video', { width: 40, height: 40 }))));
      return { editor, send: editor, nodes: [el('main', {}, el('form', {}, editor, el('button', { type: 'button', 'aria-label': 'Open sticker picker', onclick: open }, ':)'))), layer] };
    },
  });
}
