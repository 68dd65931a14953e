import { COLOURS, make } from '../gate/host.ts';

/** The few parts that our panel in the page is made of: nodes and single styles, which no page's rules forbid. */
const FONT = { font: '15px/1.5 system-ui, sans-serif', color: COLOURS.ink, 'letter-spacing': 'normal' } as const;
const RING = { 'outline-color': COLOURS.indigo, 'outline-offset': '2px' } as const;

export const text = (document: Document, words: string, small = false): HTMLElement =>
  make(document, 'p', { ...FONT, margin: '0', ...(small && { 'font-size': '13px', opacity: '0.8' }) }, [words]);

export const heading = (document: Document, words: string): HTMLElement =>
  make(document, 'h2', { ...FONT, margin: '0', 'font-size': '18px', 'font-weight': '600' }, [words]);

/** `safe`: the one thing to do. */
export function button(
  document: Document,
  words: string,
  look: 'safe' | 'plain' | 'word',
  press: () => void,
): HTMLButtonElement {
  const safe = look === 'safe';
  const element = make(
    document,
    'button',
    {
      ...FONT,
      ...RING,
      padding: look === 'word' ? '4px 2px' : '5px 14px',
      'min-height': '32px',
      'border-radius': '8px',
      border: look === 'word' ? '1px solid transparent' : `1px solid ${safe ? COLOURS.leaf : COLOURS.line}`,
      background: safe ? COLOURS.leaf : 'transparent',
      color: safe ? COLOURS.paper : COLOURS.ink,
      cursor: 'pointer',
    },
    [words],
  );
  element.type = 'button';
  element.addEventListener('click', (event) => event.isTrusted && press());
  return element;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function select(
  document: Document,
  label: string,
  options: readonly Option[],
  value: string,
  change: (value: string) => void,
): HTMLElement {
  const control = make(document, 'select', {
    ...FONT,
    ...RING,
    width: '100%',
    'min-height': '32px',
    padding: '4px 6px',
    'border-radius': '8px',
    border: `1px solid ${COLOURS.line}`,
    background: COLOURS.paper,
  });
  for (const option of options) {
    const item = make(document, 'option', {}, [option.label]);
    item.value = option.value;
    item.selected = option.value === value;
    control.append(item);
  }
  control.addEventListener('change', () => change(control.value));
  const words = make(document, 'span', { ...FONT, display: 'block', 'font-size': '13px', 'margin-bottom': '2px' }, [
    label,
  ]);
  return make(document, 'label', { display: 'block' }, [words, control]);
}

export const row = (document: Document, children: readonly Node[]): HTMLElement =>
  make(document, 'div', { display: 'flex', gap: '8px 12px', 'flex-wrap': 'wrap', 'align-items': 'center' }, children);

/** A mark beside words: done, or still to do. */
export const tick = (document: Document, done: boolean, words: string): HTMLElement =>
  make(document, 'p', { ...FONT, margin: '0', color: done ? COLOURS.leaf : COLOURS.ink }, [
    `${done ? '✓' : '○'} ${words}`,
  ]);
