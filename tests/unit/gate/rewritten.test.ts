// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenOn } from '../../../lib/gate/listening.ts';

let frame: HTMLIFrameElement;
let end: AbortController;
beforeEach(() => {
  document.body.innerHTML = '<iframe></iframe>';
  frame = document.querySelector('iframe') as HTMLIFrameElement;
  // jsdom takes a signal only from the window's own realm.
  end = new (inner() as unknown as typeof globalThis).AbortController();
});
afterEach(() => end.abort());
const inner = (): Window => frame.contentWindow as Window;

/** As `document.open` does: every listener and every node goes. */
async function rewrite(...listeners: readonly ((event: Event) => void)[]): Promise<void> {
  const { document } = inner();
  for (const each of listeners) inner().removeEventListener('keydown', each, true);
  document.documentElement.remove();
  document.append(document.createElement('html'));
  await Promise.resolve();
}
const press = (): unknown => inner().document.documentElement.dispatchEvent(new Event('keydown'));

describe('what is listened to in a window', () => {
  it('is heard again after a script has written the document anew', async () => {
    const hear = vi.fn();
    listenOn(inner(), ['keydown'], hear, { signal: end.signal });
    await rewrite(hear);
    press();
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it('is heard once, however often it was asked for', async () => {
    const hear = vi.fn();
    for (let time = 0; time < 3; time += 1) listenOn(inner(), ['keydown'], hear, { signal: end.signal });
    await rewrite();
    press();
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it('is over with its signal, in what is written later too', async () => {
    const hear = vi.fn();
    listenOn(inner(), ['keydown'], hear, { signal: end.signal });
    end.abort();
    await rewrite();
    press();
    expect(hear).not.toHaveBeenCalled();
  });
});
