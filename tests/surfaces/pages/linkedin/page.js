// LinkedIn as it switches: messaging page in the light, overlay and dialogs in the open shadow root of #interop-outlet (live
// reports of 2026-06 to 2026-10-04). Connect, invitation and post dialogs after public code; not captured.
(() => {
  const { el, shadow, read, send, go, page } = window.kit;
  const { PEOPLE, SHEET, thread, bubble, fresh, list } = window.linkedin;
  const app = document.querySelector('#app');
  const outlet = document.querySelector('#interop-outlet');
  let current;

  document.adoptedStyleSheets = [SHEET];
  const over = (...nodes) => { shadow(outlet, nodes).adoptedStyleSheets = [SHEET]; };

  function invite({ slug, name }, { note = false } = {}) {
    const textarea = note && el('textarea', { id: 'custom-message', name: 'message' });
    const close = (text, how) => { send(slug, text, how); over(); };
    over(el('div', { role: 'dialog', class: 'artdeco-modal send-invite' },
      el('p', { class: 'artdeco-modal__content' }, 'Add a note to your invitation to ', el('strong', {}, name)), textarea,
      el('div', { class: 'artdeco-modal__actionbar' },
        el('button', { type: 'button', 'aria-label': 'Send without a note', onclick: () => close('', 'without a note') }, 'Send without a note'),
        note
          ? el('button', { type: 'button', class: 'artdeco-button artdeco-button--primary', 'aria-label': 'Send invitation', onclick: () => textarea.value.trim() && close(textarea.value.trim(), 'invitation') }, 'Send')
          : el('button', { type: 'button', 'aria-label': 'Add a note', onclick: () => invite({ slug, name }, { note: true }) }, 'Add a note'))));
  }

  function share() {
    const editor = el('div', { class: 'ql-editor', role: 'textbox', contenteditable: 'true', 'aria-label': 'Text editor for creating content' });
    const button = el('button', { type: 'button', class: 'share-actions__primary-action artdeco-button--primary', onclick: () => { if (read(editor)) { send('public', read(editor), 'post'); over(); } } }, 'Post');
    over(el('div', { role: 'dialog', class: 'share-box-v2__modal' }, el('div', { class: 'share-creation-state' }, editor, el('div', { class: 'share-creation-state__footer share-box_actions' }, button))));
  }

  const connect = (person, act) => el('button', { type: 'button', 'aria-label': `Invite ${person.name} to connect`, onclick: act }, 'Connect');
  const SCREENS = {
    thread: (people) => { go('/messaging/thread/2-abc/'); app.append(list(), thread(people)); over(bubble(PEOPLE.sinta)); },
    enter: (people) => { go('/messaging/thread/2-abc/'); app.append(list(), thread(people, { enterMode: true })); },
    inmail: (people) => { go('/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A1'); app.append(thread(people, { subject: true })); },
    bubble: ([person]) => { go('/feed/'); over(bubble(person), bubble(PEOPLE.sinta)); },
    new: (people) => { go('/feed/'); over(fresh(people)); },
    share: (people) => {
      go('/feed/');
      const dialog = () => {
        const inside = fresh(people);
        inside.className = '';
        inside.addEventListener('submit', () => over());
        over(el('div', { role: 'dialog', class: 'artdeco-modal' }, inside));
      };
      app.append(el('div', { class: 'feed-shared-update-v2' }, el('p', {}, 'Kabar kota'), el('button', { type: 'button', class: 'send-privately-button', onclick: dialog }, 'Send')));
    },
    profile: ([person]) => {
      go(`/in/${person.slug}/`);
      app.append(el('section', {}, el('h1', {}, person.name), connect(person, () => invite(person))));
    },
    note: ([person]) => { go(`/in/${person.slug}/`); app.append(el('section', {}, el('h1', {}, person.name))); invite(person, { note: true }); },
    card: (people) => {
      go('/mynetwork/');
      const cards = people.map((person) => el('li', {}, el('a', { href: `/in/${person.slug}/` }, person.name), connect(person, () => send(person.slug, '', 'connect'))));
      app.append(el('ul', {}, cards));
    },
    feed: () => { go('/feed/'); app.append(el('button', { type: 'button', class: 'share-box-feed-entry__trigger', onclick: share }, 'Start a post')); },
  };

  /** `thread:rani`, `bubble:rani`, `enter:rani,jati`, … */
  function show(conversation) {
    const [screen, who = ''] = (conversation || 'feed').split(':');
    current = screen;
    app.replaceChildren();
    over();
    SCREENS[screen](who.split(',').filter(Boolean).map((key) => PEOPLE[key]));
  }

  const all = (selector) => [...document.querySelectorAll(selector), ...(outlet.shadowRoot?.querySelectorAll(selector) ?? [])];
  page({
    show,
    breaks: {
      header: () => { for (const each of all('.msg-title-bar, .msg-overlay-bubble-header, .artdeco-pill, strong')) each.remove(); if (current === 'note') go('/feed/'); },
      form: () => { for (const each of all('.msg-form__contenteditable')) each.setAttribute('contenteditable', 'plaintext-only'); },
      send: () => { for (const each of all('.msg-form__send-button, .share-actions__primary-action, [aria-label="Send invitation"]')) each.replaceWith(el('div', {}, '→')); },
    },
  });
  show('thread:rani');
})();
