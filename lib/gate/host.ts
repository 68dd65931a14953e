import { keepClosed } from '../surfaces/deep.ts';
import { GESTURES } from './gestures.ts';

export type Styles = Readonly<Record<string, string>>;

/** Styles are set one by one: no page CSP forbids that, and `important` stands above any rule of the page. */
export function style(element: HTMLElement | SVGElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

export function make<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  styles: Styles = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  style(element, styles);
  element.append(...children);
  return element;
}

/** A node of ours in the page: bare outside, closed inside. It hangs on the root element, away from what the page watches. */
export function createHost(
  document: Document,
  styles: Styles,
): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = make(document, 'div', { all: 'initial', position: 'fixed', 'z-index': '2147483647', ...styles });
  const root = host.attachShadow({ mode: 'closed' });
  keepClosed(host);
  // A page that closes its menus at a press elsewhere must not take a press on ours for one.
  for (const type of GESTURES) root.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
}

export const COLOURS = {
  paper: 'light-dark(#FBFAF7, #14191B)',
  ink: 'light-dark(#1B2326, #ECEAE4)',
  line: 'light-dark(#E3DFD6, #2B3336)',
  leaf: 'light-dark(#1F7A5C, #5CC29C)',
  turmeric: 'light-dark(#9A6A00, #F0C45A)',
  brick: 'light-dark(#A63D2A, #F29A86)',
  indigo: 'light-dark(#2F4B8F, #9DB4F2)',
} as const;

export const DIALOG: Styles = {
  'box-sizing': 'border-box',
  width: 'min(560px, calc(100vw - 32px))',
  'max-height': '80vh',
  margin: 'auto',
  padding: '0',
  border: `1px solid ${COLOURS.line}`,
  'border-radius': '10px',
  overflow: 'hidden',
  background: COLOURS.paper,
  color: COLOURS.ink,
  'color-scheme': 'light dark',
  'box-shadow': '0 12px 40px rgb(0 0 0 / 0.28)',
};
