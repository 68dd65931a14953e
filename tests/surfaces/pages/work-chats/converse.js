// converse.js 14.0.0, as it was seen with prosody (tests/real/converse.test.ts): its elements, not its code.
{
  const { el } = window.kit;
  window.office('obrolan.kantor.example', {
    chats: {
      rani: { path: '/#converse/chat?jid=rani@kabar.example', key: 'rani@kabar.example' },
      jati: { path: '/#converse/chat?jid=jati@kabar.example', key: 'jati@kabar.example' },
      redaksi: { path: '/#converse/room?jid=redaksi@rooms.kabar.example', key: 'redaksi@rooms.kabar.example', room: true },
    },
    build: (chat, leave) => {
      const kind = chat.room ? 'converse-muc' : 'converse-chat';
      const editor = el('textarea', { class: 'chat-textarea', placeholder: 'Message' });
      const button = el('button', { type: 'submit', class: 'btn send-button', 'data-action': 'sendMessage', title: 'Send the message' }, '➤');
      const place = el('button', { type: 'button', class: 'btn toggle-location', onclick: () => window.kit.send(chat.key, 'geo:', 'location') }, '◎');
      const form = el('form', { class: 'chat-message-form', onsubmit: (event) => { event.preventDefault(); leave('submit'); } },
        el('converse-chat-toolbar', {}, place, button), el('input', { type: 'text', class: 'hidden spoiler-hint' }), editor);
      const box = el(kind, { jid: chat.key, class: 'chatbox' },
        el(`${kind}-heading`, { jid: chat.key }, el('div', { class: 'chatbox-title__text', title: chat.key }, chat.key)), form);
      return { editor, send: button, box, nodes: [el('converse-root', {}, box)] };
    },
    breaks: {
      name: ({ box }) => {
        box.removeAttribute('jid');
        box.querySelector('.chatbox-title__text').remove();
      },
      heading: ({ box }) => box.querySelector('[class^="chatbox-title"]').parentElement.setAttribute('jid', 'someone@else.example'),
    },
  });
}
