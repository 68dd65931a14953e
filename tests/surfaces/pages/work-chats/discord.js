// Discord: Slate marks and labels from public projects, undated. Enter sends; there is no button.
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
      return { editor, send: editor, nodes: [el('main', {}, el('form', {}, editor))] };
    },
  });
}
