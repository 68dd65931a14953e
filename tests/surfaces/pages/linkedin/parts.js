// The parts of LinkedIn's messaging, after public live reports of 2026-06 to 2026-10-04: class names of header, form and
// Send, Enter mode without a Send, names of pills. The facepile, the voice clip and the dialogs' inner marks are from public
// code or assumed. Invented people.
(() => {
  const { el, read, empty, send, onEnter } = window.kit;

  const PEOPLE = {
    rani: { slug: 'rani-kusuma', name: 'Rani Kusuma' },
    jati: { slug: 'jati-wibowo-81', name: 'Jati Wibowo' },
    sinta: { slug: 'sinta-larasati', name: 'Sinta Larasati' },
  };
  const styled = (...rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join('\n'));
    return sheet;
  };
  const SHEET = styled(
    '[contenteditable], textarea { display: block; min-height: 32px; width: 320px; border: 1px solid }',
    '.msg-overlay-conversation-bubble, .msg-convo-wrapper { border: 1px dashed; margin: 4px; width: 420px }',
  );

  const link = ({ slug, name }) => [
    el('a', { class: 'msg-thread__link-to-profile', href: `/in/${slug}/` }, el('img', { alt: '' })),
    el('a', { class: 'msg-thread__link-to-profile', href: `/in/${slug}/?miniProfileUrn=1` }, el('h2', { class: 'msg-entity-lockup__entity-title' }, name)),
  ];
  const header = (people) =>
    el('div', { class: 'msg-title-bar' }, people.length > 1
      ? [...people.flatMap((each) => link(each)[0]), el('h2', { class: 'msg-entity-lockup__entity-title' }, people.map(({ name }) => name).join(', '))]
      : people.flatMap(link));

  /** The form: Send is off while nothing is written; in Enter mode it is not there at all. */
  function form(to, { enterMode = false, subject } = {}) {
    const editor = el('div', { class: 'msg-form__contenteditable', role: 'textbox', contenteditable: 'true', 'aria-label': 'Write a message…' });
    const blank = () => { if (read(editor) === '') editor.replaceChildren(el('p', {}, el('br'))); };
    const button = enterMode ? undefined : el('button', { class: 'msg-form__send-button artdeco-button', type: 'submit', disabled: true }, 'Send');
    const leave = (how) => {
      if (read(editor) === '') return;
      send(to, read(editor), how);
      empty(editor);
      blank();
    };
    editor.addEventListener('input', () => { if (button) button.disabled = read(editor) === ''; });
    // A script's Enter does nothing here: reports disagree, so the page stands for those that say so.
    if (enterMode) onEnter(editor, (how, event) => event.isTrusted && leave(how));
    blank();
    const field = subject ? el('input', { name: 'subject', class: 'msg-form__subject', value: 'Undangan liputan' }) : undefined;
    const made = el('form', { class: 'msg-form', onsubmit: (event) => { event.preventDefault(); if (!enterMode) leave('submit'); } },
      field, editor,
      el('div', { class: 'msg-form__footer' }, button,
        el('button', { type: 'button', class: 'msg-form__voice-button', onclick: () => send(to, '', 'voice') }, 'Voice'),
        el('button', { type: 'button', class: 'msg-form__send-toggle', 'aria-label': 'Open send options' }, '…')));
    return made;
  }

  const stream = (to, other) => el('div', { class: 'msg-s-message-list' },
    el('a', { href: `/in/${other.slug}/` }, other.name), el('p', {}, 'Sampai jumpa di acara.'),
    el('div', { class: 'conversations-quick-replies' },
      el('button', { type: 'button', class: 'conversations-quick-replies__reply-button', onclick: (event) => send(to, event.target.textContent, 'quick reply') }, 'Terima kasih')));

  const thread = (people, options) => el('div', { class: 'msg-convo-wrapper msg-thread' },
    header(people), stream(people.map(({ slug }) => slug), PEOPLE.sinta), form(people.map(({ slug }) => slug), options));

  const bubble = (person, options) => el('div', { class: 'msg-overlay-conversation-bubble' },
    el('header', { class: 'msg-overlay-bubble-header' },
      el('a', { href: `/in/${person.slug}/` }, el('h2', { class: 'msg-overlay-bubble-header__title' }, person.name))),
    form([person.slug], options));

  const fresh = (people) => el('div', { class: 'msg-overlay-conversation-bubble' },
    el('header', { class: 'msg-overlay-bubble-header' }, el('h2', {}, 'New message')),
    people.map(({ name }) => el('span', { class: 'artdeco-pill' }, name, el('button', { type: 'button', class: 'artdeco-pill--dismiss', 'aria-label': `Remove ${name}` }, '×'))),
    form(people.map(({ name }) => name)));

  /** A list of conversations like the one that was captured: names of people, and no composer. */
  const list = () => el('ul', { class: 'msg-conversations-container__conversations-list' },
    Object.values(PEOPLE).map(({ name }) => el('li', { class: 'msg-conversation-listitem' }, el('h3', { class: 'msg-conversation-listitem__participant-names' }, name))));

  window.linkedin = { PEOPLE, SHEET, thread, bubble, fresh, list };
})();
