import { type RefObject, useEffect } from 'react';

/** What was unfolded is to be seen whole where there is room, not only the field that has the keyboard. */
export function useInSight(root: RefObject<HTMLElement | null>, selector: string, unfolded: unknown): void {
  useEffect(() => {
    if (unfolded) root.current?.querySelector(selector)?.scrollIntoView?.({ block: 'nearest' });
  }, [root, selector, unfolded]);
}
