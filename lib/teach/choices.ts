import { parentOf } from '../surfaces/deep.ts';
import { isTyped, nameOf } from './names.ts';
import { everyElement, isSeen } from './places.ts';

export type Step = 'who' | 'text' | 'send';

const PRESSED =
  'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"], a[href], [onclick]';
const SENDS = /\b(send|kirim|post|publish|submit|balas|reply|simpan|save|terbitkan|unggah|tweet|comment|komentar)\b/i;

/** What was pointed at is often a part of what was meant: a line in a box, the picture on a button. */
export function meant(step: Step, element: Element): Element | null {
  switch (step) {
    case 'text': {
      const frame = element.tagName === 'IFRAME' ? null : climb(element, isTyped);
      const inner =
        frame ?? [...element.querySelectorAll('textarea, [contenteditable], [role="textbox"], input')].find(isTyped);
      return outermostEditable(inner ?? null) ?? bodyOf(element);
    }
    case 'send':
      return element.closest(PRESSED) ?? element.closest('svg')?.parentElement ?? element;
    case 'who':
      return element;
  }
}

/** An editor may hold editable parts; the whole of it is the text. */
function outermostEditable(element: Element | null): Element | null {
  let found = element;
  for (let at = element; at; at = at.parentElement) if (isTyped(at)) found = at;
  return found;
}

/** A frame that is written in as a whole. */
function bodyOf(element: Element): Element | null {
  const document = element.ownerDocument;
  return document.designMode === 'on' ? document.body : null;
}

function climb(element: Element, holds: (element: Element) => boolean): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (holds(at)) return at;
  return null;
}

/** What Tab goes through in this step, and which of them it starts with. */
export function candidatesFor(step: Step, top: Document, text: Element | undefined): readonly Element[] {
  const all = [...everyElement(top)].filter((element) => fits(step, element) && isSeen(element));
  const [first] = [...all].sort((a, b) => likely(step, b, text) - likely(step, a, text));
  if (!first || likely(step, first, text) <= 0) return all;
  return [first, ...all.filter((each) => each !== first)];
}

function fits(step: Step, element: Element): boolean {
  switch (step) {
    case 'text':
      return isTyped(element) && !(element.parentElement && isTyped(element.parentElement));
    case 'send':
      return element.matches(PRESSED);
    case 'who':
      return (
        element.matches('h1, h2, h3, h4, [role="heading"], header *, input, textarea, [title*="@"], a[href]') ||
        hasAddress(element)
      );
  }
}

const hasAddress = (element: Element): boolean =>
  element.childElementCount === 0 && /[^\s@]+@[^\s@]+\.[a-z]/i.test(element.textContent ?? '');

function likely(step: Step, element: Element, text: Element | undefined): number {
  switch (step) {
    case 'text': {
      const { width, height } = element.getBoundingClientRect();
      return element.tagName === 'INPUT' ? 1 : width * height;
    }
    case 'send':
      return (SENDS.test(nameOf(element)) ? 2 : 0) + (text && element.closest('form')?.contains(text) ? 1 : 0);
    case 'who':
      return hasAddress(element) || (element.getAttribute('title') ?? '').includes('@') ? 1 : 0;
  }
}
