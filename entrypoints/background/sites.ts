import { browser } from '@/lib/platform/browser.ts';
import { matchOf } from '@/lib/platform/permissions.ts';

/** Self-hosted sites that the user allowed, one origin each. The permission is asked for by the page that was clicked in; here it is only used. */
const idOf = (origin: string): string => `site:${origin}`;

/** Watches an allowed origin from now on, its open tabs included. Throws when the permission is not there. */
export async function watchSite(origin: string): Promise<void> {
  const match = matchOf(origin);
  if (!(await browser.permissions.contains({ origins: [match] }))) throw new Error(`No permission for ${origin}`);
  const js = guardFiles();
  await forgetSite(origin);
  await browser.scripting.registerContentScripts([
    {
      id: idOf(origin),
      matches: [match],
      js,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ] as never);
  await putIntoOpenTabs([match]);
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

/** Firefox gives the manifest back with whole addresses, and takes only relative ones. */
function guardFiles(): string[] {
  const [guard] = browser.runtime.getManifest().content_scripts ?? [];
  return (guard?.js ?? []).map((file) => file.replace(/^\w+-extension:\/\/[^/]+\//, ''));
}

/** After an install or update, pages that are already open get the new guard; it takes over from an orphaned one. */
export async function putIntoOpenTabs(matches: readonly string[]): Promise<void> {
  const files = guardFiles();
  const tabs = await browser.tabs.query({ url: [...matches] });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [
            browser.scripting.executeScript({
              target: { tabId: id, allFrames: true },
              files,
            } as never),
          ],
    ),
  );
}

/** All that is watched: what the manifest names, and what the user allowed since. */
export async function watchedMatches(): Promise<readonly string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  const built = (browser.runtime.getManifest().content_scripts ?? []).flatMap((s) => s.matches ?? []);
  return [...built, ...scripts.flatMap((s) => s.matches ?? [])];
}
