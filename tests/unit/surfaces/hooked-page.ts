import type { BoxHooks, SiteHooks } from '../../../lib/surfaces/hooks.ts';

/** A chat as many are: a header with a link to the person, a text, a button. */
export const CHAT: BoxHooks = {
  name: 'message',
  root: ['.chat'],
  editor: ['[role="textbox"]', 'textarea'],
  who: {
    thread: { in: 'url', match: '/t/(\\w+)' },
    handle: { at: ['header a[href]'], from: 'href' },
    title: { at: ['header h2'] },
  },
  send: ['button.send', '[aria-label="Send"]'],
  keys: 'enter',
};

export const aSite = (over: Partial<SiteHooks> = {}, box: Partial<BoxHooks> = {}): SiteHooks => ({
  id: 'a-site',
  name: 'A site',
  channel: 'whatsapp',
  matches: ['*://localhost/*'],
  proof: { grade: 'own', by: 'a test', on: '2026-11-22' },
  version: 1,
  boxes: [{ ...CHAT, ...box }],
  ...over,
});

export const CHAT_PAGE = `
  <aside><input name="search"></aside>
  <main class="chat">
    <header><a href="/ana.w/?ref=1"><h2>Ana W</h2></a><a href="/ana.w/">photo</a></header>
    <div role="textbox" contenteditable="true"><p>Hello <img alt="👋"></p><p><br></p><p>Ana</p></div>
    <button class="send" aria-label="Send"><svg><path></path></svg></button>
  </main>`;

export function showPage(html: string, path = '/t/42'): void {
  history.replaceState(null, '', path);
  document.body.innerHTML = html;
}

export const the = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;

export const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, code: name, bubbles: true, cancelable: true, composed: true, ...init });

/** What the event would send, as the composer at its target sees it. */
export function pressed<T>(at: Element, event: Event, look: (target: Element, event: Event) => T): T {
  let seen: { readonly is: T } | undefined;
  at.ownerDocument.defaultView?.addEventListener(
    event.type,
    () => {
      seen = { is: look(at, event) };
    },
    { capture: true, once: true },
  );
  at.dispatchEvent(event);
  return (seen as unknown as { readonly is: T }).is;
}
