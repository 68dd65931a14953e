import { readdirSync } from 'node:fs';
import { readsTime } from '../../lib/surfaces/clock.ts';
import { scriptOf } from '../../lib/surfaces/loaded.ts';
import type { Surface } from '../../lib/surfaces/surface.ts';

/** Data of one site, as a script that stands beside the guard. */
interface SiteScript {
  /** Within the extension. */
  readonly file: string;
  readonly code: string;
}

/** Sites that are data alone: one file each, directly in `lib/surfaces`. */
async function dataSites(): Promise<readonly Surface[]> {
  const folder = new URL('../../lib/surfaces/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.surface.ts'));
  const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
  return modules.map((module) => module.default as Surface).filter((surface) => surface.hooks !== undefined);
}

const GUARD = 'content-scripts/guard.js';
const CLOCK = 'content-scripts/clock.js';
/** Coded adapters that stand behind the guard at known addresses. */
const CODED: Readonly<Record<string, string>> = { 'https://mail.proton.me/*': 'content-scripts/proton.js' };

/** One script for each site, and one for all that everybody may host for themselves. */
export async function siteScripts(): Promise<readonly SiteScript[]> {
  const sites = await dataSites();
  const own = sites.flatMap(({ hooks }) => (hooks?.marks ? [hooks] : []));
  return [
    ...sites.flatMap(({ id, hooks }) => (hooks ? [{ file: `sites/${id}.js`, code: scriptOf([hooks]) }] : [])),
    { file: 'sites/own-sites.js', code: scriptOf(own) },
  ];
}

/** Chromium takes frames without an address of their own only for whole hosts. */
const wholeHost = (match: string): string => match.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');

/** Which page gets which scripts, for the manifest: a page carries the guard and its own site, and no other. */
export async function watchedPages(): Promise<readonly { readonly matches: string[]; readonly js: string[] }[]> {
  const byMatch = new Map<string, readonly string[]>(
    Object.entries(CODED).map(([match, file]) => [match, [GUARD, file]]),
  );
  for (const { id, matches, optional, hooks } of await dataSites()) {
    if (optional) continue;
    for (const match of new Set(matches.map(wholeHost)))
      byMatch.set(match, [
        `sites/${id}.js`,
        ...(hooks && readsTime(hooks) ? [CLOCK] : []),
        ...(byMatch.get(match) ?? [GUARD]).filter((file) => file !== CLOCK),
      ]);
  }
  const pages = new Map<string, { matches: string[]; js: string[] }>();
  for (const [match, js] of [...byMatch].sort(([a], [b]) => a.localeCompare(b))) {
    const page = pages.get(js.join()) ?? { matches: [], js: [...js] };
    page.matches.push(match);
    pages.set(js.join(), page);
  }
  return [...pages.values()];
}
