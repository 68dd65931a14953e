import { isKey, isPress, targetOf } from '../events.ts';
import type { Proof, SendIntent } from '../surface.ts';

/** What the two practice composers share. Their page is our own, so their marks are a promise, not a finding. */
export const PRACTICE_PROOF: Proof = { grade: 'own', by: 'our own page', on: '2026-11-22' };
export const practiceRoot = (target: Element, kind: 'mail' | 'chat'): Element | null =>
  target.closest(`[data-practice="${kind}"]`);
export const fieldNamed = (root: Element, name: string): HTMLInputElement | HTMLTextAreaElement | null =>
  root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`input[name="${name}"], textarea[name="${name}"]`);
export const sendButton = (root: Element): HTMLElement | null => root.querySelector<HTMLElement>('[data-send]');
/** Extension pages have a scheme of their own in every browser. */
export const isOwnPage = (location: Location): boolean =>
  /^(chrome|moz|safari-web)-extension:$/.test(location.protocol);

export function pressIntent(root: Element, event: Event): SendIntent | undefined {
  const control = sendButton(root);
  const target = targetOf(event);
  if (!control || !target || !control.contains(target)) return undefined;
  const presses = isKey(event) ? ['Enter', ' '].includes(event.key) : isPress(event);
  return presses ? { how: 'send', control } : undefined;
}
