import type { Page } from 'playwright-core';
import { answered } from './answered.ts';

interface Node {
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

const CHECK = 'M7.4 11.3 L10 13.8 L17.6 4.6';
const RING = 'M14.4 3.6 A8.2 8.2 0 1 0 18.4 7.6';

/** What the seal beside the message says, by its shapes: they stand in a closed shadow root, which only the debugger sees. */
export async function sealOf(page: Page): Promise<'clear' | 'held' | 'other' | 'none'> {
  const root = await answered('the page', async () => {
    const cdp = await page.context().newCDPSession(page);
    const { root: whole } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    await cdp.detach();
    return whole;
  });
  const drawn = shapes(root, false);
  if (drawn.length === 0) return 'none';
  if (drawn.includes(CHECK)) return 'clear';
  return drawn.includes('text') && !drawn.includes(RING) ? 'held' : 'other';
}

/** The guard has its verdict on what is written: from here on a press meets it, on a slow machine too. */
export async function judged(page: Page, as: 'clear' | 'held' = 'clear'): Promise<void> {
  for (const until = Date.now() + 20_000; ; await page.waitForTimeout(50)) {
    const now = await sealOf(page);
    if (now === as) return;
    if (Date.now() > until) throw new Error(`the seal says "${now}", not "${as}"`);
  }
}

function shapes({ nodeName, attributes = [], children = [], shadowRoots = [] }: Node, inside: boolean): string[] {
  const own = !inside ? [] : nodeName === 'path' ? [attributes[attributes.indexOf('d') + 1] ?? ''] : [nodeName];
  return [
    ...own.filter((each) => each !== '#text'),
    ...children.flatMap((each) => shapes(each, inside)),
    ...shadowRoots.flatMap((each) => shapes(each, true)),
  ];
}
