// After Roundcube 1.6.5 with the skin elastic, which `tests/real` drives (T): fields, chips, Send and its clone for narrow
// windows, the form, the "No subject" dialog. The real client is the proof; this page runs without one, in both browsers.
const { el, send, page } = window.kit;
const PEOPLE = { ayu: 'Ayu Pertiwi <ayu@harian.example>', hana: 'Hana Pratiwi <hana@mundur.example>' };
const files = [];

function field(name, label, value) {
  const area = el('textarea', { id: `_${name}`, name: `_${name}`, class: 'hidden-area', tabindex: '-1', 'aria-label': label });
  const input = el('input', { type: 'text', 'aria-label': `${label}: new recipient` });
  const chips = el('ul', { class: 'form-control recipient-input' }, el('li', { class: 'input' }, input));
  // The skin: text becomes a chip at Enter, comma and blur; a change of the hidden field builds them anew.
  const show = () => {
    chips.querySelectorAll('li.recipient').forEach((each) => each.remove());
    const all = area.value.split(',').map((each) => each.trim()).filter(Boolean);
    all.forEach((each) => chips.insertBefore(el('li', { class: 'recipient', 'data-address': each }, el('span', { class: 'name' }, each), el('a', { class: 'button icon remove' })), chips.lastChild));
  };
  const commit = () => {
    if (input.value.trim() === '') return;
    area.value = [area.value, input.value.replace(/,\s*$/, '')].filter(Boolean).join(', ');
    input.value = '';
    show();
  };
  input.addEventListener('blur', commit);
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); commit(); } });
  area.addEventListener('change', show);
  area.value = value;
  show();
  return el('div', { class: `form-group${value === '' && name !== 'to' ? ' hidden' : ''}`, id: `compose_${name}` }, el('label', { for: `_${name}` }, label), el('div', {}, area, chips));
}

function dialog(confirm) {
  const subject = el('input', { type: 'text', 'data-submit': 'true' });
  const box = el('div', { class: 'ui-dialog warning', role: 'dialog' }, el('div', { class: 'prompt' }, 'The subject field is empty.', subject),
    el('div', { class: 'ui-dialog-buttonset' },
      el('button', { type: 'button', class: 'mainaction send', onclick: () => { box.remove(); confirm(subject.value); } }, 'Send Message'),
      el('button', { type: 'button', class: 'cancel', onclick: () => box.remove() }, 'Cancel')));
  document.body.append(box);
  subject.focus();
}

function show(conversation) {
  const [who, subject = 'Undangan'] = conversation.split(' ');
  document.querySelectorAll('.ui-dialog').forEach((each) => each.remove());
  const to = PEOPLE[who] ?? PEOPLE.ayu;
  const $ = (selector) => document.querySelector(selector);
  const leave = (how) => {
    const input = $('#compose-subject');
    if ($('#composebody').value.trim() === '') return;
    if (input.value === '') return dialog((given) => { input.value = given || '(no subject)'; leave('dialog'); });
    send(['to', 'cc', 'bcc'].flatMap((name) => $(`#_${name}`).value.split(',').map((each) => each.trim()).filter(Boolean)), $('#composebody').value, how);
    $('#composebody').value = '';
  };
  window.rcmail = { command: () => { leave('button'); return false; } };
  const button = el('button', { type: 'button', id: 'rcmbtn111', class: 'btn btn-primary send', onclick: "return rcmail.command('send','',this,event)" }, 'Send');
  $('#app').replaceChildren(
    el('div', { id: 'layout-content' },
      el('div', { class: 'header' }, el('a', { id: 'rcmbtn111-clone', class: 'send hidden', role: 'button', href: '#' }, 'Send')),
      el('div', { id: 'compose-content', class: 'formcontent' }, el('form', { name: 'form', onsubmit: (event) => event.preventDefault() },
        el('input', { type: 'hidden', name: '_id', value: '6b1' }), el('input', { type: 'hidden', name: '_draft' }),
        el('div', { id: 'compose_from', class: 'form-group' }, el('label', { for: '_from' }, 'From'), el('select', { id: '_from', name: '_from' }, el('option', { value: '1' }, 'Rina <rina@humas.example>'))),
        field('to', 'To', to), field('cc', 'Cc', ''), field('bcc', 'Bcc', ''),
        el('div', { id: 'compose_subject', class: 'form-group' }, el('label', { for: 'compose-subject' }, 'Subject'), el('input', { id: 'compose-subject', name: '_subject', value: subject === 'tanpa' ? '' : subject })),
        el('textarea', { id: 'composebody', name: '_message', rows: '8' })),
        el('div', { class: 'formbuttons' }, button))),
    el('div', { id: 'layout-sidebar' }, el('button', { type: 'button', id: 'attach', onclick: () => $('#attachment-list').append(el('li', { id: 'rcmfile1' }, el('a', { class: 'filename' }, el('span', { class: 'attachment-name' }, 'lampiran.csv')))) }, 'Attach'), el('ul', { id: 'attachment-list', class: 'attachmentslist' })));
}
page({
  show,
  breaks: {
    to: () => document.querySelectorAll('#_to, #compose_to').forEach((each) => each.remove()),
    send: () => { document.querySelectorAll('#rcmbtn111-clone').forEach((each) => each.remove()); document.querySelector('#rcmbtn111').className = 'btn'; },
    files: () => document.querySelector('#attachment-list').remove(),
    subject: () => document.querySelector('#compose-subject').remove(),
  },
});
show('ayu');
