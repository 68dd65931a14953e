import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Manifest {
  readonly content_scripts?: readonly { readonly matches?: readonly string[] }[];
  host_permissions?: readonly string[];
}

/**
 * A copy of the built extension that has leave for a few more origins from the start. Its code is the built one, file by
 * file; only `host_permissions` grow, in place of the browser's prompt, which headless browsers never show (the prompt
 * itself is driven in `tests/real`). Watching such a site is then asked for as the ledger's page does.
 */
export function copyWithLeave(
  which: 'chrome-mv3' | 'firefox-mv3',
  more: (built: string) => readonly string[],
): { readonly path: string; readonly origins: readonly string[] } {
  const built = resolve(process.env.IZIN_OUT ?? '.output', which);
  if (!existsSync(built)) throw new Error(`${built} is missing: build it first`);
  const origins = more(built);
  const copy = mkdtempSync(join(tmpdir(), 'izin-surfaces-'));
  cpSync(built, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  manifest.host_permissions = [...(manifest.host_permissions ?? []), ...origins.map((origin) => `${origin}/*`)];
  writeFileSync(path, JSON.stringify(manifest));
  return { path: copy, origins };
}

/** Whether the built manifest watches this address by itself. */
export function isBuiltIn(folder: string, url: string): boolean {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return (manifest.content_scripts ?? []).some(({ matches = [] }) => matches.some((match) => matchesUrl(match, url)));
}

function matchesUrl(match: string, url: string): boolean {
  const [, scheme, host = '', path = ''] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(match) ?? [];
  if (!scheme) return false;
  const { protocol, hostname, pathname } = new URL(url);
  const asked = protocol.slice(0, -1);
  const hostFits = host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : host === '*' || hostname === host;
  const pathFits = new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(pathname);
  return (scheme === '*' || scheme === asked) && hostFits && pathFits;
}
