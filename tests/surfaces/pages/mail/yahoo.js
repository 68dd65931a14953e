// Yahoo Mail. Facts: test ids of pills, fields, text, subject and Send, ids of the inputs (public code without a date, the
// weakest of all webmails here). No send menu and no schedule were ever seen in a public source.
mail.sites['mail.yahoo.com'] = (app, letter) => {
  const { el } = mail;
  const row = (name) => {
    const input = el('input', { id: `message-${name}-field`, class: `input-${name}`, type: 'text', role: 'combobox' });
    const list = el('ul', { class: 'pill-list' }, el('li', { class: 'pill-container' }, input));
    const field = mail.field({ holder: list, input, chip: pillOf });
    for (const person of letter[name]) field.add(person);
    return { container: el('div', { 'data-test-id': `container-${name}` }, list), field };
  };
  const pillOf = (person) => el('li', { class: 'chip' }, el('div', { 'data-test-id': 'pill', ...(person.address && { title: person.address }) }, el('span', {}, el('span', {}, person.name ?? person.address))));
  const rows = { to: row('to'), cc: row('cc'), bcc: row('bcc') };
  const fields = Object.fromEntries(Object.entries(rows).map(([name, { field }]) => [name, field]));
  const subject = el('input', { 'data-test-id': 'compose-subject', id: 'message-subject-field' });
  const editor = el('div', { class: 'body', role: 'textbox', 'aria-label': 'Message body', contenteditable: 'true' });
  const rte = el('div', { 'data-test-id': 'rte' }, editor);
  const root = el('div', {});
  const send = mail.sender({ fields, text: () => editor.innerText, close: () => root.remove() });
  const button = el('button', { type: 'button', 'data-test-id': 'compose-send-button', title: 'Send this email', onclick: () => send('button') }, 'Send');
  root.addEventListener('keydown', (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); send('keys'); } });
  root.append(el('div', { class: 'compose-header' }, ...Object.values(rows).map(({ container }) => container), subject), el('div', { id: 'editor-container' }, rte), el('div', {}, button));
  app.append(root);
  return {
    send: () => button.removeAttribute('title'),
    recipients: () => { for (const { container } of Object.values(rows)) { container.removeAttribute('data-test-id'); container.querySelector('input').removeAttribute('id'); for (const each of container.querySelectorAll('[data-test-id]')) each.removeAttribute('data-test-id'); } },
    body: () => { rte.removeAttribute('data-test-id'); rte.parentElement.removeAttribute('id'); },
    subject: () => { subject.removeAttribute('data-test-id'); subject.removeAttribute('id'); },
  };
};
mail.sites['mail.aol.com'] = mail.sites['mail.yahoo.com'];
