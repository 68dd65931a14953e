import { patternOf, taughtId } from '@/lib/adapters/address.ts';
import { tried } from '@/lib/adapters/corrections.ts';
import { parseHooks } from '@/lib/adapters/schema.ts';
import { writeShelf } from '@/lib/adapters/shelf.ts';
import { learnt, taughtSite, withTaught } from '@/lib/adapters/taught.ts';
import { teacherId } from '@/lib/adapters/teacher.ts';
import type { Messages } from '@/lib/bus/messages.ts';
import { browser } from '@/lib/platform/browser.ts';
import { openPage } from '@/lib/platform/tabs.ts';

const SCRIPT = 'content-scripts/teach.js';

/** Puts the teaching into one page, under the leave that the user's own click gave for this tab (`activeTab`). */
export async function startTeaching(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] } as never);
}

/** Keeps what was learnt on a page, for that page's origin and no other, and shows it. It guards nothing until it is allowed. */
export async function keepTaught(hooks: Messages['taught'][0]['hooks'], url: string | undefined): Promise<string> {
  const parsed = parseHooks(hooks);
  if (!parsed.ok) throw new Error(`Not hooks: ${JSON.stringify(parsed.error)}`);
  const { origin, hostname } = new URL(url ?? '');
  if (!/^https?:/.test(origin)) throw new Error('Only a site can be taught.');
  const now = new Date().toISOString();
  const teacher = await teacherId();
  const id = taughtId(origin);
  const proof = { grade: 'taught', by: hostname, on: now.slice(0, 10) } as const;
  const own = { ...parsed.value, id, name: hostname, matches: [patternOf(origin)], optional: true, proof };
  await writeShelf((shelf) => {
    const before = shelf.taught.find((site) => site.hooks.id === id);
    return withTaught(shelf, taughtSite(learnt(before, { teacher, hooks: own }), origin, now));
  });
  await openPage(`ledger.html#/sites/taught/${encodeURIComponent(id)}`);
  return id;
}

/** A page has shown what a correction is worth. */
export async function rememberTrial({ surface, version, outcome }: Messages['tried'][0]): Promise<void> {
  await writeShelf((shelf) => tried(shelf, surface, version, outcome));
}
