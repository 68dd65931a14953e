// X's chat, after live reports of about 2026-09: open shadow roots, ids in the address, the header's link, Send only after
// typing, and an address that changes before the panel does. Older messages and the share sheet: test ids from public code.
(() => {
  const { el, shadow, read, empty, send, onEnter, go } = window.kit;

  const PEOPLE = {
    rani: { id: '1001', handle: 'ranikusuma', name: 'Rani Kusuma' },
    jati: { id: '1002', handle: 'jatiwibowo', name: 'Jati Wibowo' },
  };
  const LATE = 60;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('textarea, [contenteditable] { display: block; min-height: 32px; width: 320px; border: 1px solid }');
  document.adoptedStyleSheets = [sheet];

  function panel(person, { isGroup }) {
    const to = isGroup ? ['group'] : [person.handle];
    const area = el('textarea', { 'data-testid': 'dm-composer-textarea', placeholder: 'Unencrypted message' });
    const form = el('div', { 'data-testid': 'dm-composer-form' }, area,
      el('button', { type: 'button', 'data-testid': 'dm-composer-voice-button', onclick: () => send(to, '', 'voice') }, 'Voice'));
    const leave = (how) => {
      if (read(area) === '') return;
      rows.append(el('div', { 'data-dm-message-row': true, 'data-send-status': 'pending' }, read(area)));
      send(to, read(area), how);
      empty(area);
    };
    const button = el('button', { type: 'button', 'data-testid': 'dm-composer-send-button', 'aria-label': 'Send', onclick: () => leave('button') }, el('svg:svg', {}, el('svg:path')));
    area.addEventListener('input', () => { if (read(area)) form.append(button); else button.remove(); });
    onEnter(area, leave);
    const rows = el('div', {}, el('div', { 'data-dm-message-row': true }, 'Lihat ', el('a', { href: '/someoneelse' }, '@someoneelse')));
    const header = isGroup
      ? el('div', { 'data-testid': 'dm-conversation-header' }, el('h2', {}, 'Tim liputan'))
      : el('div', { 'data-testid': 'dm-conversation-header' },
        el('a', { href: `/${person.handle}` }, el('img', { alt: '' })),
        el('a', { href: `/${person.handle}` }, el('span', { 'data-testid': 'dm-conversation-username' }, person.name)));
    return el('div', { 'data-testid': 'dm-conversation-panel' }, header, rows, form);
  }

  /** The address is the new chat's at once; the panel follows some frames later. */
  function chat(app, person, options = {}) {
    go(options.isGroup ? '/i/chat/g555' : `/i/chat/${person.id}-999`);
    const host = app.querySelector('[data-testid="xchatEmbedRoute"]') ?? el('div', { 'data-testid': 'xchatEmbedRoute' });
    if (!host.isConnected) {
      app.replaceChildren(host);
      shadow(host, []).adoptedStyleSheets = [sheet];
    }
    return new Promise((done) => setTimeout(() => { host.shadowRoot.replaceChildren(panel(person, options)); done(); }, LATE));
  }

  function legacy(app, person) {
    go(`/messages/${person.id}-999`);
    const editor = el('div', { contenteditable: 'true', role: 'textbox', class: 'public-DraftEditor-content' });
    const leave = (how) => { if (read(editor)) { send([person.id], read(editor), how); empty(editor); } };
    onEnter(editor, leave);
    app.replaceChildren(el('div', { 'data-testid': 'DmActivityViewport' },
      el('h2', {}, person.name), el('div', { 'data-testid': 'DmScrollerContainer' }),
      el('aside', { role: 'complementary' }, el('div', { 'data-testid': 'dmComposerTextInput' }, editor),
        el('button', { type: 'button', 'data-testid': 'dmComposerSendButton', 'aria-label': 'Send', onclick: () => leave('button') }, 'Send'))));
  }

  /** "Send via message" under a post: people to tick, a line of words, and the chat's own Send, in a shadow root or (older) in the page. */
  function share(app, person, { old = false, words = false } = {}) {
    go('/someoneelse/status/1');
    let ticked = words ? [person] : [];
    const line = (each) => {
      const row = el('div', { 'data-testid': old ? 'TypeaheadUser' : 'UserCell', role: 'checkbox', tabindex: '0', 'data-open': each === person && true, 'aria-checked': String(ticked.includes(each)), onclick: () => {
        ticked = ticked.includes(each) ? ticked.filter((one) => one !== each) : [...ticked, each];
        row.setAttribute('aria-checked', String(ticked.includes(each)));
      } }, el('div', { dir: 'ltr' }, el('span', {}, each.name)), el('div', { dir: 'ltr' }, el('span', {}, `@${each.handle}`)));
      return row;
    };
    const comment = words && el('textarea', { 'data-comment': true, placeholder: 'Add a comment' });
    const close = () => { if (old) app.replaceChildren(); else overlays.shadowRoot.replaceChildren(); };
    const leave = () => {
      if (ticked.length === 0 || (comment && !read(comment))) return;
      send(ticked.map(({ handle }) => handle), comment ? read(comment) : '', 'share');
      close();
    };
    const button = el('button', { type: 'button', 'data-testid': old ? 'dmComposerSendButton' : 'dm-composer-send-button', 'aria-label': 'Send', onclick: leave }, 'Send');
    const dialog = el('div', { role: 'dialog' }, el('input', { 'aria-label': 'Search people' }), Object.values(PEOPLE).map(line), comment, button);
    const overlays = el('div', { 'data-testid': 'xchatEmbedOverlays' });
    app.replaceChildren(el('article', { 'data-testid': 'tweet' }, 'Kabar kota'), old ? dialog : overlays);
    if (!old) shadow(overlays, [dialog]).adoptedStyleSheets = [sheet];
  }

  window.x = { PEOPLE, chat, legacy, share };
})();
