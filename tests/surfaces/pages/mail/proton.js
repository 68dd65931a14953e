// Proton Mail. Facts: test ids and class tokens of its own public source (ProtonMail/WebClients): fields, chips and the cross
// that names its address, the row that stands for all fields while the text has the focus, the frame of the text, Send and
// its menu. Keys pressed in the frame stay there.
mail.sites['mail.proton.me'] = (app, letter) => {
  const { el } = mail;
  const row = (name, testId) => {
    const input = el('input', { 'data-testid': testId, type: 'text', title: 'Email address' });
    const list = el('div', {}, el('div', { class: 'composer-addresses-input-container' }, input));
    const field = mail.field({ holder: list, input, chip: chipOf });
    for (const person of letter[name]) field.add(person);
    return { element: el('div', { class: 'composer-addresses-container' }, list), field, input };
  };
  const labelOf = ({ name, address }) => name ?? address;
  const chipOf = (person, remove) => {
    const text = person.group ? `${person.name} (12 members)` : person.name && person.address ? `${person.name} <${person.address}>` : labelOf(person);
    const cross = person.group ? [] : [el('button', { type: 'button', 'data-testid': `remove-address-button-${person.address ?? person.name}`, onclick: remove }, 'Remove')];
    return el('div', { class: 'chip composer-addresses-item', ...(!person.group && { 'data-testid': 'composer-addresses-item' }) }, el('span', { 'data-testid': 'composer-addresses-item-label' }, text), ...cross);
  };
  const rows = { to: row('to', 'composer:to'), cc: row('cc', 'composer:to-cc'), bcc: row('bcc', 'composer:to-bcc') };
  const fields = Object.fromEntries(Object.entries(rows).map(([name, { field }]) => [name, field]));
  const open = el('div', {}, ...Object.values(rows).map(({ element }) => element));
  const inner = el('span', { class: 'composer-addresses-fakefield-inner', role: 'button', tabindex: '0' });
  const folded = el('div', { class: 'composer-addresses-fakefield', 'data-testid': 'composer:address' }, inner);
  const addresses = el('div', {}, open);
  const fold = () => {
    for (const field of Object.values(fields)) field.commit();
    inner.replaceChildren(...['to', 'cc', 'bcc'].flatMap((name) => {
      const people = fields[name].people();
      const head = name === 'to' || people.length === 0 ? [] : [el('span', { class: 'color-primary', title: name === 'cc' ? 'Carbon Copy' : 'Blind Carbon Copy' }, `${name.toUpperCase()}:`)];
      return [...head, ...people.map((person, at) => el('span', {}, el('span', {}, el('span', { class: 'composer-addresses-addressIcon' }), el('span', { class: 'text-ellipsis' }, labelOf(person))), at < people.length - 1 ? ',' : ''))];
    }));
    addresses.replaceChildren(folded);
  };
  const unfold = () => { if (!open.isConnected) { addresses.replaceChildren(open); rows.to.input.focus(); } };
  inner.addEventListener('click', unfold);
  inner.addEventListener('focus', unfold);

  const subject = el('input', { 'data-testid': 'composer:subject', placeholder: 'Subject' });
  const frame = el('iframe', { 'data-testid': 'rooster-iframe', title: 'Email composer' });
  let editor;
  const fill = () => {
    const { contentDocument } = frame;
    if (contentDocument.getElementById('rooster-editor')) return;
    editor = contentDocument.createElement('div');
    editor.id = 'rooster-editor';
    editor.setAttribute('contenteditable', 'true');
    contentDocument.body.replaceChildren(editor);
    editor.addEventListener('focus', fold);
    editor.addEventListener('keydown', keys);
  };
  frame.addEventListener('load', fill);
  const root = el('div', { class: 'composer', 'data-testid': 'composer-0' });
  const send = mail.sender({ fields, text: () => editor.innerText, close: () => root.remove() });
  const keys = (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); send('keys'); } };
  root.addEventListener('keydown', keys);
  const button = el('button', { type: 'button', class: 'composer-send-button', 'data-testid': 'composer:send-button', onclick: () => send('button') }, 'Send');
  const presets = () => {
    const menu = el('div', { class: 'menu' });
    const preset = (label, testId) => el('button', { type: 'button', 'data-testid': `composer:schedule-send:${testId}`, onclick: () => { menu.remove(); send(`scheduled ${testId}`); } }, label);
    menu.append(preset('Tomorrow', 'tomorrow'), preset('Monday', 'next-monday'));
    document.body.append(menu);
  };
  const dropdown = el('button', { type: 'button', 'data-testid': 'composer:scheduled-send:open-dropdown', onclick: presets }, '▾');
  const from = el('button', { type: 'button', 'data-testid': 'composer:from' }, 'rina@humas.example');
  const files = el('div', {});
  site.attach = (name) => files.append(el('div', { 'data-testid': 'attachment-item', title: `${name} 12 KB` }, name, el('button', { type: 'button', 'data-testid': `attachment-remove-${name}` }, '×')));
  const footer = el('footer', { 'data-testid': 'composer:footer' }, button, dropdown);
  root.append(from, addresses, subject, frame, files, footer);
  app.append(root);
  fill();
  return {
    send: () => button.removeAttribute('class'),
    recipients: () => { unfold(); inner.className = ''; folded.removeAttribute('data-testid'); folded.className = ''; for (const each of open.querySelectorAll('[data-testid]')) each.removeAttribute('data-testid'); },
    body: () => { frame.removeAttribute('data-testid'); editor.removeAttribute('id'); },
    subject: () => { subject.removeAttribute('data-testid'); subject.removeAttribute('placeholder'); },
  };
};
