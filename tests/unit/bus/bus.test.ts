import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, ask, bumpRevision, type Handlers, onRevision, revision } from '@/lib/bus/bus.ts';

const summary = { tier: 'T0', count: 0, complete: true, revision: 3, validUntil: 0 } as const;
const handlers = (over: Partial<Handlers>): Handlers => over as Handlers;
const from = (url: string) => ({ id: fakeBrowser.runtime.id, url, tab: { id: 7 }, frameId: 2 });

/** What one sender gets back for one message, straight from the listener. */
const send = (message: unknown, sender: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const taken = vi
      .mocked(listened)
      .mock.calls.map(([listener]) => (listener as (...a: unknown[]) => unknown)(message, sender, resolve));
    if (!taken.includes(true)) resolve('ignored');
  });
let listened: typeof fakeBrowser.runtime.onMessage.addListener;

beforeEach(() => {
  fakeBrowser.reset();
  listened = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener') as never;
  vi.mocked(listened).mockClear();
});

describe('the bus', () => {
  it('hands a guard its answer, with the tab and frame it came from', async () => {
    const judge = vi.fn(async () => summary);
    answer(handlers({ judge }));
    expect(await send({ izin: 'judge', question: { draft: 1 } }, from('https://mail.example/'))).toEqual({
      answer: summary,
    });
    expect(judge).toHaveBeenCalledWith({ draft: 1 }, { tabId: 7, frameId: 2, url: 'https://mail.example/' });
  });

  it('refuses a guard what only our own pages may ask, and never runs the handler', async () => {
    const findings = vi.fn();
    answer(handlers({ findings }));
    const reply = await send({ izin: 'findings', question: { secret: 'x' } }, from('https://mail.example/'));
    expect(reply).toEqual({ error: 'findings: not allowed from here' });
    expect(findings).not.toHaveBeenCalled();
  });

  it('refuses another extension everything', async () => {
    const judge = vi.fn();
    answer(handlers({ judge }));
    const reply = await send({ izin: 'judge', question: {} }, { ...from('https://mail.example/'), id: 'someone-else' });
    expect(reply).toEqual({ error: 'judge: not allowed from here' });
    expect(judge).not.toHaveBeenCalled();
  });

  it('does not take part in messages that are not its own', async () => {
    answer(handlers({}));
    expect(await send({ izin: 'toString', question: {} }, from('https://mail.example/'))).toBe('ignored');
    expect(await send('hello', from('https://mail.example/'))).toBe('ignored');
  });

  it('says a handler that fails as a refusal, with its reason', async () => {
    answer(handlers({ judge: () => Promise.reject(new Error('ledger will not open')) }));
    expect(await send({ izin: 'judge', question: {} }, from('https://mail.example/'))).toEqual({
      error: 'ledger will not open',
    });
  });

  it('says a background that does not answer as unreachable, and does not throw', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('Extension context invalidated.'));
    expect(await ask('tab', { tabId: 1 })).toEqual({
      ok: false,
      error: { kind: 'unreachable', message: 'Extension context invalidated.' },
    });
  });
});

describe('the revision', () => {
  it('rises by one with each change and is told to whoever listens, until they stop', async () => {
    const heard: number[] = [];
    const stop = new AbortController();
    onRevision((n) => heard.push(n), stop.signal);
    expect(await revision()).toBe(0);
    await bumpRevision();
    await bumpRevision();
    stop.abort();
    await bumpRevision();
    expect(heard).toEqual([1, 2]);
    expect(await revision()).toBe(3);
  });

  it('is told from memory to who is asked again and again, and moves there with each change', async () => {
    vi.resetModules();
    const bus = await import('@/lib/bus/bus.ts');
    await bus.bumpRevision();
    expect(await bus.revisionSeen()).toBe(1);
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    expect(await bus.revisionSeen()).toBe(1);
    expect(read).not.toHaveBeenCalled();
    await bus.bumpRevision();
    expect(await bus.revisionSeen()).toBe(2);
  });

  it('is read again where it could not be read', async () => {
    vi.resetModules();
    const bus = await import('@/lib/bus/bus.ts');
    await bus.bumpRevision();
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('gone'));
    await expect(bus.revisionSeen()).rejects.toThrow('gone');
    expect(await bus.revisionSeen()).toBe(1);
  });
});
