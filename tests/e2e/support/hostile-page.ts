/** What a page can do to us from its own world, before its first script ran and ever after. Runs in the page. */
export function bePrepared(): void {
  // Playwright runs this in our own frame too, which no page can.
  if (location.protocol !== 'https:') return;
  const stolen: string[] = [];
  const { apply } = Reflect;
  const { stringify } = JSON;
  const keep = (what: unknown): void => {
    if (Reflect.get(window, '__peace') === true) return;
    try {
      stolen[stolen.length] = typeof what === 'string' ? what : (stringify(what) ?? String(what));
    } catch {
      stolen[stolen.length] = String(what);
    }
  };
  const replace = (target: object, name: string, act: (self: unknown, args: readonly unknown[]) => void): void => {
    const original = Reflect.get(target, name) as (...args: unknown[]) => unknown;
    Reflect.set(target, name, function replaced(this: unknown, ...args: unknown[]): unknown {
      act(this, args);
      return apply(original, this, args);
    });
  };
  replace(Element.prototype, 'attachShadow', (_, [init]) => {
    keep('attachShadow');
    Reflect.set(init as object, 'mode', 'open');
  });
  replace(MessagePort.prototype, 'postMessage', (_, [data]) => keep(data));
  replace(MessagePort.prototype, 'start', () => keep('start'));
  replace(window, 'postMessage', (_, [data]) => keep(data));
  replace(JSON, 'parse', (_, [text]) => keep(text));
  replace(JSON, 'stringify', (_, [value]) => keep(value));
  for (const name of ['map', 'flatMap', 'filter', 'some', 'find', 'join', 'push'])
    replace(Array.prototype, name, (self) => keep(self));
  replace(EventTarget.prototype, 'addEventListener', (_, [type]) => keep(type));
  // What stops an event, opens a dialog or watches a node is gone, for whoever takes it from the page.
  for (const name of ['stopImmediatePropagation', 'stopPropagation', 'preventDefault'])
    Reflect.set(Event.prototype, name, () => {});
  Reflect.set(HTMLDialogElement.prototype, 'showModal', () => {});
  for (const name of ['MutationObserver', 'ResizeObserver', 'MessageChannel', 'AbortController', 'CustomEvent'])
    Reflect.set(window, name, class {});
  // Heard before anybody else could.
  Reflect.set(window, 'onmessage', (event: MessageEvent) => keep(event.data));
  Object.assign(window, { __stolen: stolen });
}

/** Everything at once against an open warning, again and again. Ends with the page or with `__peace`. */
export function attack(): void {
  const page = window as unknown as { __peace?: boolean };
  const send = (): HTMLElement | null =>
    [...document.querySelectorAll<HTMLElement>('.dC > [role="button"]:not(.hG)')].at(-1) ?? null;
  const fire = (target: EventTarget, event: Event): boolean => target.dispatchEvent(event);
  const options = { bubbles: true, cancelable: true, composed: true };
  const key = (name: string, ctrlKey = false): KeyboardEvent[] =>
    ['keydown', 'keypress', 'keyup'].map(
      (type) => new KeyboardEvent(type, { ...options, key: name, code: name, ctrlKey }),
    );
  const round = (): void => {
    if (page.__peace) return;
    const button = send();
    if (button) {
      button.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
        fire(button, new MouseEvent(type, options));
      for (const event of key('Enter')) fire(button, event);
      for (const event of key(' ')) fire(button, event);
    }
    const text = document.querySelector('.editable');
    if (text) for (const event of key('Enter', true)) fire(text, event);
    for (const form of document.forms) form.requestSubmit();
    for (const event of [...key('Escape'), ...key('Enter'), ...key('Enter', true)]) {
      fire(document.activeElement ?? document, event);
      fire(document, event);
    }
    fire(window, new Event('izin:newer-guard'));
    for (const word of ['release', 'back', 'ready', 'fixed', 'go-to'])
      window.postMessage({ izin: word, kind: word, why: 'override', draft: {} }, '*');
    setTimeout(round, 20);
  };
  round();
}

/** Takes away all on the root element that the page did not put there itself, and tells how much it was. */
export function removeOurs(): number {
  const ours = [...document.documentElement.children].filter((each) => each.tagName === 'DIV');
  for (const each of ours) each.remove();
  return ours.length;
}

/** Puts our warning into the page's own frame and speaks with it as a guard does. Answers with all that it says. */
export async function frameWarning({ src, secret, to }: { src: string; secret: string; to: string }): Promise<string> {
  const frame = Object.assign(document.createElement('iframe'), { src });
  document.body.append(frame);
  await Promise.race([
    new Promise((resolve) => frame.addEventListener('load', resolve)),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ]);
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  port1.onmessage = ({ data }) => heard.push(data);
  window.onmessage = ({ data }) => heard.push(data);
  frame.contentWindow?.postMessage({ izin: secret }, '*', [port2]);
  const recipients = [{ field: 'to', address: to }];
  const draft = { surface: 'gmail', channel: 'email', audience: 'people', recipients, text: 'x', attachments: [] };
  const can = { moveToBcc: true, remove: true, goTo: true };
  port1.postMessage({ kind: 'held', draft: { ...draft, unreadable: [] }, why: 'send', can, surfaceName: 'Gmail' });
  await new Promise((resolve) => setTimeout(resolve, 800));
  return JSON.stringify(heard);
}
