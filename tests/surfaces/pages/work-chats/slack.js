// Slack: data-qa names from public projects, undated. Enter and the button send. One box per pane; the address names the channel.
{
  const { el } = window.kit;
  window.office('app.slack.com', {
    chats: {
      rani: { path: '/client/T01/D01', key: 'D01', name: 'Rani Kusuma' },
      jati: { path: '/client/T01/D02', key: 'D02', name: 'Jati Wibowo' },
      redaksi: { path: '/client/T01/C03', key: 'C03', name: 'redaksi' },
    },
    build: (chat, leave) => {
      const editor = el('div', { class: 'ql-editor', contenteditable: 'true', role: 'textbox', 'aria-label': `Message to ${chat.name}` });
      const button = el('button', { type: 'button', 'data-qa': 'texty_send_button', 'aria-label': 'Send now', onclick: () => leave('button') }, '➤');
      // The arrow opens a menu of times; "Custom time" asks for one in a dialog.
      const layer = el('div', { class: 'ReactModalPortal' });
      const pick = (how) => { layer.replaceChildren(); leave(how); };
      const ask = () => layer.replaceChildren(el('div', { role: 'dialog' }, el('input', { type: 'date', value: '2026-11-24' }), el('button', { type: 'button', 'data-final': true, onclick: () => pick('scheduled') }, 'Schedule Message')));
      const item = (label, act) => el('div', { role: 'menuitem', tabindex: '0', 'data-item': label, onclick: act, onkeydown: (event) => event.key === 'Enter' && act() }, label);
      const open = () => { layer.replaceChildren(el('div', { role: 'menu' }, item('Tomorrow at 9:00 AM', () => pick('preset')), item('Custom time', ask))); layer.querySelector('[role="menuitem"]').focus(); };
      const arrow = el('button', { type: 'button', 'aria-label': 'Schedule for later', 'aria-haspopup': 'menu', onclick: open }, '▾');
      return {
        editor,
        send: button,
        nodes: [
          el('header', { 'data-qa': 'channel_header' }, el('h1', { 'data-qa': 'channel_name' }, chat.name)),
          el('div', { 'data-qa': 'message_pane' }, el('div', {}, el('div', { 'data-qa': 'message_input', class: 'ql-container' }, editor), el('div', {}, button, arrow))),
          layer,
        ],
      };
    },
  });
}
