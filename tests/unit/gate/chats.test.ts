// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPage, aSummary, type FakePage, fire } from './fake-page.ts';

let page: FakePage;
beforeEach(() => {
  vi.useFakeTimers();
  page = aPage();
  page.draft = { recipients: [{ field: 'direct', address: 'chat:Ana' }], channel: 'whatsapp' };
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});
const settle = (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const told = (name: string): unknown[] => page.asked.filter((each) => each.name === name).map((each) => each.question);
const sticker = (): HTMLElement => document.querySelector('.sticker') as HTMLElement;

describe('a conversation', () => {
  it('takes its verdict along when the page shows the next one in the same box', async () => {
    await page.write('hello');
    page.key = 'the next';
    page.judge = () => aSummary({ tier: 'T2', count: 1 });
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('keeps whom the user named for its title, until it is left', async () => {
    await page.write('hello');
    page.gate.choose('chat:Ana', 'p1');
    await settle(200);
    expect(told('judge').at(-1)).toMatchObject({ draft: { recipients: [{ address: 'chat:Ana', person: 'p1' }] } });
    page.key = 'the next';
    await page.write('hello you');
    expect(told('judge').at(-1)).not.toMatchObject({ draft: { recipients: [{ person: 'p1' }] } });
  });

  it('is held while its sources name two chats', async () => {
    page.draft = { ...page.draft, unreadable: ['identity'] };
    await page.write('hello');
    expect(fire(page.send, 'click')).toBe(false);
    await settle(2_000);
    expect(page.sent).toEqual([]);
  });

  it('goes by itself when the header catches up with the address while the press waits', async () => {
    page.draft = { ...page.draft, unreadable: ['identity'] };
    page.text.value = 'hello';
    expect(fire(page.send, 'click')).toBe(false);
    page.draft = { ...page.draft, unreadable: [] };
    await settle(2_000);
    expect(page.sent).toEqual(['hello']);
  });
});

describe('a press that sends no words', () => {
  it('is judged for what it sends, and released once when that is clear', async () => {
    const sent = vi.fn();
    sticker().addEventListener('click', sent);
    await page.write('hello');
    expect(fire(sticker(), 'click')).toBe(false);
    await settle(2_000);
    expect(told('judge').at(-1)).toMatchObject({ draft: { content: 'sticker', text: '' } });
    expect(sent).toHaveBeenCalledTimes(1);
    expect(page.sent).toEqual([]);
  });

  it('leaves the verdict of the words as it was', async () => {
    await page.write('hello');
    fire(sticker(), 'click');
    await settle(10_000);
    document.querySelector('dialog')?.remove();
    expect(told('judge').filter((each) => (each as { draft: { text: string } }).draft.text === 'hello')).toHaveLength(
      1,
    );
  });
});

describe('a post', () => {
  it('has nobody to be addressed, and that is no failure of reading', async () => {
    page.draft = { audience: 'public', channel: 'public_post', recipients: [] };
    await page.write('hello');
    expect(fire(page.send, 'click')).toBe(true);
    expect(page.sent).toEqual(['hello']);
  });
});

describe('a site that takes no press of a script', () => {
  it('gets exactly one more press of the user’s', async () => {
    page.asks = true;
    page.closes.afterSend = false;
    page.text.value = 'hello';
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual([]);
    expect(fire(page.send, 'click')).toBe(true);
    expect(fire(page.send, 'click')).toBe(false);
    expect(page.sent).toEqual(['hello']);
  });
});

describe('a form that takes no press of a script', () => {
  it('is handed in once by the one more press, however late that comes', async () => {
    page.asks = true;
    page.closes.afterSend = false;
    page.text.value = 'hello';
    fire(page.send, 'click');
    await settle(10_000);
    expect(fire(page.send, 'click')).toBe(true);
    expect(fire(page.root, 'submit')).toBe(true);
    expect(fire(page.root, 'submit')).toBe(false);
  });
});

describe('what is told of a page', () => {
  it('is whom the message in focus goes to, without its words, once for each change', async () => {
    await page.write('hello');
    await page.write('hello you');
    expect(told('focus')).toHaveLength(1);
    expect(told('focus')[0]).toMatchObject({ writing: { surface: 'fake', recipients: [{ address: 'chat:Ana' }] } });
    expect(JSON.stringify(told('focus'))).not.toContain('hello');
  });

  it('is that nothing is written any more when the page goes', async () => {
    await page.write('hello');
    window.dispatchEvent(new Event('pagehide'));
    expect(told('focus').at(-1)).toEqual({ writing: null });
  });

  it('is how many boxes were seen, and what could not be read of them', async () => {
    page.draft = { ...page.draft, unreadable: ['send'] };
    await page.write('hello');
    expect(told('hello').at(-1)).toEqual({ surface: 'fake', problems: ['send'], boxes: 1 });
    expect(told('alarm')).toMatchObject([{ what: 'degraded', problems: ['send'] }]);
  });
});
