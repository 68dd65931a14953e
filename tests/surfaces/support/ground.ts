import { rmSync } from 'node:fs';
import { seedScript } from '../../real/support/seed.ts';
import type { SeedPerson } from '../../real/support/seed-page.ts';
import type { SiteCase } from '../case.ts';
import { copyWithLeave, isBuiltIn } from './built.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';
import { pageOfOurs } from './pages.ts';
import type { Browser, Tab } from './tab.ts';

export const BROWSERS = ['Chromium', 'Firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

const WAYS = {
  Chromium: { folder: 'chrome-mv3', start: startChromium },
  Firefox: { folder: 'firefox-mv3', start: startFirefox },
} as const;

/** A browser, and whose turn it is to use it. */
interface Place {
  started?: Promise<Started>;
  queue: Promise<unknown>;
  waiting: number;
}

/**
 * So many browsers of each kind for a whole file, each started when the first test needs it; a test has one to itself
 * while it runs.
 */
export function createGround(
  needs: Needs,
  count = 1,
): {
  readonly turn: (name: BrowserName, run: (browser: Browser) => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
} {
  const made = (): readonly Place[] => Array.from({ length: count }, () => ({ queue: Promise.resolve(), waiting: 0 }));
  const places: Readonly<Record<BrowserName, readonly Place[]>> = { Chromium: made(), Firefox: made() };
  return {
    turn: (name, run) => {
      const place = places[name].reduce((one, other) => (other.waiting < one.waiting ? other : one));
      place.waiting += 1;
      const mine = place.queue.then(async () => {
        place.started ??= start(name, needs);
        const lease = { over: false };
        const work = run(leased((await place.started).browser, lease));
        await within(ONE_TEST, work).finally(() => {
          lease.over = true;
        });
      });
      place.queue = mine
        .catch(() => undefined)
        .finally(() => {
          place.waiting -= 1;
        });
      return mine;
    },
    close: async () => {
      for (const { started } of [...places.Chromium, ...places.Firefox]) {
        if (!started) continue;
        const { browser, folder } = await started;
        await browser.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** A browser that does not answer must not keep the others waiting, and what was too late must not touch the next one's page. */
const ONE_TEST = 120_000;
/** For a test with its place in the queue. */
export const PATIENCE = 600_000;

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The same browser until its time is over; its tabs too. */
function leased<T extends object>(given: T, lease: { readonly over: boolean }): T {
  return new Proxy(given, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]) => {
        if (lease.over) throw new Error('this test was given up');
        const answer: unknown = await value.apply(target, args);
        return isTab(answer) ? leased(answer, lease) : answer;
      };
    },
  });
}

const isTab = (value: unknown): value is Tab =>
  typeof value === 'object' && value !== null && 'keyDown' in value && 'inWarning' in value;

interface Started {
  readonly browser: Browser;
  readonly folder: string;
}

/** Whose pages are visited, and who is in the ledger. */
export interface Needs {
  readonly urls: readonly string[];
  readonly people: readonly SeedPerson[];
}

async function start(name: BrowserName, { urls, people }: Needs): Promise<Started> {
  const way = WAYS[name];
  const folder = copyWithLeave(way.folder, (built) =>
    unique(urls.filter((url) => !pageOfOurs(url) && !isBuiltIn(built, url)).map((url) => new URL(url).origin)),
  );
  const browser = await way.start(folder.path);
  if (people.length > 0) await browser.own(await seedScript(people));
  for (const origin of folder.origins) await ask(browser, 'sites', { origin, watch: true });
  return { browser, folder: folder.path };
}

/** A question to the background, as a page of the extension asks it. */
export async function ask(browser: Browser, izin: string, question: unknown): Promise<unknown> {
  const message = JSON.stringify({ izin, question });
  const reply = await browser.own<{ readonly answer?: unknown; readonly error?: string }>(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${message})`,
  );
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.answer;
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

export const needsOf = (cases: readonly SiteCase[]): Needs => ({
  urls: cases.map(({ url }) => url),
  people: peopleOf(cases),
});

function peopleOf(cases: readonly SiteCase[]): readonly SeedPerson[] {
  const boxes = cases.flatMap((site) => site.boxes);
  const seeded = [
    ...boxes.flatMap(({ stopped }) => (stopped ? [{ ...stopped, says: 'stopped' as const }] : [])),
    ...boxes.flatMap(({ known }) => (known ? [{ ...known, says: 'given' as const }] : [])),
  ];
  const byPoint = new Map(seeded.map((each) => [`${each.channel} ${each.address}`, each]));
  return [...byPoint.values()].map(({ channel, address, says }, at) => ({
    name: `Orang ${at + 1}`,
    says,
    channel,
    address,
  }));
}
