// Element: matrix-react-sdk 3.114.0, RoomHeader.tsx (14ae3215). Send is there once something is written. Enter sends; a setting changes it.
{
  const { el } = window.kit;
  window.office('app.element.io', {
    chats: {
      rani: { path: '/#/room/!rani:kantor.example', key: '!rani:kantor.example', name: 'Rani Kusuma' },
      jati: { path: '/#/room/!jati:kantor.example', key: '!jati:kantor.example', name: 'Jati Wibowo' },
      redaksi: { path: '/#/room/!redaksi:kantor.example', key: '!redaksi:kantor.example', name: 'Redaksi', members: '12' },
    },
    build: (chat, leave) => {
      const editor = el('div', { class: 'mx_BasicMessageComposer_input', contenteditable: 'true', role: 'textbox' });
      const button = el('div', { role: 'button', tabindex: '0', class: 'mx_MessageComposer_sendMessage', 'data-testid': 'sendmessagebtn', onclick: () => leave('button') }, '➤');
      const actions = el('div', { class: 'mx_MessageComposer_actions' });
      const shown = { gone: false, editor, send: { remove: () => { shown.gone = true; button.remove(); } } };
      editor.addEventListener('input', () => actions.replaceChildren(...(editor.innerText.trim() && !shown.gone ? [button] : [])));
      shown.nodes = [
        el('div', { id: 'matrixchat' }, el('div', { class: 'mx_MatrixChat' },
          el('header', { class: 'mx_RoomHeader' }, el('div', { class: 'mx_RoomHeader_heading' }, chat.name), chat.members && el('div', { class: 'mx_RoomHeader_members' }, chat.members)),
          el('div', { class: 'mx_MessageComposer' }, el('div', { 'data-testid': 'basicmessagecomposer' }, editor), actions))),
      ];
      return shown;
    },
  });
}
