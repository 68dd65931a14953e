// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { compositionEnded, isComposing } from '../../../lib/surfaces/events.ts';

let inner: Document;
beforeEach(() => {
  document.body.innerHTML = '<iframe></iframe>';
  inner = document.querySelector('iframe')?.contentDocument as Document;
});

function at<E extends Event>(event: E, moment: number, where: Document): E {
  Object.defineProperty(event, 'timeStamp', { value: moment });
  where.body.dispatchEvent(event);
  return event;
}
const enter = (moment: number, where = document, init: KeyboardEventInit = {}): boolean =>
  isComposing(at(new KeyboardEvent('keydown', { key: 'Enter', ...init }), moment, where));
const endComposition = (moment: number, where = document): void =>
  compositionEnded(at(new CompositionEvent('compositionend'), moment, where));

describe('an Enter around a composition', () => {
  it('chooses a word while it composes, and just after', () => {
    expect(enter(10, document, { isComposing: true })).toBe(true);
    expect(enter(10, document, { keyCode: 229 })).toBe(true);
    endComposition(1_000);
    expect(enter(1_000)).toBe(true);
    expect(enter(1_079)).toBe(true);
  });

  it('is a send again a moment later', () => {
    endComposition(1_000);
    expect(enter(1_080)).toBe(false);
  });

  it('is a send in a frame that is younger than the page in which a word was composed', () => {
    endComposition(60_000);
    expect(enter(2_000, inner)).toBe(false);
    expect(enter(60_010, inner)).toBe(false);
  });
});
