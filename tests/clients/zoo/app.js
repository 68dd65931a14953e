// The chat around an editor: a list with the open chat, the editor, Send. It runs in whichever window its stage stands in
// and tells what left to the window that shows the page. The editor's own state is what is sent, never the DOM.
const site = window.zooSite ?? window.site;
const stage = window.zooStage;

export const element = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

const GESTURES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchstart', 'touchend', 'keydown', 'keyup'];
/** What reaches this window, after the guard's own listener. */
export const record = (inside) => {
  for (const type of GESTURES)
    inside.addEventListener(type, (event) => site.seen.push({ type, trusted: event.isTrusted, prevented: event.defaultPrevented, own: false }), true);
};
record(window);

/** mount(host, send): puts an editor into `host`, calls `send` for its Enter, and gives { read, clear, focus }. */
export async function start(mount) {
  const host = element('div', { class: 'editor' });
  const button = element('button', { type: 'button', 'aria-label': 'Send' }, 'Send');
  const list = element('ul', {}, element('li', { 'aria-current': 'true' }, element('strong', {}, 'Rani Kusuma')));
  const form = element('form', {}, host, button);
  stage.append(form);
  // In a tree of its own the list stands outside of it, as a page's list does beside an embedded composer.
  (stage.getRootNode() === document ? form : stage.getRootNode().host).before(list);
  const leave = (how) => {
    const text = editor.read().replace(/[\u200b\ufeff]/g, '').trim();
    if (text === '') return;
    site.sent.push({ to: ['Rani Kusuma'], text, how });
    editor.clear();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    leave('form');
  });
  const editor = await mount(host, () => leave('enter')).catch((error) => {
    site.failed = String(error);
  });
  if (!editor) return;
  button.addEventListener('click', () => leave('button'));
  site.editor = { ...editor, button, host };
  site.ready = true;
}

/** Enter as a site tests for it, where the editor leaves that to the site. */
export const isSendingEnter = (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
