// Acts as Closure's goog.ui.Button: mouse up after mouse down, Enter down, Space up; a click without a press counts too.
window.googButton = (element, act) => {
  let active = false;
  let released = false;
  element.addEventListener('mousedown', (e) => { if (e.button === 0) { active = true; released = false; } });
  element.addEventListener('mouseup', (e) => { if (active && e.button === 0) { active = false; released = true; act('mouseup', e); } });
  element.addEventListener('click', (e) => { if (released) released = false; else act('click', e); });
  element.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) { e.preventDefault(); act('enter', e); } });
  element.addEventListener('keyup', (e) => { if (e.key === ' ') act('space', e); });
};
window.cloned = (id) => document.getElementById(id).content.cloneNode(true);

// What reaches the page, as the page sees it: at window capture, after the guard's own listener.
window.__seen = [];
for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend', 'keydown', 'keypress', 'keyup', 'submit']) {
  window.addEventListener(type, (e) => {
    window.__seen.push({ type, trusted: e.isTrusted, key: e.key, label: e.target.getAttribute?.('aria-label') ?? '', prevented: e.defaultPrevented });
  }, true);
}
window.__messages = [];
window.addEventListener('message', (e) => window.__messages.push(String(JSON.stringify(e.data))));
