// Telegram Web K, after the client's own source (tweb): the input and its peer id, header, Send as a mouse down on touch. The
// menu of Send, the date dialog and the caption dialog are by what is remembered of their classes. Nothing was run.
(() => {
  const { el, read, empty, send, onEnter, go } = window.kit;

  function sendMenu(leave) {
    const item = (icon, label, act) => el('div', { class: 'btn-menu-item rp-overflow', onclick: act }, el('span', { class: `tgico tgico-${icon} btn-menu-item-icon` }), label);
    const schedule = () => document.body.append(el('div', { class: 'popup popup-schedule popup-date-picker' },
      el('button', { type: 'button', class: 'btn-primary btn-color-primary', onclick: (event) => { event.target.parentElement.remove(); leave('scheduled'); } }, 'Send today at 21:00')));
    return el('div', { class: 'btn-menu top-left' }, item('mute', 'Send Without Sound', () => leave('silent')), item('schedule', 'Schedule Message', schedule));
  }

  function caption(peer) {
    const input = el('div', { class: 'input-message-input', contenteditable: 'true', 'data-peer-id': peer.id });
    const leave = (how) => { send([peer.id], read(input), how); popup.remove(); };
    onEnter(input, leave);
    const popup = el('div', { class: 'popup popup-new-media' },
      el('div', { class: 'popup-header' }, el('button', { type: 'button', class: 'btn-primary btn-color-primary', onclick: () => leave('caption') }, 'Send')),
      el('div', { class: 'popup-item' }, el('span', { class: 'document-name' }, 'lampiran.csv')), input);
    document.body.append(popup);
  }

  function stickers(peer) {
    const leave = (how) => { send([peer.id], '', how); panel.remove(); };
    const panel = el('div', { id: 'emoji-dropdown', class: 'emoji-dropdown popup' },
      el('div', { class: 'grid-item super-sticker', onclick: () => leave('sticker') }, ':-)'),
      el('div', { class: 'gifs-masonry' }, el('div', { class: 'gif', onclick: () => leave('gif') }, 'GIF')));
    document.body.append(panel);
  }

  function chat(peer) {
    const input = el('div', { class: 'input-message-input', contenteditable: 'true', 'data-peer-id': peer.id });
    const leave = (how) => {
      if (how === 'voice') return void send([peer.id], '', 'voice');
      if (read(input) === '') return undefined;
      send([peer.id], read(input), how);
      return empty(input);
    };
    onEnter(input, leave);
    const button = el('button', { type: 'button', class: 'btn-icon btn-circle btn-send record', onclick: () => press() }, '➤');
    // The first press on it begins to record, the second sends the clip.
    const record = (on) => { button.closest('.chat-input').classList.toggle('is-recording', on); button.classList.toggle('record', !on); button.classList.toggle('send', on); };
    const press = () => {
      if (button.closest('.is-recording')) { record(false); leave('voice'); } else if (read(input)) leave('button');
      else record(true);
    };
    input.addEventListener('input', () => { button.classList.toggle('record', !read(input)); button.classList.toggle('send', Boolean(read(input))); });
    const container = el('div', { class: 'btn-send-container' }, button);
    button.addEventListener('contextmenu', (event) => { event.preventDefault(); if (read(input)) container.append(sendMenu((how) => { container.querySelector('.btn-menu')?.remove(); leave(how); })); });
    return el('div', { class: 'chat active' },
      el('div', { class: 'topbar' }, el('div', { class: 'chat-info' }, el('span', { class: 'peer-title', 'data-peer-id': peer.id }, peer.name), el('div', { class: 'info' }, peer.info))),
      el('div', { class: 'bubbles' }, el('span', { class: 'peer-title', 'data-peer-id': '777' }, 'Someone else')),
      el('div', { class: 'chat-input' },
        el('div', { class: 'new-message-wrapper' }, input, el('div', { class: 'input-message-input input-field-input-fake', contenteditable: 'true', hidden: true })), container,
        el('button', { type: 'button', class: 'toggle-emoticons', onclick: () => stickers(peer) }, ':)'),
        el('button', { type: 'button', class: 'attach-file', onclick: () => caption(peer) }, 'Attach')));
  }

  const container = el('div', { class: 'chats-container' });
  window.k = {
    /** The address is the new chat's at once; the old peer stays for some frames. */
    show: (app, peer) => {
      for (const each of document.querySelectorAll('.popup')) each.remove();
      go(`/k/#${peer.at}`);
      if (!container.isConnected) app.replaceChildren(container);
      return new Promise((done) => setTimeout(() => { container.replaceChildren(chat(peer)); done(); }, 60));
    },
    breaks: {
      header: () => { go('/k/'); for (const each of document.querySelectorAll('.peer-title')) each.remove(); },
      input: () => { for (const each of document.querySelectorAll('.input-message-input')) each.setAttribute('contenteditable', 'plaintext-only'); },
      send: () => document.querySelector('.btn-send').replaceWith(el('div', {}, '➤')),
    },
  };
})();
