import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import surfaces from '@/lib/surfaces/registry.ts';

const folder = (target: string): string => `${process.env.IZIN_OUT ?? '.output'}/${target}`;
const built = (target: string, file: string): Buffer => readFileSync(`${folder(target)}/${file}`);
const manifest = (target: string) => JSON.parse(built(target, 'manifest.json').toString());
const weight = (target: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(built(target, file)).length, 0);

/** What the stores and the user are asked for. A line more is a decision, not an accident. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'chrome-mv3': ['activeTab', 'alarms', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
  'firefox-mv3': ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
};
const WATCHED = [
  'business.facebook.com',
  'mail.aol.com',
  'mail.google.com',
  'mail.proton.me',
  'mail.yahoo.com',
  'messenger.com',
  'outlook.cloud.microsoft',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'twitter.com',
  'web.telegram.org',
  'web.whatsapp.com',
  'www.facebook.com',
  'www.instagram.com',
  'www.linkedin.com',
  'www.messenger.com',
  'www.tiktok.com',
  'x.com',
].map((host) => `https://${host}/*`);
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; frame-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'";
const MOST = 25_000;
/** The gate, what is known of the site, and a clock where it lets a time be chosen. */
const MOST_PER_PAGE = 28_000;

interface Script {
  readonly matches: readonly string[];
  readonly js: readonly string[];
  readonly [option: string]: unknown;
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the built manifest of %s', (target) => {
  it('asks for the expected permissions and no more', () => {
    const m = manifest(target);
    expect([...m.permissions].sort()).toEqual(PERMISSIONS[target]);
    expect(m.host_permissions).toEqual(WATCHED);
    expect([...m.optional_host_permissions].sort()).toEqual(['http://*/*', 'https://*/*']);
    expect(m.content_scripts.flatMap((s: Script) => s.matches).sort()).toEqual(WATCHED);
  });

  it('guards every watched page and frame before the page’s own scripts', () => {
    for (const script of manifest(target).content_scripts as readonly Script[])
      expect(script).toMatchObject({
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
      });
  });

  it('lets its pages run only its own code and connect nowhere', () => {
    expect(manifest(target).content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('shows pages nothing but the warning, which opens only with a secret', () => {
    expect(manifest(target).web_accessible_resources.flatMap((r: { resources: string[] }) => r.resources)).toEqual([
      'warning.html',
    ]);
  });

  it('carries at most 28 kB gzipped into every page that is watched from the start: the gate, and its site beside it', () => {
    const scripts = manifest(target).content_scripts as readonly Script[];
    const heavy = scripts
      .map(({ matches, js }) => ({ matches, weight: weight(target, js) }))
      .filter((page) => page.weight > MOST_PER_PAGE);
    expect(heavy).toEqual([]);
  });

  it('keeps each script that guards a page at 25 kB gzipped at most', () => {
    const guards = ['guard', 'gmail', 'clock', 'proton', 'own-sites'].map((name) => `content-scripts/${name}.js`);
    const sites = readdirSync(`${folder(target)}/sites`).map((name) => `sites/${name}`);
    expect([...guards, ...sites].filter((file) => weight(target, [file]) > MOST)).toEqual([]);
  });

  it('has the data of every site that is data, for pages that are allowed later too', () => {
    const data = surfaces.filter(({ hooks }) => hooks !== undefined);
    expect(data.length).toBeGreaterThan(20);
    expect(data.filter(({ id }) => !existsSync(`${folder(target)}/sites/${id}.js`))).toEqual([]);
  });
});
