// Composes of every layout, and what sending them does. `__sent` is the outside world.
window.__sent = [];
window.__errors = [];
window.addEventListener('error', (e) => window.__errors.push(e.message));
let ids = 0;
const composes = new Map();

window.openCompose = (given = {}) => {
  const options = { layout: 'docked', menu: 'B', to: [], cc: [], bcc: [], subject: '', body: '', sheets: [], ...given };
  ids += 1;
  const id = options.id ?? `c${ids}`;
  const compose = build(options, id);
  const chips = window.wireChips(compose, options.layout === 'classic');
  const state = { id, options, compose, chips, closed: false };
  composes.set(id, state);
  for (const field of ['to', 'cc', 'bcc']) for (const address of options[field]) chips.add(field, address);
  // A contact list or a sheet of mail merge is a chip that shows its name alone.
  for (const name of options.sheets) chips.addSheet(name);
  fillBody(compose, options);
  wireSend(state);
  return id;
};

// Suggested replies stand under a thread; one that is pressed opens a reply with its words, and sends nothing.
window.offerReply = (words, to) => {
  const chip = Object.assign(document.createElement('div'), { className: 'suggested', textContent: words });
  chip.setAttribute('role', 'button');
  window.googButton(chip, () => { chip.remove(); window.openCompose({ layout: 'inline', to: [to], subject: 'Re: News', body: words }); });
  document.getElementById('threads').append(chip);
};

function build({ layout, menu, confidential }, id) {
  const region = window.cloned('region');
  const part = (selector) => region.querySelector(selector);
  part('.rows').replaceWith(window.cloned(layout === 'classic' ? 'classic-rows' : 'field-rows'));
  part('form').append(window.cloned('hidden-inputs'));
  part('.I5').append(window.cloned('body-rows'), window.cloned('send-row'));
  part('.aoI').setAttribute('aria-label', 'New Message');
  part('[name="composeid"]').value = id;
  if (layout !== 'classic') part('.aoI').setAttribute('data-compose-id', id);
  const frame = layout === 'inline' ? inlineFrame() : layout === 'popout' ? popoutFrame() : dialogFrame();
  frame.inside.append(region);
  if (layout === 'inline') frame.inside.querySelector('[name="rm"]').value = '#msg-f:1';
  if (layout === 'inline') frame.inside.querySelector('.archive-slot').replaceWith(window.cloned('archive-button'));
  // Confidential mode adds a bar over the buttons; they stay what they are.
  if (confidential) frame.inside.querySelector('.files').append('Content expires in a week.');
  frame.inside.dataset.menu = menu;
  if (layout === 'fullscreen') document.getElementById('full').append(frame.outer.querySelector('.Hd') ?? frame.outer);
  return frame.inside.closest('[role="dialog"]') ?? frame.inside;
}

function dialogFrame() {
  const outer = window.cloned('dialog').firstElementChild;
  document.getElementById('dock').append(outer);
  return { outer, inside: outer.querySelector('.M9') };
}
function inlineFrame() {
  const inside = nested(document.getElementById('threads'), ['gA gt acV', 'gB xu', 'ip iq adB', '', 'M9 AO-like']);
  return { outer: inside, inside };
}
function popoutFrame() {
  document.body.classList.add('xE', 'xp');
  const inside = nested(document.getElementById('threads'), ['', 'aaZ', 'M9']);
  return { outer: inside, inside };
}
function nested(parent, classes) {
  return classes.reduce((at, name) => {
    const div = document.createElement('div');
    div.className = name;
    at.append(div);
    return div;
  }, parent);
}

function fillBody(compose, { subject, body, plain, quoted, files = [] }) {
  compose.querySelector('[name="subjectbox"]').value = subject;
  compose.querySelector('[name="ishtml"]').value = plain ? '0' : '1';
  const area = compose.querySelector('textarea.Ak');
  const rich = compose.querySelector('.editable');
  area.closest('.As').style.display = plain ? '' : 'none';
  rich.closest('.Au').style.display = plain ? 'none' : '';
  if (plain) area.value = body;
  else rich.replaceChildren(...body.split('\n').map((line) => Object.assign(document.createElement('div'), { textContent: line })));
  if (quoted) rich.append(Object.assign(document.createElement('blockquote'), { className: 'gmail_quote', textContent: quoted }));
  for (const name of files) {
    const row = nested(compose.querySelector('.files'), ['dL', 'dO']);
    row.append(Object.assign(document.createElement('div'), { className: 'vI', textContent: name }));
    row.append(Object.assign(document.createElement('div'), { className: 'vJ', textContent: '(120K)' }));
  }
}

function wireSend(state) {
  const { compose } = state;
  const menu = compose.querySelector('[data-menu]')?.dataset.menu ?? compose.dataset.menu;
  window.googButton(compose.querySelector('.dC > [role="button"]:not(.hG)'), (how) => send(state, how));
  const archive = compose.querySelector('.Uo');
  if (archive) window.googButton(archive, (how) => send(state, `archive ${how}`));
  window.wireMenu(compose, menu, () => leave(state, 'scheduled'));
  window.googButton(compose.querySelector('.oh'), () => close(state));
  compose.querySelector('form').addEventListener('submit', (e) => { e.preventDefault(); send(state, 'submit'); });
  // The first save gives the draft its id, in the middle of writing.
  compose.addEventListener('input', () => { compose.querySelector('[name="draft"]').value ||= `#msg-a:r-${state.id}`; });
}

// Ctrl+Enter in a compose; away from any, it reaches the one that is open.
document.addEventListener('keydown', (e) => {
  if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
  const open = [...composes.values()].filter((s) => !s.closed);
  const state = open.find((s) => s.compose.contains(e.target)) ?? (open.length === 1 ? open[0] : undefined);
  if (!state) return;
  e.preventDefault();
  send(state, 'ctrl-enter');
});

function send(state, how) {
  if (state.closed) return;
  for (const field of ['to', 'cc', 'bcc']) state.chips.commit(field);
  const message = read(state, how);
  const all = [...message.to, ...message.cc, ...message.bcc];
  if (all.length === 0) return alertBox('Please specify at least one recipient.');
  if (state.options.sheets.length === 0 && all.some((address) => !address.includes('@'))) return alertBox('That address was not recognised.');
  // Mail merge asks before it writes to everybody in the sheet (its dialog is inferred: a role and two buttons).
  if (state.options.sheets.length > 0) return askBox('Send all', () => leave(state, `${how}, all`));
  if (message.subject === '' && !window.confirm('Send this message without a subject?')) return;
  leave(state, how);
}

function read({ compose, chips, options, id }, how) {
  const text = options.plain ? compose.querySelector('textarea.Ak').value : compose.querySelector('.editable').innerText;
  return { id, how, to: chips.all('to'), cc: chips.all('cc'), bcc: chips.all('bcc'), subject: compose.querySelector('[name="subjectbox"]').value, text };
}

function leave(state, how) {
  if (state.closed) return;
  const message = read(state, how);
  window.__sent.push(message);
  close(state);
  const bar = window.cloned('snackbar').firstElementChild;
  bar.querySelector('#link_undo').addEventListener('click', () => {
    bar.remove();
    window.__undone = (window.__undone ?? 0) + 1;
    window.openCompose({ ...state.options, ...message, body: message.text, id: state.id });
  });
  document.getElementById('snack').replaceChildren(bar);
}

function close(state) {
  state.closed = true;
  composes.delete(state.id);
  (state.compose.closest('.nn') ?? state.compose).remove();
}

function askBox(words, act) {
  const box = document.createElement('div');
  box.setAttribute('role', 'dialog');
  box.className = 'schedule';
  const button = (label, press) => Object.assign(document.createElement('button'), { textContent: label, type: 'button', onclick: () => { box.remove(); press(); } });
  box.append(button(words, act), button('Cancel', () => {}));
  document.body.append(box);
}

function alertBox(words) {
  const box = document.createElement('div');
  box.setAttribute('role', 'alertdialog');
  const button = Object.assign(document.createElement('button'), { textContent: 'OK' });
  button.addEventListener('click', () => box.remove());
  box.append(words, button);
  document.body.append(box);
}
