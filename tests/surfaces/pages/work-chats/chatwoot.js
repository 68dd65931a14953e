// Chatwoot: ReplyBox.vue (0031e5d5), ReplyEmailHead.vue (0008fca5). Enter sends here; a setting changes it. A private note is no send.
{
  const { el } = window.kit;
  const field = (label, value) => el('div', { class: 'input-group small' }, el('label', { class: 'input-group-label' }, label), el('input', { type: 'text', value }));
  window.office('cs.kantor.example', {
    chats: {
      rani: { path: '/app/accounts/1/conversations/11', key: '11', name: 'Rani Kusuma' },
      jati: { path: '/app/accounts/1/conversations/12', key: '12', name: 'Jati Wibowo' },
      surat: { path: '/app/accounts/1/conversations/13', key: '13', name: 'Sari Puspita', to: 'sari@pelanggan.example', cc: 'tim@pelanggan.example' },
      berhenti: { path: '/app/accounts/1/conversations/14', key: '14', name: 'Hana Pratiwi', to: 'hana@mundur.example', cc: '' },
    },
    build: (chat, leave) => {
      const editor = el('div', { class: 'ProseMirror', contenteditable: 'true' });
      const button = el('button', { type: 'submit', onclick: () => leave('button') }, 'Send');
      const head = chat.to && el('div', {}, el('div', {}, field('To', chat.to)), el('div', { class: 'input-group-wrap' }, field('Cc', chat.cc)));
      return {
        editor,
        send: button,
        nodes: [
          el('div', { class: 'conversation-details-wrap' }, el('span', { class: 'user--name' }, chat.name)),
          el('div', { class: 'reply-box' }, el('div', { class: 'reply-box__top' }, head, editor), el('div', { class: 'bottom-box' }, el('div', { class: 'right-wrap' }, button))),
        ],
      };
    },
  });
}
