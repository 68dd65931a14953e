// Telegram Web A, after the client's own source (telegram-tt 01087bb2): the input's id, the header, the main button. The menu
// of Send, the calendar and the attachment dialog are by what is remembered of their classes. Nothing was run.
(() => {
  const { el, read, empty, send, onEnter, go } = window.kit;

  function sendMenu(leave) {
    const item = (icon, label, act) => el('div', { role: 'menuitem', tabindex: '0', class: 'MenuItem', onclick: act }, el('i', { class: `icon icon-${icon}` }), label);
    const calendar = () => document.body.append(el('div', { class: 'Modal CalendarModal' },
      el('button', { type: 'button', class: 'Button primary', onclick: (event) => { event.target.parentElement.remove(); leave('scheduled'); } }, 'Send Today at 21:00')));
    return el('div', { class: 'Menu CustomSendMenu' }, item('mute', 'Send Without Sound', () => leave('silent')), item('schedule', 'Schedule Message', calendar));
  }

  /** The dialog in which files go, with a caption and a Send that has the same menu. */
  function attach(peer) {
    const input = el('div', { id: 'editable-message-text-modal', role: 'textbox', contenteditable: 'true', 'aria-label': 'Add a caption...' });
    const leave = (how) => {
      for (const each of document.querySelectorAll('.CustomSendMenu')) each.remove();
      send([peer.id], read(input), how);
      modal.remove();
    };
    onEnter(input, () => leave('caption-enter'));
    const button = el('button', { type: 'button', class: 'Button send default primary', onclick: () => leave('caption') }, 'Send');
    button.addEventListener('contextmenu', (event) => { event.preventDefault(); document.body.append(sendMenu(leave)); });
    const modal = el('div', { class: 'Modal AttachmentModal' }, el('div', { class: 'modal-dialog' },
      el('div', { class: 'File' }, el('div', { class: 'file-title', title: 'lampiran.csv' }, 'lampiran.csv')),
      el('div', { class: 'attachment-caption-wrapper' }, input, el('div', { class: 'send' }, button))));
    document.body.append(modal);
  }

  function stickers(peer) {
    const leave = (how) => { send([peer.id], '', how); menu.remove(); };
    const menu = el('div', { class: 'SymbolMenu Menu' }, el('div', { class: 'StickerButton', role: 'button', tabindex: '0', onclick: () => leave('sticker') }, ':-)'), el('div', { class: 'GifButton', onclick: () => leave('gif') }, 'GIF'));
    document.body.append(menu);
  }

  function chat(peer) {
    const input = el('div', { id: 'editable-message-text', role: 'textbox', contenteditable: 'true', 'aria-label': 'Message' });
    const menus = () => document.querySelectorAll('.CustomSendMenu');
    const leave = (how) => {
      for (const each of menus()) each.remove();
      if (read(input) === '') return;
      send([peer.id], read(input), how);
      empty(input);
    };
    onEnter(input, leave);
    const button = el('button', { type: 'button', class: 'Button record main-button', 'aria-label': 'Record a voice message' }, '➤');
    const draw = () => {
      const has = Boolean(read(input));
      button.className = `Button ${has ? 'send' : 'record'} main-button`;
      button.setAttribute('aria-label', has ? 'Send Message' : 'Record a voice message');
    };
    input.addEventListener('input', draw);
    // The first press on it begins to record, the second sends the clip.
    button.addEventListener('click', () => {
      if (read(input)) return leave('button');
      const composer = button.closest('.Composer');
      const recording = composer.querySelector('.recording-state');
      if (!recording) return button.before(el('div', { class: 'recording-state' }, '0:01'));
      recording.remove();
      return void send([peer.id], '', 'voice');
    });
    button.addEventListener('contextmenu', (event) => { event.preventDefault(); if (read(input)) document.body.append(sendMenu(leave)); });
    return [
      el('div', { class: 'MiddleHeader' }, el('div', { class: 'chat-info ChatInfo' }, el('h3', { class: 'title fullName' }, peer.name), el('span', { class: 'status' }, peer.info))),
      el('div', { class: 'MessageList' }, el('div', { class: 'sender-title' }, 'Someone else')),
      el('div', { class: 'middle-column-footer' }, el('div', { class: 'Composer' }, el('div', { id: 'message-input-text' }, input), button),
        el('button', { type: 'button', class: 'AttachMenu--button', onclick: () => attach(peer) }, 'Attach'),
        el('button', { type: 'button', class: 'symbol-menu-button', onclick: () => stickers(peer) }, ':)'))];
  }

  const column = el('div', { id: 'MiddleColumn' });
  window.a = {
    show: (app, peer) => {
      for (const each of document.querySelectorAll('.Modal, .Menu')) each.remove();
      go(`/a/#${peer.at}`);
      if (!column.isConnected) app.replaceChildren(column);
      return new Promise((done) => setTimeout(() => { column.replaceChildren(...chat(peer)); done(); }, 60));
    },
    breaks: {
      header: () => { go('/a/'); document.querySelector('.MiddleHeader').remove(); },
      input: () => { const input = document.querySelector('#editable-message-text'); input.removeAttribute('id'); document.querySelector('#message-input-text').removeAttribute('id'); },
      send: () => document.querySelector('.main-button').replaceWith(el('div', {}, '➤')),
    },
  };
})();
