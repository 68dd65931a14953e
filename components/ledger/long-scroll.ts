/*
 * A browser draws nothing lower than some tens of millions of pixels (Firefox 17, Chromium 33): a million rows would end
 * in the middle. A longer list scrolls in a box of the greatest height that both can draw. A small movement moves the rows
 * by as much; a jump goes to the same share of the whole; near either end the rows move faster, so that both ends meet.
 */
export const TALLEST = 8_000_000;
/** Movements up to this many pixels are small, and an end is near within so many. */
const [SMALL, NEAR] = [4_000, 20_000];

/** Pixels from the top: in the box, and in the whole list. */
export interface Scrolled {
  readonly box: number;
  readonly list: number;
}

export function scrolledTo({ box, list }: Scrolled, top: number, most: Scrolled): Scrolled {
  if (most.list <= most.box) return { box: top, list: top };
  const moved = top - box;
  if (moved === 0) return { box, list };
  if (Math.abs(moved) > SMALL || most.box <= 0) return { box: top, list: (top / most.box) * most.list };
  const [inBox, inList] = moved > 0 ? [most.box - box, most.list - list] : [box, list];
  const pace = inBox < NEAR ? inList / Math.max(1, inBox) : Math.min(1, inList / inBox);
  return { box: top, list: Math.min(most.list, Math.max(0, list + moved * pace)) };
}
