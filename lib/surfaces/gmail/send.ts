import { GMAIL } from './marks.ts';

/**
 * Three independent ways to find Send. What any of them names is guarded; what two of them agree on is pressed.
 * Fewer than two: the adapter is degraded, and says so.
 */
export function findSend(root: Element): {
  readonly agreed: HTMLElement | null;
  readonly guarded: ReadonlySet<Element>;
} {
  const votes = new Map<HTMLElement, number>();
  for (const way of GMAIL.send) {
    for (const element of root.querySelectorAll<HTMLElement>(way)) {
      if (!element.matches('.Uo')) votes.set(element, (votes.get(element) ?? 0) + 1);
    }
  }
  const agreed = [...votes].filter(([, count]) => count > 1).map(([element]) => element);
  return { agreed: agreed[0] ?? null, guarded: new Set(votes.keys()) };
}

export const findSendArchive = (root: Element): HTMLElement | null =>
  root.querySelector<HTMLElement>(GMAIL.sendArchive);
