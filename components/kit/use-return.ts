import { useEffect, useRef } from 'react';

/** When what was open is closed, the keyboard goes back to where it came from, not to the top of the page. */
export function useReturn(open: boolean, to: () => HTMLElement | null | undefined): void {
  const was = useRef(open);
  useEffect(() => {
    if (was.current && !open) to()?.focus();
    was.current = open;
  });
}
