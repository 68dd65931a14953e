// Recipients: text becomes a chip at Enter, comma or blur; a chip goes by its cross, Delete or Backspace.
window.wireChips = (compose, classic) => {
  const holder = (field) => compose.querySelector(classic ? `[data-field="${field}"]` : `div[name="${field}"]`);
  const input = (field) => holder(field).querySelector('input[peoplekit-id], textarea');
  const list = (field) => (classic ? holder(field) : holder(field).querySelector('[role="listbox"] > div > div'));
  const chipsOf = (field) => [...list(field).querySelectorAll('.afV, .vR')];
  const addressOf = (chip) => chip.getAttribute('data-hovercard-id') ?? chip.querySelector('[email]')?.getAttribute('email') ?? chip.getAttribute('data-name');

  const add = (field, address, name) => {
    if (chipsOf(field).some((chip) => addressOf(chip) === address)) return;
    const chip = document.createElement('div');
    const cross = document.createElement('div');
    if (classic) {
      chip.className = 'vR';
      const span = document.createElement('span');
      span.className = 'vN bfK a3q';
      span.setAttribute('email', address);
      cross.className = 'vM';
      const label = document.createElement('div');
      label.className = 'vT';
      label.textContent = name ?? address;
      span.append(label, cross);
      const mirror = document.createElement('input');
      Object.assign(mirror, { type: 'hidden', name: field, value: name ? `${name} <${address}>` : address });
      chip.append(span, mirror);
      holder(field).insertBefore(chip, input(field));
    } else {
      chip.className = 'afV';
      chip.setAttribute('role', 'option');
      chip.setAttribute('data-hovercard-id', address);
      chip.setAttribute('data-name', name ?? '');
      cross.className = 'afX';
      chip.append(name ?? address, cross);
      list(field).append(chip);
    }
    chip.tabIndex = -1;
    window.googButton(cross, () => chip.remove());
    chip.addEventListener('keydown', (e) => { if (e.key === 'Delete' || e.key === 'Backspace') chip.remove(); });
  };
  const commit = (field) => {
    for (const part of input(field).value.split(/[,;]/).map((p) => p.trim()).filter(Boolean)) add(field, part);
    input(field).value = '';
  };
  const show = (field) => { (classic ? holder(field).closest('tr') : holder(field)).style.display = ''; };
  for (const field of ['to', 'cc', 'bcc']) {
    const box = input(field);
    box.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) { e.preventDefault(); commit(field); } });
    box.addEventListener('input', () => { if (box.value.endsWith(',')) commit(field); });
    box.addEventListener('blur', () => commit(field));
  }
  window.googButton(compose.querySelector('.pE'), () => { show('cc'); input('cc').focus(); });
  window.googButton(compose.querySelector('.pB'), () => { show('bcc'); input('bcc').focus(); });

  // While the text has the focus, one row stands for all fields; pressing it opens them again.
  const row = compose.querySelector('.aoD.hl');
  const fields = compose.querySelector('.fX');
  const collapse = () => {
    if (classic) return;
    const all = ['to', 'cc', 'bcc'].flatMap(chipsOf);
    if (all.length === 0) return;
    row.firstElementChild.replaceChildren(...all.map((chip) => {
      const span = document.createElement('span');
      span.setAttribute('email', addressOf(chip));
      span.setAttribute('data-hovercard-id', addressOf(chip));
      span.textContent = chip.getAttribute('data-name') || addressOf(chip);
      return span;
    }));
    row.style.display = '';
    fields.style.display = 'none';
  };
  const expand = () => { row.style.display = 'none'; fields.style.display = ''; };
  compose.querySelector('.editable').addEventListener('focus', collapse);
  row.addEventListener('mouseup', expand);
  row.addEventListener('focus', expand);
  const all = (field) => chipsOf(field).map(addressOf);
  const addSheet = (name) => {
    const chip = document.createElement('div');
    chip.className = 'afV';
    chip.setAttribute('role', 'option');
    chip.setAttribute('data-name', name);
    chip.append(name);
    list('to').append(chip);
  };
  return { addSheet, add: (field, address, name) => { show(field); add(field, address, name); }, show, commit, all };
};
