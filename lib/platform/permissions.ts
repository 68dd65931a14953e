import { browser } from './browser.ts';

/** Firefox's match patterns know no port: there the whole host is asked for, and the prompt says so. */
export function matchOf(origin: string): string {
  const { protocol, host, hostname } = new URL(origin);
  const named = browser.runtime.getURL('/').startsWith('moz-extension:') ? hostname : host;
  return `${protocol}//${named}/*`;
}

/** Asks for one site. Must be the first thing after a click, or the browser refuses. False: refused. */
export async function requestSite(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [matchOf(origin)] });
  } catch {
    return false;
  }
}

export async function giveBackSite(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [matchOf(origin)] });
}

/** Origins that the user allowed beyond those of the manifest. */
export async function allowedSites(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  const built = new Set(scripts.flatMap(({ matches = [] }) => matches));
  return origins
    .filter((match) => !built.has(match) && /^https?:\/\/[^*]+\/\*$/.test(match))
    .map((match) => match.slice(0, -2))
    .sort();
}
