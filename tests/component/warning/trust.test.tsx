import { afterEach, describe, expect, it, vi } from 'vitest';
import { guardPresses, mayAct, type Press } from '@/entrypoints/warning/trust.ts';

const aPress = (over: Partial<Press> = {}): Press => ({ isTrusted: true, timeStamp: 5_000, ...over });
const acts = (over: Partial<Press>, seen = true, since = 0): boolean => mayAct(aPress(over), seen, since);

describe('a press', () => {
  it('of a person acts, by mouse and by key', () => {
    expect(acts({ detail: 1 })).toBe(true);
    expect(acts({ key: 'Enter' })).toBe(true);
  });

  it('of a script does not, not even Escape', () => {
    expect(acts({ isTrusted: false, detail: 1 })).toBe(false);
    expect(acts({ isTrusted: false, key: 'Escape' })).toBe(false);
  });

  it('does not act while the warning is covered, and Escape still does', () => {
    expect(acts({ detail: 1 }, false)).toBe(false);
    expect(acts({ key: 'Enter' }, false)).toBe(false);
    expect(acts({ key: 'Escape' }, false)).toBe(true);
  });

  it('by a key that is still held down does not act; arrows may repeat', () => {
    expect(acts({ key: 'Enter', repeat: true })).toBe(false);
    expect(acts({ key: ' ', repeat: true })).toBe(false);
    expect(acts({ key: 'ArrowDown', repeat: true })).toBe(true);
  });

  it('that belongs to the one on Send, a double click or a second Enter, does not act', () => {
    expect(acts({ detail: 1 }, true, 4_900)).toBe(false);
    expect(acts({ key: 'Enter' }, true, 4_900)).toBe(false);
    expect(acts({ key: ' ' }, true, 4_900)).toBe(false);
    expect(acts({ key: 'Enter' }, true, 4_600)).toBe(true);
  });

  it('of any other key acts at once: Tab, Escape, what is written', () => {
    for (const key of ['Tab', 'Escape', 'a']) expect(acts({ key }, true, 4_990)).toBe(true);
  });
});

describe('the guard of the presses', () => {
  const ended = new AbortController();
  afterEach(() => ended.abort());

  it('lets no script press a button', () => {
    const pressed = vi.fn();
    const button = document.createElement('button');
    button.addEventListener('click', pressed);
    document.body.append(button);
    guardPresses(window, { isSeen: () => true, since: () => 0, onCovered: () => {} }, ended.signal);
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(pressed).not.toHaveBeenCalled();
  });
});
