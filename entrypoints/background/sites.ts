import { browser } from '@/lib/platform/browser.ts';
import { allowedSites, matchOf } from '@/lib/platform/permissions.ts';
import { readsTime } from '@/lib/surfaces/clock.ts';
import { matchesAny } from '@/lib/surfaces/matches.ts';
import surfaces from '@/lib/surfaces/registry.ts';

/** Sites that the user allowed, one origin each. The permission is asked for by the page that was clicked in; here it is only used. */
const idOf = (origin: string): string => `site:${origin}`;

const GUARD = 'content-scripts/guard.js';
/** For a site that nobody knows by its address: all that everybody may host for themselves. */
const CLOCK = 'content-scripts/clock.js';
const OWN_SITES = ['sites/own-sites.js', CLOCK, GUARD, 'content-scripts/own-sites.js'];

/** An address that a known site has gets that site's data alone. */
function scriptsFor(origin: string): string[] {
  const known = surfaces.filter(
    ({ hooks, matches }) => hooks && (matches.includes(`${origin}/*`) || matchesAny(matches)({ href: `${origin}/` })),
  );
  if (known.length === 0) return OWN_SITES;
  const clock = known.some(({ hooks }) => hooks && readsTime(hooks)) ? [CLOCK] : [];
  return [...known.map(({ id }) => `sites/${id}.js`), ...clock, GUARD];
}

/** Watches an allowed origin from now on, its open tabs included. Throws when the permission is not there. */
export async function watchSite(origin: string): Promise<void> {
  const match = matchOf(origin);
  if (!(await browser.permissions.contains({ origins: [match] }))) throw new Error(`No permission for ${origin}`);
  await forgetSite(origin);
  await browser.scripting.registerContentScripts([
    {
      id: idOf(origin),
      matches: [match],
      js: scriptsFor(origin),
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ] as never);
  await putIntoOpenTabs([match]);
}

/** An update may drop what was registered, and may bring other scripts for the same site: all that is still allowed is watched anew. */
export async function watchAllowedSites(): Promise<void> {
  await Promise.allSettled((await allowedSites()).map(watchSite));
}

export async function forgetSite(origin: string): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [idOf(origin)] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [idOf(origin)] });
}

/** A permission taken back in the browser's own settings ends the watching too. */
export async function forgetSitesWithout(origins: readonly string[]): Promise<void> {
  const gone = new Set(origins);
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const ids = scripts.filter((s) => s.matches?.some((m) => gone.has(m))).map((s) => s.id);
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

interface Watched {
  readonly matches: readonly string[];
  readonly files: readonly string[];
}

/** All that is watched: what the manifest names, and what the user allowed since. */
async function watched(): Promise<readonly Watched[]> {
  const built = browser.runtime.getManifest().content_scripts ?? [];
  const allowed = await browser.scripting.getRegisteredContentScripts();
  return [...built, ...allowed].map(({ matches = [], js = [] }) => ({ matches, files: js.map(relative) }));
}

/** Firefox gives the manifest back with whole addresses, and takes only relative ones. */
const relative = (file: string): string => file.replace(/^\w+-extension:\/\/[^/]+\//, '');

export const watchedMatches = async (): Promise<readonly string[]> =>
  (await watched()).flatMap(({ matches }) => matches);

/** After an install or update, pages that are already open get the new guard; it takes over from an orphaned one. */
export async function putIntoOpenTabs(matches: readonly string[]): Promise<void> {
  const scripts = (await watched()).filter((script) => script.matches.some((match) => matches.includes(match)));
  await Promise.allSettled(scripts.map(putOne));
}

async function putOne({ matches, files }: Watched): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches] });
  const put = (tabId: number): Promise<unknown> =>
    browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [...files] } as never);
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [put(id)])));
}
