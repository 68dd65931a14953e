import { COLOURS, make, style } from './host.ts';

/** `partial`: the page could be read in part only. */
export type SealState = 'clear' | 'checking' | 'count' | 'held' | 'unchecked' | 'partial';

const SVG = 'http://www.w3.org/2000/svg';
const COLOUR: Readonly<Record<SealState, string>> = {
  clear: COLOURS.leaf,
  checking: COLOURS.indigo,
  count: COLOURS.turmeric,
  held: COLOURS.brick,
  unchecked: COLOURS.ink,
  partial: COLOURS.turmeric,
};

/** The round stamp: an open ring that closes to a check, carries a count, or is a full disc. Shape and colour say the same. */
export function drawSeal(document: Document, state: SealState, count: number): SVGElement {
  const colour = COLOUR[state];
  const part = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const line = (element: SVGElement): SVGElement => {
    style(element, { fill: 'none', stroke: colour, 'stroke-width': '1.75', 'stroke-linecap': 'round' });
    return element;
  };
  const picture = part('svg', { viewBox: '0 0 22 22', width: '22', height: '22', 'aria-hidden': 'true' });
  const disc = part('circle', { cx: '11', cy: '11', r: '10.5' });
  style(disc, { fill: state === 'held' ? colour : COLOURS.paper });
  picture.append(disc);
  // The ring is open at the upper right unless a message is held.
  if (state !== 'held') picture.append(line(part('path', { d: 'M14.4 3.6 A8.2 8.2 0 1 0 18.4 7.6' })));
  switch (state) {
    case 'clear':
      picture.append(line(part('path', { d: 'M7.4 11.3 L10 13.8 L17.6 4.6' })));
      break;
    case 'checking':
      for (const x of ['7', '11', '15']) {
        const dot = part('circle', { cx: x, cy: '11', r: '1.1' });
        style(dot, { fill: colour });
        picture.append(dot);
      }
      break;
    case 'unchecked':
      picture.append(line(part('path', { d: 'M8 11 L14 11' })));
      break;
    case 'partial': {
      const half = part('path', { d: 'M11 6.2 A4.8 4.8 0 0 0 11 15.8 Z' });
      style(half, { fill: colour });
      picture.append(half);
      break;
    }
    case 'count':
    case 'held': {
      const number = part('text', { x: '11', y: '14.6', 'text-anchor': 'middle' });
      number.textContent = count > 9 ? '9+' : count > 0 ? String(count) : '!';
      style(number, { font: '600 10px system-ui, sans-serif', fill: state === 'held' ? COLOURS.paper : colour });
      picture.append(number);
      break;
    }
  }
  style(picture, { display: 'block' });
  return picture;
}

/** Out of the page's Tab order: between the text and Send a focusable node would catch the Enter that was meant for Send. */
export function sealButton(document: Document, label: string): HTMLElement {
  const element = make(document, 'div', {
    width: '22px',
    height: '22px',
    cursor: 'pointer',
    'color-scheme': 'light dark',
  });
  element.setAttribute('role', 'img');
  labelSeal(element, label);
  return element;
}

export function labelSeal(element: HTMLElement, label: string): void {
  element.setAttribute('aria-label', label);
  element.title = label;
}
