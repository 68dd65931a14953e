// Zulip: ids of its own compose.hbs (011005dc). A direct message has pills, a channel a topic. Enter sends here by a setting.
{
  const { el } = window.kit;
  window.office('zulip.kantor.example', {
    chats: {
      rani: { path: '/#inbox', key: 'rani', people: ['Rani Kusuma'] },
      jati: { path: '/#inbox', key: 'jati', people: ['Jati Wibowo'] },
      redaksi: { path: '/#inbox', key: 'redaksi', people: [], channel: 'redaksi' },
    },
    build: (chat, leave) => {
      const editor = el('textarea', { id: 'compose-textarea', name: 'content' });
      const button = el('button', { type: 'submit', id: 'compose-send-button', class: 'send_message compose-submit-button compose-send-or-save-button', 'aria-label': 'Send' }, '➤');
      const pills = el('div', { class: 'pill-container' },
        chat.people.map((name) => el('div', { class: 'pill' }, el('span', { class: 'pill-label' }, el('span', { class: 'pill-value' }, name)))),
        el('div', { class: 'input', contenteditable: 'true', id: 'private_message_recipient' }));
      const form = el('form', { id: 'send_message_form', onsubmit: (event) => { event.preventDefault(); leave('submit'); } },
        el('div', { id: 'compose_select_recipient_widget' }, el('span', { class: 'dropdown_widget_value' }, chat.channel ?? 'Direct message')),
        el('input', { type: 'search', id: 'stream_message_recipient_topic', value: '' }),
        el('div', { id: 'compose-direct-recipient' }, pills), editor, button);
      return { editor, send: button, pills, nodes: [form] };
    },
    breaks: { pills: ({ pills }) => { pills.replaceChildren(); document.querySelector('#compose_select_recipient_widget').remove(); document.querySelector('#stream_message_recipient_topic').remove(); } },
  });
}
