import type { Page } from 'playwright-core';

interface Node {
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** How many native dialogs stand open over the page, in closed shadow roots too, which only the debugger can see. */
export async function openDialogs(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  await cdp.detach();
  return count(root);
}

function count({ nodeName, attributes = [], children = [], shadowRoots = [] }: Node): number {
  const own = nodeName === 'DIALOG' && attributes.includes('open') ? 1 : 0;
  return [...children, ...shadowRoots].reduce((sum, each) => sum + count(each), own);
}
