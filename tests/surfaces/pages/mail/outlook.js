// Outlook on the web. Facts: field groups and their id suffixes, chips with the address in their label, the button's id part
// (public live reports of 2026-09-26 and 2026-10-07); test ids, title and class of Send, attachment cards (public code of
// 2026). The menu, its items and the dialogs have no public marks: Fluent's roles stand for them.
mail.sites['outlook.live.com'] = (app, letter) => {
  const { el } = mail;
  const id = Math.random().toString(16).slice(2, 8);
  const ownText = (well) => [...well.childNodes].filter((n) => n.nodeType === 3);
  const well = (name, label) => {
    const input = el('div', { 'aria-label': label, contenteditable: 'true', role: 'textbox' });
    const group = el('div', { role: 'group', id: `MSG_${id}_${name.toUpperCase()}` }, input);
    const field = mail.field({
      holder: input,
      input,
      chip: chipOf,
      text: () => ownText(input).map((n) => n.data).join('').replaceAll('\u200b', ''),
      clear: () => { for (const n of ownText(input)) n.remove(); },
    });
    for (const person of letter[name]) field.add(person);
    return { group, field };
  };
  const chipOf = (person, remove) => {
    const cross = el('button', { type: 'button', tabindex: '-1', 'aria-label': `Remove ${person.name ?? person.address}`, onclick: remove }, '×');
    const label = person.address ?? person.name;
    return el('span', { class: 'chip _Entity _EType_RECIPIENT_ENTITY _EReadonly_1', contenteditable: 'false', 'aria-label': label }, el('span', { class: 'textContainer-390' }, person.name ?? person.address), ...(person.group ? [el('button', { type: 'button', tabindex: '-1', 'aria-label': 'Expand' }, '+')] : []), cross);
  };
  const wells = { to: well('to', 'To'), cc: well('cc', 'Cc'), bcc: well('bcc', 'Bcc') };
  if (letter.bcc.length === 0) wells.bcc.group.hidden = true;
  const showBcc = el('button', { type: 'button', 'aria-label': 'Show Bcc', class: 'show-bcc', onclick: () => { wells.bcc.group.hidden = false; wells.bcc.group.firstChild.focus(); } }, 'Bcc');
  const subject = el('input', { id: `MSG_${id}_SUBJECT`, 'aria-label': 'Subject', placeholder: 'Add a subject' });
  const editor = el('div', { class: 'body', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Message body', contenteditable: 'true' });
  const files = el('div', { class: 'files' });
  const root = el('div', { 'data-app-section': 'MailReadCompose' });
  const fields = Object.fromEntries(Object.entries(wells).map(([name, { field }]) => [name, field]));
  const send = mail.sender({ fields, text: () => editor.innerText, close: () => root.remove() });

  const primary = el('button', { type: 'button', id: `splitButton-${id}__primaryActionButton`, class: 'fui-Button fui-SplitButton__primaryActionButton', 'aria-label': 'Send', title: 'Send (Ctrl+Enter)', onclick: () => send('button') }, 'Send');
  const chevron = el('button', { type: 'button', id: `splitButton-${id}__menuButton`, class: 'fui-Button fui-SplitButton__menuButton', 'aria-label': 'More send options', 'aria-haspopup': 'menu', onclick: () => openMenu() }, '▾');
  const presets = () => mail.ask(['Tomorrow morning', 'Cancel'], (label) => label !== 'Cancel' && send('scheduled'));
  const openMenu = () => {
    const menu = el('div', { role: 'menu' });
    const item = (label, act) => el('div', { role: 'menuitem', tabindex: '0', class: label === 'Schedule send' ? 'later' : 'now', onclick: () => { menu.remove(); act(); }, onkeydown: (e) => { if (e.key === 'Enter') { menu.remove(); act(); } } }, label);
    menu.append(item('Send', () => send('menu')), item('Schedule send', presets));
    document.body.append(menu);
    menu.lastElementChild.focus();
  };
  root.addEventListener('keydown', (e) => { if ((e.key === 'Enter' && (e.ctrlKey || e.metaKey)) || (e.altKey && e.code === 'KeyS')) { e.preventDefault(); send('keys'); } });
  const discard = el('button', { type: 'button', id: 'discardCompose', 'aria-label': 'Discard', onclick: () => mail.ask(['Discard', 'Keep'], (label) => label === 'Discard' && root.remove()) }, 'Discard');
  const split = el('div', { 'data-testid': 'ComposeSendButton', class: 'fui-SplitButton' }, primary, chevron);
  const parent = el('div', { id: `editorParent_${id}` }, editor);
  root.append(el('div', { role: 'toolbar' }, split, discard), ...Object.values(wells).map(({ group }) => group), showBcc, subject, files, parent);
  app.append(el('div', { role: 'main', id: 'ReadingPaneContainerId' }, root));
  site.attach = (name) => files.append(el('div', { 'data-testid': 'AttachmentCard', 'aria-label': `Attachment: ${name}` }, name));
  site.offer = () => app.append(el('button', { type: 'button', class: 'suggested', onclick: (e) => { editor.textContent = e.target.textContent; editor.focus(); } }, 'Dear [name], thank you.'));
  return {
    send: () => { split.removeAttribute('data-testid'); split.className = ''; primary.className = ''; primary.removeAttribute('title'); },
    recipients: () => { for (const { group } of Object.values(wells)) { group.removeAttribute('id'); group.removeAttribute('role'); group.firstChild.removeAttribute('aria-label'); } },
    body: () => { parent.removeAttribute('id'); editor.removeAttribute('role'); },
    subject: () => { subject.removeAttribute('id'); subject.removeAttribute('aria-label'); subject.removeAttribute('placeholder'); },
  };
};
for (const host of ['outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft']) mail.sites[host] = mail.sites['outlook.live.com'];
