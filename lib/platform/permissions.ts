import { browser } from './browser.ts';

/** Firefox's match patterns know no port: there the whole host is asked for, and the prompt says so. */
export function matchOf(origin: string): string {
  const { protocol, host, hostname } = new URL(origin);
  const named = browser.runtime.getURL('/').startsWith('moz-extension:') ? hostname : host;
  return `${protocol}//${named}/*`;
}

/** Asks for one site. Must be the first thing after a click, or the browser refuses. False: refused. */
export const requestSite = (origin: string): Promise<boolean> => requestSites([origin]);

/** One question for all the addresses of one site. */
export async function requestSites(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: origins.map(matchOf) });
  } catch {
    return false;
  }
}

export async function giveBackSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [matchOf(origin)] });
}

/** `https://app.example/*` → `https://app.example`. */
export const originsOf = (matches: readonly string[]): readonly string[] => [
  ...new Set(matches.map((match) => match.replace(/^(\w+:\/\/[^/]+)\/.*$/, '$1'))),
];

/** Origins that the user allowed beyond those of the manifest. */
export async function allowedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const built = new Set(scripts.flatMap(({ matches = [] }) => matches));
  return origins
    .filter((match) => !built.has(match) && /^https?:\/\/(?:\*\.)?[^*]+\/\*$/.test(match))
    .map((match) => match.slice(0, -2))
    .sort();
}
