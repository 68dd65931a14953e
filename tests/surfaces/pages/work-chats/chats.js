// Chats of the office: each file names its host, its chats, and how the box of the site is built. The shapes follow public
// facts only (surfaces.md §3.15 and the sources named in each file); the engines behind the boxes are not the sites' own.
window.offices = {};

/** office(host, { chats: { name: { path, key, … } }, build(chat, leave) → { nodes, editor, send }, breaks }) */
window.office = (host, { chats, build, breaks = {} }) => {
  const { read, empty, send, onEnter, go, page } = window.kit;
  window.offices[host] = () => {
    let shown;
    const show = (name) => {
      const chat = chats[name] ?? Object.values(chats)[0];
      go(chat.path);
      const leave = (how) => {
        const text = read(shown.editor);
        if (text === '') return;
        send(shown.to?.() ?? chat.key, text, how);
        empty(shown.editor);
      };
      shown = build(chat, leave);
      onEnter(shown.editor, leave);
      document.querySelector('#app').replaceChildren(...shown.nodes);
    };
    page({
      show,
      breaks: {
        address: () => go('/elsewhere'),
        send: () => shown.send.remove(),
        ...Object.fromEntries(Object.entries(breaks).map(([part, run]) => [part, () => run(shown)])),
      },
    });
    show();
  };
};
