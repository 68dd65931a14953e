// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isGuardedFromOutside, onTaken, takeFrames } from '../../../lib/gate/frames.ts';

let end: AbortController;
let frame: HTMLIFrameElement;
beforeEach(() => {
  end = new AbortController();
  document.body.innerHTML = '<iframe></iframe>';
  frame = document.querySelector('iframe') as HTMLIFrameElement;
});
afterEach(() => end.abort());
const inner = (): Window => frame.contentWindow as Window;

describe('a frame of the same origin', () => {
  it('guards itself where nobody around it does', () => {
    expect(isGuardedFromOutside(inner())).toBe(false);
    expect(isGuardedFromOutside(window)).toBe(false);
  });

  it('is listened to by the guard of the page around it, and steps back', () => {
    const listen = vi.fn();
    takeFrames(window, listen, () => true, end.signal);
    listen.mockClear();
    expect(isGuardedFromOutside(inner())).toBe(true);
    expect(listen).toHaveBeenCalledWith(inner());
  });

  it('is not left to a guard that lost its extension', () => {
    takeFrames(
      window,
      () => {},
      () => false,
      end.signal,
    );
    expect(isGuardedFromOutside(inner())).toBe(false);
  });

  it('is taken over by a guard of the page that comes later', () => {
    const stepBack = vi.fn();
    // jsdom takes a signal only from the window's own realm.
    const { AbortController } = inner() as typeof globalThis & Window;
    onTaken(inner(), stepBack, new AbortController().signal);
    takeFrames(
      window,
      () => {},
      () => true,
      end.signal,
    );
    expect(stepBack).toHaveBeenCalledTimes(1);
  });

  it('is no longer taken once the guard has ended', () => {
    takeFrames(
      window,
      () => {},
      () => true,
      end.signal,
    );
    end.abort();
    expect(isGuardedFromOutside(inner())).toBe(false);
  });
});
