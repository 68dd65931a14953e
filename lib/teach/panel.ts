import { COLOURS, createHost, make, type Styles, style } from '../gate/host.ts';
import { fitTo, focusGiver, openCardFrame } from './card-frame.ts';
import { placeOf } from './places.ts';
import { button } from './widgets.ts';

export interface Panel {
  readonly host: HTMLElement;
  /** Takes the keys while somebody points by keyboard. */
  readonly stage: HTMLElement;
  /** What stands in the panel now; the first that can take the focus gets it where `focus` says so. */
  readonly show: (parts: readonly Node[], focus?: HTMLElement) => void;
  /** One line, shown and told by screen readers. */
  readonly say: (words: string) => void;
  /** Draws the frame around an element of the page. */
  readonly outline: (element: Element | undefined) => void;
  /** These parts of the page are to be reached. */
  readonly keepClear: (elements: readonly Element[]) => void;
  /** Lets the user go on in the page, from here. */
  readonly giveFocus: (to: HTMLElement) => void;
  readonly remove: () => void;
}

/** Our card over the page: a bare node outside, closed inside, and a frame that keeps its keys. It leaves by Escape. */
export async function openPanel(
  document: Document,
  words: { readonly title: string; readonly pointing: string; readonly aside: string },
  leave: () => void,
  signal: AbortSignal,
): Promise<Panel> {
  const { host, root } = createHost(document, { inset: '0', 'pointer-events': 'none', 'color-scheme': 'light dark' });
  document.documentElement.append(host);
  const { frame, inside } = await openCardFrame(document, root, words.title);
  const outline = make(document, 'div', {
    position: 'fixed',
    display: 'none',
    'box-sizing': 'border-box',
    border: `2px solid ${COLOURS.indigo}`,
    'border-radius': '4px',
    'box-shadow': `0 0 0 2px ${COLOURS.paper}`,
    background: 'color-mix(in srgb, #2F4B8F 12%, transparent)',
  });
  const stage = make(
    document,
    'div',
    {
      font: '13px/1.5 system-ui, sans-serif',
      color: COLOURS.ink,
      padding: '6px 8px',
      border: `1px dashed ${COLOURS.indigo}`,
      'border-radius': '8px',
      'outline-color': COLOURS.indigo,
      'outline-offset': '2px',
    },
    [words.pointing],
  );
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', words.pointing);
  const line = make(document, 'p', {
    font: '600 15px/1.5 system-ui, sans-serif',
    color: COLOURS.indigo,
    margin: '0',
    'min-height': '22px',
  });
  line.setAttribute('role', 'status');
  line.setAttribute('aria-live', 'polite');
  const body = make(document, 'div', { display: 'grid', gap: '12px' });
  const card = make(
    document,
    'div',
    { padding: '16px 20px', display: 'grid', gap: '12px', color: COLOURS.ink, 'text-align': 'start' },
    [body, line],
  );
  let corner = 0;
  const aside = button(document, words.aside, 'word', () => {
    corner = (corner + 1) % CORNERS.length;
    style(frame, CORNERS[corner] ?? {});
  });
  style(aside, { 'font-size': '13px', 'justify-self': 'start' });
  card.append(aside);
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', words.title);
  root.prepend(outline);
  inside.body.append(card);
  const resize = fitTo(card, frame, signal);
  inside.addEventListener('keydown', (event) => event.key === 'Escape' && event.isTrusted && leave(), { signal });

  let shown: Element | undefined;
  const place = (): void => {
    if (!shown?.isConnected) {
      style(outline, { display: 'none' });
      return;
    }
    const { x, y, width, height } = placeOf(shown);
    style(outline, {
      display: 'block',
      left: `${x - 3}px`,
      top: `${y - 3}px`,
      width: `${width + 6}px`,
      height: `${height + 6}px`,
    });
  };
  const view = document.defaultView;
  for (const type of ['scroll', 'resize'])
    view?.addEventListener(type, place, { capture: true, passive: true, signal });
  return {
    host,
    stage,
    show: (parts, focus) => {
      body.replaceChildren(...parts);
      resize();
      focus?.focus();
    },
    say: (said) => {
      if (line.textContent !== said) line.textContent = said;
    },
    outline: (element) => {
      shown = element;
      place();
    },
    keepClear: (elements) => keepClear(frame, elements.map(placeOf)),
    giveFocus: focusGiver(inside, signal),
    remove: () => host.remove(),
  };
}

const CORNERS: readonly Styles[] = [
  { bottom: '16px', right: '16px', top: 'auto', left: 'auto' },
  { top: '16px', right: '16px', bottom: 'auto', left: 'auto' },
  { bottom: '16px', left: '16px', top: 'auto', right: 'auto' },
  { top: '16px', left: '16px', bottom: 'auto', right: 'auto' },
];

/** The card goes to the corner where it lies over as few as may be of these. */
function keepClear(card: HTMLElement, places: readonly DOMRect[]): void {
  const covered = CORNERS.map((corner) => {
    style(card, corner);
    const own = card.getBoundingClientRect();
    return places.filter((place) => overlaps(own, place)).length;
  });
  const best = CORNERS[covered.indexOf(Math.min(...covered))];
  if (best) style(card, best);
}

const overlaps = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
