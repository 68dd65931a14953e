// X's posts, after the test ids of public code: inline, in a dialog as a thread, and as a reply. Ctrl+Enter posts. Draft.js's
// own handling of keys is not here.
(() => {
  const { el, read, empty, send, onEnter, go, page } = window.kit;
  const { PEOPLE, chat, legacy, share } = window.x;
  const app = document.querySelector('#react-root');

  function editors(count) {
    return Array.from({ length: count }, (_, at) =>
      el('div', { 'data-testid': `tweetTextarea_${at}`, contenteditable: 'true', role: 'textbox', 'aria-label': 'Post text' }));
  }

  function composer({ testid, posts = 1, reply, dialog }) {
    const boxes = editors(posts);
    const leave = (how) => {
      const text = boxes.map(read).filter(Boolean).join('\n');
      if (text === '') return;
      send('public', text, how);
      for (const each of boxes) empty(each);
      if (dialog) app.replaceChildren();
    };
    for (const each of boxes) onEnter(each, leave, 'mod-enter');
    const button = el('button', { type: 'button', role: 'button', 'data-testid': testid, onclick: () => leave('button') }, reply ? 'Reply' : 'Post');
    return el('div', dialog ? { role: 'dialog', 'aria-modal': 'true' } : {},
      reply && el('article', { 'data-testid': 'tweet' }, 'Kapan liputannya dimulai?'),
      boxes, el('div', { 'data-testid': 'toolBar' }, button));
  }

  const home = (node) => {
    go('/home');
    app.replaceChildren(el('div', { 'data-testid': 'primaryColumn' },
      el('div', {}, el('input', { 'data-testid': 'SearchBox_Search_Input', 'aria-label': 'Search' })), node,
      el('article', { 'data-testid': 'tweet' }, el('a', { href: '/someoneelse' }, 'Someone Else'))));
  };

  const SCREENS = {
    chat: (person) => chat(app, person),
    group: (person) => chat(app, person, { isGroup: true }),
    dm: (person) => legacy(app, person),
    share: (person) => share(app, person),
    'share-old': (person) => share(app, person, { old: true }),
    'share-note': (person) => share(app, person, { words: true }),
    reply: () => { go('/someoneelse/status/1'); app.replaceChildren(composer({ testid: 'tweetButton', reply: true, dialog: true })); },
    thread: () => { go('/compose/post'); app.replaceChildren(composer({ testid: 'tweetButton', posts: 2, dialog: true })); },
    inline: () => home(composer({ testid: 'tweetButtonInline' })),
  };

  const show = (conversation) => {
    const [screen, who] = (conversation || 'inline').split(':');
    return SCREENS[screen](PEOPLE[who] ?? PEOPLE.rani);
  };
  const all = (selector) => [...document.querySelectorAll(selector), ...(document.querySelector('[data-testid="xchatEmbedRoute"]')?.shadowRoot?.querySelectorAll(selector) ?? [])];
  page({
    show,
    breaks: {
      header: () => { history.replaceState(null, '', '/i/chat'); for (const each of all('[data-testid="dm-conversation-header"]')) each.remove(); },
      other: () => { for (const each of all('[data-testid="dm-conversation-header"] a')) each.setAttribute('href', '/jatiwibowo'); },
      ids: () => history.replaceState(null, '', '/messages'),
      area: () => { for (const each of all('textarea')) each.replaceWith(el('div', { 'data-testid': 'dm-composer-textarea', contenteditable: 'true' })); },
      send: () => { for (const each of all('[data-testid^="tweetButton"], [data-testid="dmComposerSendButton"]')) each.replaceWith(el('div', {}, '→')); },
    },
  });
  show('chat:rani');
})();
