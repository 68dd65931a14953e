// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GESTURES } from '../../../lib/gate/gestures.ts';
import { aPage, aSummary, byText, type FakePage, fire } from './fake-page.ts';

let page: FakePage;
beforeEach(() => {
  vi.useFakeTimers();
  page = aPage();
});
afterEach(() => {
  page.end();
  vi.useRealTimers();
});
const settle = (ms = 50): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const told = (name: string): unknown[] => page.asked.filter((each) => each.name === name).map((each) => each.question);

describe('a clear message', () => {
  it('goes by its own event, once, untouched', async () => {
    await page.write('hello');
    expect(fire(page.send, 'click')).toBe(true);
    expect(page.sent).toEqual(['hello']);
  });

  it('is told as left once its composer is gone', async () => {
    await page.write('hello');
    fire(page.send, 'click');
    await settle();
    expect(told('left')).toMatchObject([
      { recipients: [{ address: 'ana@x.example' }], channel: 'email', surface: 'fake' },
    ]);
  });

  it('takes its seal along when it left, though the page keeps the empty composer', async () => {
    page.closes.afterSend = false;
    page.send.addEventListener('click', () => {
      page.text.value = '';
      page.to.value = '';
      // As a page that shows its message anew does.
      page.root.append(document.createElement('span'));
    });
    await page.write('hello');
    const beside = (): readonly Element[] => [...document.documentElement.children].slice(2);
    expect(beside()).toHaveLength(1);
    fire(page.send, 'click');
    await settle();
    expect(told('left')).toHaveLength(1);
    expect(beside()).toEqual([]);
  });

  it('is not told as left when the page kept it', async () => {
    page.closes.afterSend = false;
    await page.write('hello');
    fire(page.send, 'click');
    await settle(10_000);
    expect(told('left')).toEqual([]);
  });
});

describe('a message with a finding that holds', () => {
  it.each(GESTURES.filter((type) => !['submit', 'keyup'].includes(type)))(
    'stays when %s reaches Send',
    async (type) => {
      await page.write('hold this');
      const seen = vi.fn();
      document.addEventListener(type, seen);
      expect(fire(page.send, type, type.startsWith('key') ? { key: 'Enter' } : {})).toBe(false);
      await settle();
      document.removeEventListener(type, seen);
      expect(seen).not.toHaveBeenCalled();
      expect(page.sent).toEqual([]);
    },
  );

  it('stays at the end of a Space key alone, where Send would act', async () => {
    await page.write('hold this');
    expect(fire(page.send, 'keyup', { key: ' ' })).toBe(false);
  });

  it('lets the end of an Enter key pass that was pressed elsewhere', async () => {
    await page.write('hold this');
    expect(fire(page.send, 'keyup', { key: 'Enter' })).toBe(true);
    expect(told('hold')).toEqual([]);
  });

  it('stays when a script sends one and the same event again', async () => {
    await page.write('hold this');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    for (let time = 0; time < 3; time += 1) page.send.dispatchEvent(click);
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('asks for one warning, however often Send is pressed', async () => {
    await page.write('hold this');
    for (let time = 0; time < 5; time += 1) fire(page.send, 'click');
    await settle();
    expect(told('hold')).toHaveLength(1);
    expect(page.sent).toEqual([]);
  });

  it('is stopped by Ctrl+Enter away from it, too', async () => {
    await page.write('hold this');
    expect(fire(document.body, 'keydown', { key: 'Enter', ctrlKey: true })).toBe(false);
  });
});

describe('a message that was not judged yet', () => {
  it('waits for its verdict and then leaves by itself, once', async () => {
    page.text.value = 'written just now';
    expect(fire(page.send, 'click')).toBe(false);
    fire(page.send, 'click');
    expect(page.sent).toEqual([]);
    await settle();
    expect(page.sent).toEqual(['written just now']);
  });

  it('stays when the verdict holds', async () => {
    page.text.value = 'hold this';
    fire(page.send, 'click');
    await settle();
    expect(page.sent).toEqual([]);
    expect(told('hold')).toHaveLength(1);
  });

  it('is judged again when it changed while it waited', async () => {
    page.text.value = 'hello';
    fire(page.send, 'click');
    page.text.value = 'now hold this';
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('stays, and says so, when nobody can judge it', async () => {
    page.judge = () => undefined;
    await page.write('hello');
    fire(page.send, 'click');
    await settle();
    expect(page.sent).toEqual([]);
    expect(told('hold')).toMatchObject([{ tier: 'unchecked' }]);
  });
});

describe('a verdict', () => {
  it('is no longer enough once the text is another', async () => {
    await page.write('hello');
    page.text.value = 'hold this';
    expect(fire(page.send, 'click')).toBe(false);
  });

  it('is no longer enough once the ledger changed', async () => {
    await page.write('hello');
    page.judge = () => aSummary({ tier: 'T3', count: 1, revision: 2 });
    page.changeRevision(2);
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('is asked for again, unasked, when the ledger changed under an open draft', async () => {
    await page.write('hello');
    const before = told('judge').length;
    page.changeRevision(2);
    await settle(700);
    expect(told('judge').length).toBeGreaterThan(before);
  });

  it('ends with its time', async () => {
    page.judge = () => aSummary({ validUntil: Date.now() + 60_000 });
    await page.write('hello');
    await settle(61_000);
    page.judge = byText;
    expect(fire(page.send, 'click')).toBe(false);
  });
});

describe('a message to people of a team', () => {
  it('goes untouched while the team was asked a moment ago', async () => {
    page.judge = () => aSummary({ freshUntil: Date.now() + 15_000 });
    await page.write('hello');
    await settle(14_000);
    expect(fire(page.send, 'click')).toBe(true);
    expect([page.sent, told('judge').length]).toEqual([['hello'], 1]);
  });

  it('waits at the press for the newest, and goes by itself when nothing stands against it', async () => {
    page.judge = () => aSummary({ freshUntil: Date.now() + 15_000 });
    await page.write('hello');
    await settle(15_000);
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect([page.sent, told('judge').length]).toEqual([['hello'], 2]);
  });

  it('is held when the newest is that somebody opted out', async () => {
    page.judge = () => aSummary({ freshUntil: Date.now() + 15_000 });
    await page.write('hello');
    await settle(15_000);
    page.judge = () => aSummary({ tier: 'T4', count: 1, freshUntil: Date.now() + 15_000 });
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('goes with a note when the team is out of reach', async () => {
    page.judge = () => aSummary({ freshUntil: Date.now() - 1 });
    await page.write('hello');
    page.judge = () => aSummary({ tier: 'T1', count: 1, freshUntil: Date.now() + 15_000 });
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual(['hello']);
  });
});

describe('while somebody writes', () => {
  it('asks 150 ms after the last key, and within 600 ms while they go on', async () => {
    for (let time = 0; time < 7; time += 1) {
      page.text.value += 'a';
      page.text.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(100);
    }
    expect(told('judge')).toHaveLength(1);
    await settle(150);
    expect(told('judge')).toHaveLength(2);
  });

  it('does not ask again for the same words', async () => {
    await page.write('hello');
    await page.write('hello');
    expect(told('judge')).toHaveLength(1);
  });
});

describe('what cannot be read', () => {
  it('is never taken for an empty list of recipients', async () => {
    page.to.value = '';
    await page.write('hello');
    fire(page.send, 'click');
    await settle();
    expect(page.sent).toEqual([]);
    expect(told('judge').at(-1)).toMatchObject({ draft: { unreadable: ['recipients'] } });
  });

  it('opens the gate and tells of it when nothing was known against the message', async () => {
    page.read.fails = true;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(fire(page.send, 'click')).toBe(true);
    expect(page.sent).toHaveLength(1);
    expect(told('alarm')).toMatchObject([{ what: 'guard-error' }]);
  });

  it('keeps the gate closed when a finding was known', async () => {
    await page.write('hold this');
    page.read.fails = true;
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(fire(page.send, 'click')).toBe(false);
    expect(page.sent).toEqual([]);
  });
});

describe('a script that lost its extension', () => {
  it('goes on holding', async () => {
    await page.write('hello');
    page.alive = false;
    page.text.value = 'hello again';
    fire(page.send, 'click');
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('holds even what was clear before: the ledger may have changed since', async () => {
    await page.write('hello');
    page.alive = false;
    expect(fire(page.send, 'click')).toBe(false);
    await settle();
    expect(page.sent).toEqual([]);
  });

  it('takes its own dialog along when a newer one comes', async () => {
    await page.write('hold this');
    fire(page.send, 'click');
    await settle();
    const ours = (): number => document.documentElement.children.length;
    const open = ours();
    page.alive = false;
    window.dispatchEvent(new CustomEvent('izin:newer-guard'));
    expect(ours()).toBeLessThan(open);
    expect([...document.documentElement.children]).toEqual([document.head, document.body]);
  });

  it('steps aside for a newer one', async () => {
    page.alive = false;
    window.dispatchEvent(new CustomEvent('izin:newer-guard'));
    expect(fire(page.send, 'click')).toBe(true);
  });

  it('moves for nobody while its extension answers', async () => {
    window.dispatchEvent(new CustomEvent('izin:newer-guard'));
    await page.write('hold this');
    expect(fire(page.send, 'click')).toBe(false);
  });
});

describe('after a release', () => {
  it('lets one press of the user through when the page did not act', async () => {
    page.closes.afterSend = false;
    page.text.value = 'hello';
    fire(page.send, 'click');
    await settle(9_000);
    expect(page.sent).toHaveLength(1);
    expect(fire(page.send, 'click')).toBe(true);
    expect(fire(page.send, 'click')).toBe(false);
  });

  it('holds every further press until the outcome is seen', async () => {
    page.closes.afterSend = false;
    page.text.value = 'hello';
    fire(page.send, 'click');
    await settle();
    for (let time = 0; time < 3; time += 1) expect(fire(page.send, 'click')).toBe(false);
    expect(page.sent).toHaveLength(1);
  });

  it('forgets the approval with an edit', async () => {
    page.closes.afterSend = false;
    page.text.value = 'hello';
    fire(page.send, 'click');
    await settle(9_000);
    page.judge = () => aSummary({ tier: 'T2', count: 1 });
    await page.write('something else');
    await page.write('hello');
    expect(fire(page.send, 'click')).toBe(false);
  });
});
