import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useRef } from 'react';
import { type Scrolled, scrolledTo, TALLEST } from './long-scroll.ts';

export interface LongList {
  /** Pixels of the box in which the rows are. */
  readonly height: number;
  /** Rows in sight and some beside, with where they are in the box. */
  readonly items: readonly { readonly index: number; readonly start: number }[];
}

/** Only what is in sight is in the document, of a list of any length. */
export function useLongList(scroller: RefObject<HTMLElement | null>, count: number, row: number): LongList {
  const at = useRef<Scrolled>({ box: 0, list: 0 });
  const whole = count * row;
  const height = Math.min(whole, TALLEST);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 8,
    initialRect: { width: 320, height: 800 },
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (top, scrolling) => {
        const seen = scroller.current?.clientHeight ?? 0;
        at.current = scrolledTo(at.current, top, { box: height - seen, list: whole - seen });
        tell(at.current.list, scrolling);
      }),
  });
  const { box, list } = at.current;
  return { height, items: virtual.getVirtualItems().map(({ index, start }) => ({ index, start: start - list + box })) };
}
