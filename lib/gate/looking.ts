import type { Gate } from './context.ts';
import type { Desk } from './desk.ts';
import { look } from './hold.ts';

const ONE_PRESS = 700;

/** One key may be heard twice, by the browser as its command and by the page: it is one. */
export function createLooking(gate: Gate): (desk: Desk) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (desk) => {
    const now = performance.now();
    if (now - last < ONE_PRESS) return;
    last = now;
    void look(gate, desk);
  };
}

/** Not where the user has given the command another key. Without an answer it acts: nothing is sent by it. */
export async function lookByKey(gate: Gate, desk: Desk, looking: (desk: Desk) => void): Promise<void> {
  const counts = await gate.options.ask('lookKey', null);
  if (!counts.ok || counts.value) looking(desk);
}
