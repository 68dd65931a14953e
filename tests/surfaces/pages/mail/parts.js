// What the four letters have in common: people, chips, Send.
window.mail = { sites: {}, el: window.kit.el };

const ANA = { address: 'ana@harian.example', name: 'Ana Lestari' };
const BUDI = { address: 'budi@kabar.example', name: 'Budi Santoso' };
mail.letters = {
  clean: { to: [ANA], cc: [BUDI] },
  stopped: { bcc: [{ address: 'sari@tabloid.example', name: 'Sari Puspita' }] },
  // Nobody has a name: a row that shows names shows their addresses.
  bare: { to: [{ address: ANA.address }], cc: [{ address: BUDI.address }] },
  bareStopped: { bcc: [{ address: 'sari@tabloid.example' }] },
  group: { to: [ANA], cc: [{ name: 'Semua wartawan', group: true }] },
  nameless: { to: [ANA, { name: 'Rahmat Hidayat' }] },
  seven: { to: ['harian', 'kabar', 'warta', 'suara', 'lintas', 'pos', 'media'].map((o) => ({ address: `redaksi@${o}.example`, name: `Redaksi ${o}` })) },
};

/** People as chips in front of what is typed; text becomes a chip at Enter, comma or blur. */
mail.field = ({ holder, input, chip, text = () => input.value, clear = () => { input.value = ''; } }) => {
  const chips = [];
  const add = (person) => {
    const entry = { person };
    entry.node = chip(person, () => { chips.splice(chips.indexOf(entry), 1); entry.node.remove(); });
    chips.push(entry);
    if (holder === input) holder.insertBefore(entry.node, [...holder.childNodes].find((n) => n.nodeType === 3) ?? null);
    else holder.insertBefore(entry.node, [...holder.children].find((c) => c === input || c.contains(input)) ?? null);
  };
  const commit = () => {
    const typed = text().split(/[,;]/).map((part) => part.trim()).filter(Boolean);
    clear();
    for (const address of typed) if (!chips.some((c) => c.person.address === address)) add({ address });
  };
  input.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) { e.preventDefault(); commit(); }
    if (e.key === 'Backspace' && text() === '' && chips.length > 0) { const last = chips.pop(); last.node.remove(); }
  });
  input.addEventListener('input', () => { if (/[,;]\s*$/.test(text())) commit(); });
  input.addEventListener('blur', commit);
  return { add, commit, all: () => chips.map(({ person }) => person.address ?? person.name), people: () => chips.map(({ person }) => person) };
};

/** Acts as the letter's own controls say; `close` takes it away once it has left. */
mail.sender = ({ fields, text, close }) => {
  let gone = false;
  const leave = (how) => {
    if (gone) return;
    gone = true;
    const [to, cc, bcc] = ['to', 'cc', 'bcc'].map((name) => fields[name]?.all() ?? []);
    window.kit.send([...to, ...cc, ...bcc], text().trim(), how);
    site.bcc = bcc;
    close();
  };
  return (how) => {
    if (gone) return;
    for (const field of Object.values(fields)) field.commit();
    if (Object.values(fields).every((field) => field.all().length === 0)) return;
    if (site.asks) mail.ask(['Send anyway', 'Don’t send'], (label) => label === 'Send anyway' && leave(`${how}, anyway`));
    else leave(how);
  };
};

/** A question of the page's own, in a dialog under <body>. */
mail.ask = (labels, answer) => {
  const dialog = mail.el('div', { role: 'dialog', class: 'question', 'aria-modal': 'true' });
  dialog.append(...labels.map((label) => mail.el('button', { type: 'button', onclick: () => { dialog.remove(); answer(label); } }, label)));
  document.body.append(dialog);
};

/** Takes what one site builds; each letter starts anew, with no menu or question left over. */
mail.start = (build) => {
  const breaks = {};
  const show = (name) => {
    site.asks = false;
    for (const each of document.querySelectorAll('[role="menu"], .menu, [role="dialog"], .DwtDialog')) each.remove();
    const app = document.getElementById('app');
    app.replaceChildren();
    Object.assign(breaks, build(app, { to: [], cc: [], bcc: [], ...mail.letters[name || 'clean'] }));
  };
  window.kit.page({ show, breaks });
  show('clean');
};
