// Mattermost: #post_textbox and SendMessageButton, undated. Enter sends here; by a setting it is Ctrl+Enter.
{
  const { el } = window.kit;
  window.office('chat.kantor.example', {
    chats: {
      rani: { path: '/humas/messages/@rani', key: 'rani', name: 'rani' },
      jati: { path: '/humas/messages/@jati', key: 'jati', name: 'jati' },
      redaksi: { path: '/humas/channels/redaksi', key: 'redaksi', name: 'Redaksi' },
    },
    build: (chat, leave) => {
      const editor = el('textarea', { id: 'post_textbox', placeholder: `Write to ${chat.name}` });
      const button = el('button', { type: 'button', class: 'SendMessageButton', 'data-testid': 'SendMessageButton', 'aria-label': 'Send Now', onclick: () => leave('button') }, '➤');
      return {
        editor,
        send: button,
        nodes: [el('strong', { id: 'channelHeaderTitle' }, chat.name), el('div', { id: 'post-create' }, el('form', {}, editor, button))],
      };
    },
  });
}
