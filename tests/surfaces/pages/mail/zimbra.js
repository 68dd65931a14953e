// Zimbra Classic. Facts: ids of its own public source (Zimbra/zm-web-client 518cc8b4): the view and its controls, the toolbar
// that stands beside it under the shell, bubbles, the editor's frame, the quick reply. Buttons act at mouse up.
mail.sites.zimbra = (app, letter) => {
  const { el } = mail;
  const n = 1 + (mail.views = (mail.views ?? 0) + 1);
  const id = (part) => `zv__COMPOSE-${n}_${part}`;
  const press = (element, act) => {
    let down = false;
    element.addEventListener('mousedown', () => { down = true; });
    element.addEventListener('mouseup', () => { if (down) { down = false; act(); } });
    element.addEventListener('keydown', (e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); act(); } });
    return element;
  };
  const row = (name) => {
    const input = el('input', { id: id(`${name}_control`), type: 'text' });
    const cell = el('div', { id: id(`${name}_cell`), class: 'addrBubbleContainer' }, input);
    const field = mail.field({ holder: cell, input, chip: bubbleOf });
    for (const person of letter[name]) field.add(person);
    return { element: el('div', { id: id(`${name}_row`) }, cell), field };
  };
  const bubbleOf = (person, remove) => el('span', { class: 'chip addrBubble' }, el('span', {}, person.address && person.name ? `"${person.name}" <${person.address}>` : (person.address ?? person.name)), ...(person.group ? [el('span', { class: 'ImgBubbleExpand' }, '+')] : []), el('span', { class: 'ImgBubbleDelete', onclick: remove }, '×'));
  const rows = { to: row('to'), cc: row('cc'), bcc: row('bcc') };
  const fields = Object.fromEntries(Object.entries(rows).map(([name, { field }]) => [name, field]));
  const subject = el('input', { id: id('subject_control'), type: 'text' });
  const frame = el('iframe', { id: `ZmHtmlEditor${n}_body_ifr` });
  let editor;
  const fill = () => {
    const { body } = frame.contentDocument;
    if (editor === body) return;
    editor = body;
    Object.assign(body, { id: 'tinymce', contentEditable: 'true' });
    body.addEventListener('keydown', keys);
  };
  frame.addEventListener('load', fill);
  const view = el('div', { id: `zv__COMPOSE-${n}`, class: 'ZmComposeView' });
  const toolbar = el('div', { id: `ztb__COMPOSE-${n}`, class: 'ZToolbar' });
  const send = mail.sender({ fields, text: () => editor.innerText, close: () => { view.remove(); toolbar.remove(); } });
  const keys = (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); send('keys'); } };
  view.addEventListener('keydown', keys);
  const button = press(el('div', { id: `zb__COMPOSE-${n}__SEND`, class: 'ZButton', tabindex: '0' }, el('span', { id: `zb__COMPOSE-${n}__SEND_title` }, 'Send')), () => send('button'));
  const later = () => {
    const ok = el('div', { class: 'ZButton', id: 'OK_1' }, 'OK');
    const dialog = el('div', { class: 'DwtDialog' }, el('input', { value: '2026-11-24' }), ok);
    press(ok, () => { dialog.remove(); send('later'); });
    document.body.append(dialog);
  };
  const openMenu = () => {
    const item = el('div', { id: `zmi__COMPOSE-${n}__SEND_LATER`, class: 'ZButton' }, 'Send later');
    const menu = el('div', { class: 'menu' }, item);
    press(item, () => { menu.remove(); later(); });
    document.body.append(menu);
  };
  const arrow = press(el('div', { id: `zb__COMPOSE-${n}__SEND_MENU_dropdown`, class: 'ZButton' }, '▾'), openMenu);
  toolbar.append(button, arrow);
  const files = el('span', { id: id('attachments_div') });
  site.attach = (name) => files.append(el('div', { class: 'attBubbleContainer' }, el('span', { class: 'attBubble' }, name, el('span', {}, ' (12 KB)'))));
  view.append(...Object.values(rows).map(({ element }) => element), subject, files, el('div', { id: `ZmHtmlEditor${n}` }, frame));
  app.append(el('div', { id: 'z_shell' }, toolbar, view));
  fill();
  return {
    send: () => button.firstChild.removeAttribute('id'),
    recipients: () => { for (const each of view.querySelectorAll('[id$="_control"]')) if (each !== subject) { each.removeAttribute('id'); each.parentElement.removeAttribute('id'); } for (const each of view.querySelectorAll('.addrBubble')) each.className = ''; },
    body: () => frame.remove(),
    subject: () => subject.removeAttribute('id'),
  };
};
