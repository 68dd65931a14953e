// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isGuardedFromOutside, takeFrames } from '../../../lib/gate/frames.ts';
import { lookThroughShadowsWith } from '../../../lib/surfaces/deep.ts';
import { aPage, type FakePage } from './fake-page.ts';

let page: FakePage;
let tree: ShadowRoot;
let host: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  page = aPage();
  host = document.body.appendChild(document.createElement('div'));
  tree = host.attachShadow({ mode: 'closed' });
  tree.append(page.root);
  page.closes.afterSend = false;
  lookThroughShadowsWith((element) => (element === host ? tree : element.shadowRoot));
});
afterEach(() => {
  page.end();
  lookThroughShadowsWith((element) => element.shadowRoot);
  vi.useRealTimers();
});

async function write(words: string): Promise<void> {
  page.text.value = words;
  page.text.focus();
  page.text.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await vi.advanceTimersByTimeAsync(200);
}

describe('a message in a closed shadow tree', () => {
  it('stays when a script clicks its Send, of which the window learns the host alone', async () => {
    await write('hold this');
    page.send.click();
    expect(page.sent).toEqual([]);
  });

  it('stays when the click never leaves the tree', async () => {
    await write('hold this');
    page.send.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: false, cancelable: true }));
    expect(page.sent).toEqual([]);
  });

  it('goes by its own click when it is clean, once and untouched', async () => {
    await write('clean');
    const clicks: boolean[] = [];
    page.send.addEventListener('click', (event) => clicks.push(event.defaultPrevented));
    page.send.click();
    expect(page.sent).toEqual(['clean']);
    expect(clicks).toEqual([false]);
  });

  it('is asked about once for one press, though two listeners hear it', async () => {
    await write('hold this');
    page.text.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    await vi.advanceTimersByTimeAsync(50);
    expect(page.asked.filter(({ name }) => name === 'hold')).toHaveLength(1);
  });
});

describe('a frame in a closed shadow tree', () => {
  it('is guarded by the page around it, which takes it', () => {
    const end = new AbortController();
    // jsdom loads no frame in a shadow tree: one that stands elsewhere lends its window.
    const { contentDocument, contentWindow } = document.body.appendChild(document.createElement('iframe'));
    const frame = tree.appendChild(document.createElement('iframe'));
    Object.defineProperty(frame, 'contentDocument', { value: contentDocument });
    const listen = vi.fn();
    takeFrames(window, listen, () => true, end.signal);
    listen.mockClear();
    page.end();
    expect(isGuardedFromOutside({ frameElement: frame } as unknown as Window)).toBe(true);
    expect(listen).toHaveBeenCalledWith(contentWindow);
    end.abort();
  });
});
