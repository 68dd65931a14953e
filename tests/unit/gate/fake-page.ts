import { vi } from 'vitest';
import type { ask as Ask } from '../../../lib/bus/bus.ts';
import type { Summary } from '../../../lib/bus/messages.ts';
import type { Draft } from '../../../lib/domain/draft.ts';
import type { ReadFile } from '../../../lib/gate/files/files.ts';
import { type GateHandle, startGate } from '../../../lib/gate/gate.ts';
import type { Composer, Surface } from '../../../lib/surfaces/surface.ts';

/** A page with one message and a Send that acts as a plain button, and a gate over it whose background is a script of the test. */
export interface FakePage {
  readonly send: HTMLButtonElement;
  readonly text: HTMLTextAreaElement;
  readonly to: HTMLInputElement;
  readonly root: HTMLElement;
  readonly sent: string[];
  readonly asked: { readonly name: string; readonly question: unknown }[];
  /** Writes, and lets the gate read and judge it. */
  readonly write: (text: string) => Promise<void>;
  /** What the background answers; undefined: it cannot be reached. */
  judge: (draft: Draft) => Summary | undefined;
  alive: boolean;
  readonly changeRevision: (to: number) => void;
  readonly closes: { afterSend: boolean };
  readonly read: { fails: boolean };
  /** What is read beside the words; the page's key of the chat. */
  draft: Partial<Draft>;
  key: string;
  /** The site takes no press of a script. */
  asks: boolean;
  /** Where the warning's own page is; undefined: there is none. */
  frame?: string;
  /** Reads what is added; left out: nothing is read. */
  readFile?: ReadFile;
  readonly gate: GateHandle;
  readonly end: () => void;
}

export const aSummary = (over: Partial<Summary> = {}): Summary => ({
  tier: 'T0',
  count: 0,
  complete: true,
  revision: 1,
  validUntil: Date.now() + 3_600_000,
  ...over,
});

/** Held when the text says so. */
export const byText = (draft: Draft): Summary => aSummary(draft.text.includes('hold') ? { tier: 'T2', count: 1 } : {});

export function aPage(): FakePage {
  document.body.innerHTML = `<form><input name="to" value="ana@x.example"><textarea></textarea><button type="button">Send</button><i class="sticker"></i></form>`;
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.removeAttribute('open');
  };
  const [root, to, text, send] = ['form', 'input', 'textarea', 'button'].map((tag) => document.querySelector(tag)) as [
    HTMLElement,
    HTMLInputElement,
    HTMLTextAreaElement,
    HTMLButtonElement,
  ];
  const end = new AbortController();
  const revisions: ((to: number) => void)[] = [];
  const page: FakePage = {
    root,
    to,
    text,
    send,
    sent: [],
    asked: [],
    judge: byText,
    alive: true,
    closes: { afterSend: true },
    read: { fails: false },
    draft: {},
    key: 'k',
    asks: false,
    gate: undefined as unknown as GateHandle,
    changeRevision: (to) => {
      for (const tell of revisions) tell(to);
    },
    write: async (words) => {
      text.value = words;
      text.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.advanceTimersByTimeAsync(200);
    },
    end: () => end.abort(),
  };
  send.addEventListener('click', () => {
    page.sent.push(text.value);
    if (page.closes.afterSend) root.remove();
  });
  const ask = (async (name: string, question: { draft: Draft }) => {
    page.asked.push({ name, question });
    const summary = name === 'judge' ? page.judge(question.draft) : undefined;
    if (name === 'judge' && summary) return { ok: true, value: summary };
    if (name === 'left' || name === 'alarm') return { ok: true, value: null };
    if (name === 'hello') return { ok: true, value: { revision: 1 } };
    return { ok: false, error: { kind: 'unreachable', message: '' } };
  }) as unknown as typeof Ask;
  const gate = startGate({
    window,
    surfaces: [surface(page)],
    ask,
    onRevision: (listener) => void revisions.push(listener),
    isAlive: () => page.alive,
    frameUrl: () => page.frame ?? '',
    frameOrigin: () => '*',
    readFile: (file, options) => page.readFile?.(file, options) ?? Promise.resolve(undefined),
    signal: end.signal,
  });
  return Object.assign(page, { gate });
}

function surface(page: FakePage): Surface {
  const composer = (root: Element): Composer => ({
    root,
    key: () => page.key,
    read: (intent) => {
      if (page.read.fails) throw new Error('the page changed');
      const recipients = page.to.value ? [{ field: 'to' as const, address: page.to.value }] : [];
      return {
        surface: 'fake',
        channel: 'email',
        audience: 'people',
        recipients,
        text: intent?.content ? '' : page.text.value,
        attachments: [],
        unreadable: [],
        ...page.draft,
        ...(intent?.content && { content: intent.content }),
      };
    },
    sendIntent: (event) => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey && event.key === 'Enter' && event.ctrlKey) return { how: 'send' };
      if (event.type === 'submit') return { how: 'send' };
      if ((event.target as Element).matches('.sticker')) return { how: 'send', content: 'sticker' };
      if (!page.send.contains(event.target as Node)) return undefined;
      return !isKey || ['Enter', ' '].includes(event.key) ? { how: 'send', control: page.send } : undefined;
    },
    replay: (intent) => {
      const element = intent.content ? (root.querySelector('.sticker') as HTMLElement) : page.send;
      return page.asks ? [{ kind: 'ask' }] : [{ kind: 'click', element }, { kind: 'ask' }];
    },
    anchor: () => page.send,
    editor: () => page.text,
    edits: {},
  });
  return {
    id: 'fake',
    name: 'Fake',
    channel: 'email',
    matches: [],
    fields: ['to'],
    proof: { grade: 'own', by: 'a test', on: '2026-11-22' },
    applies: () => true,
    composerAt: (target) => {
      const root = target.closest('form');
      return root && composer(root);
    },
    composers: (root) => [...root.querySelectorAll('form')].map(composer),
  };
}

/** Dispatches one event on Send; returns whether the page was let do with it what it does. */
export const fire = (element: Element, type: string, init: MouseEventInit | KeyboardEventInit = {}): boolean =>
  element.dispatchEvent(
    type.startsWith('key')
      ? new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init })
      : new MouseEvent(type, { bubbles: true, cancelable: true, ...init }),
  );
