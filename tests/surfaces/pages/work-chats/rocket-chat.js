// Rocket.Chat: textarea[name=msg] and the label of Send, undated; its icon is inferred. Enter sends here; a setting changes it.
{
  const { el } = window.kit;
  window.office('rocket.kantor.example', {
    chats: {
      rani: { path: '/direct/u1u2', key: 'u1u2', name: 'Rani Kusuma' },
      jati: { path: '/direct/u1u3', key: 'u1u3', name: 'Jati Wibowo' },
      redaksi: { path: '/channel/redaksi', key: 'redaksi', name: 'redaksi' },
    },
    build: (chat, leave) => {
      const editor = el('textarea', { name: 'msg', 'aria-label': `Message ${chat.name}` });
      const button = el('button', { type: 'button', 'aria-label': 'Send', onclick: () => leave('button') }, el('i', { class: 'rcx-icon rcx-icon--name-send' }, '➤'));
      return {
        editor,
        send: button,
        nodes: [el('main', {}, el('header', {}, el('h1', {}, chat.name)), el('footer', {}, el('div', { role: 'group' }, editor, el('div', {}, button))))],
      };
    },
  });
}
