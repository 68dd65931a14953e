import type { Page } from 'playwright-core';

/** Which of the words stand in any string of the page's memory, after what nobody holds was collected. */
export async function bytesInMemory(page: Page, words: readonly string[]): Promise<readonly string[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const found = new Set<string>();
  let before = '';
  const longest = Math.max(...words.map((word) => word.length));
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    const text = before + chunk;
    for (const word of words) if (text.includes(word)) found.add(word);
    before = chunk.slice(-longest);
  });
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  return words.filter((word) => found.has(word));
}
