// What every page of ours shares: building nodes without markup from strings, and `window.site`, by which a test sees what left.
(() => {
  const sent = [];
  const seen = [];
  let scripted = 0;

  // What reached the page, as the page sees it: after the guard's own listener. `own`: the page made this event itself.
  const GESTURES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend', 'keydown', 'keypress', 'keyup', 'submit'];
  for (const type of GESTURES)
    window.addEventListener(type, (event) => {
      seen.push({ type, trusted: event.isTrusted, prevented: event.defaultPrevented, own: scripted > 0, ...(event.key && { key: event.key }) });
    }, true);
  const wrap = (target, name) => {
    const original = target[name];
    target[name] = function wrapped(...args) {
      scripted += 1;
      try { return Reflect.apply(original, this, args); } finally { scripted -= 1; }
    };
  };
  wrap(HTMLElement.prototype, 'click');
  wrap(EventTarget.prototype, 'dispatchEvent');
  wrap(HTMLFormElement.prototype, 'requestSubmit');

  /** el('div', { class: 'a', 'data-x': '1', onclick: fn }, 'text', node, …). `svg:path` for SVG; false and null are left out. */
  const el = (name, attributes = {}, ...children) => {
    const node = name.startsWith('svg:') ? document.createElementNS('http://www.w3.org/2000/svg', name.slice(4)) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (typeof value === 'function') node.addEventListener(key.replace(/^on/, ''), value);
      else node.setAttribute(key, value === true ? '' : String(value));
    }
    node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
    return node;
  };

  /** Puts nodes into a shadow root of `host` (open unless told) and gives the root back. */
  const shadow = (host, children, mode = 'open') => {
    const root = host.shadowRoot ?? host.attachShadow({ mode });
    root.replaceChildren(...[children].flat());
    return root;
  };

  const isField = (editor) => editor instanceof editor.ownerDocument.defaultView.HTMLInputElement || editor instanceof editor.ownerDocument.defaultView.HTMLTextAreaElement;
  /** What is written in a field or a contenteditable. */
  const read = (editor) => (isField(editor) ? editor.value : editor.innerText).replace(/\u200b|\ufeff/g, '').trim();
  /** Empties it as a site does, and tells "input". */
  const empty = (editor) => {
    if (isField(editor)) editor.value = '';
    else editor.replaceChildren();
    editor.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };

  /** A message left. */
  const send = (to, text, how) => sent.push({ to: [to].flat(), text, how });

  /** Enter in `editor` acts ('enter': not with Shift; 'mod-enter': only with Ctrl or Cmd), never inside a composition. */
  const onEnter = (editor, act, when = 'enter') =>
    editor.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
      const mod = event.ctrlKey || event.metaKey;
      if (when === 'enter' ? event.shiftKey && !mod : !mod) return;
      event.preventDefault();
      act(mod ? 'ctrl-enter' : 'enter', event);
    });

  /** The address as the site shows it, without a new load. */
  const go = (path) => history.replaceState(null, '', path);

  /** show(conversation): builds the page for one chat, empty and unbroken ('' where nobody is addressed). breaks: { part(): void }. */
  const page = ({ show, breaks = {} }) => {
    site.open = (conversation) => show(conversation ?? '');
    site.break = (part) => {
      if (!breaks[part]) throw new Error(`this page cannot break "${part}"`);
      breaks[part]();
    };
  };

  const site = { sent, seen, open: () => { throw new Error('the page has not called kit.page'); }, break: () => {} };
  window.site = site;
  window.kit = { el, shadow, read, empty, send, onEnter, go, page };
})();
