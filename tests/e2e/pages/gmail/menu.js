// The menu beside Send: inside .M9 as in 2020 ("A"), or hung under <body> as in 2026 ("B"). Items are found by coordinates.
window.wireMenu = (compose, variant, schedule) => {
  const chevron = compose.querySelector('.hG');
  let menu;
  const close = () => { menu?.remove(); menu = undefined; chevron.setAttribute('aria-expanded', 'false'); };
  const choose = () => { close(); openSchedule(schedule); };
  const open = () => {
    if (menu) return close();
    document.getElementById('sbddm')?.remove();
    menu = window.cloned('menu').firstElementChild;
    const item = menu.querySelector('[selector="scheduledSend"]');
    byCoordinates(item, choose);
    menu.addEventListener('keydown', (e) => {
      if (e.key === 'ArrowDown') { item.classList.add('J-N-JT'); menu.setAttribute('aria-activedescendant', item.id); }
      if (e.key === 'Enter' && item.classList.contains('J-N-JT')) { e.preventDefault(); choose(); }
      if (e.key === 'Escape') close();
    });
    (variant === 'A' ? compose.querySelector('.M9') ?? compose : document.body).append(menu);
    chevron.setAttribute('aria-expanded', 'true');
    menu.focus();
  };
  window.googButton(chevron, open);
  document.addEventListener('mousedown', (e) => { if (menu && !menu.contains(e.target) && !chevron.contains(e.target)) close(); });
};

function byCoordinates(element, act) {
  let down = false;
  const hit = (e) => element.contains(document.elementFromPoint(e.clientX, e.clientY));
  element.addEventListener('mousedown', (e) => { down = hit(e); });
  element.addEventListener('mouseup', (e) => { if (down && hit(e)) { down = false; act(); } });
  element.addEventListener('keydown', (e) => { if (e.key === 'Enter' && e.target === element) { e.preventDefault(); act(); } });
}

function openSchedule(schedule) {
  const dialog = window.cloned('schedule').firstElementChild;
  const done = () => { dialog.remove(); schedule(); };
  const [preset, custom] = dialog.querySelectorAll('.Az');
  byCoordinates(preset, done);
  byCoordinates(custom, () => { dialog.querySelector('.custom').hidden = false; });
  dialog.querySelector('.go').addEventListener('click', done);
  document.body.append(dialog);
  preset.focus();
}
