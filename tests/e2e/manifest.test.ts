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
  'chrome-mv3': [
    'activeTab',
    'alarms',
    'contextMenus',
    'offscreen',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ],
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
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; frame-src 'self'; connect-src 'self' https: wss:; form-action 'none'; base-uri 'none'";
const MOST = 26_500;
/** The gate, what is known of the site, and a clock where it lets a time be chosen. */
const MOST_PER_PAGE = 30_000;

/** Every page of ours but the one in which teams live. */
const pagesOf = (target: string): readonly string[] =>
  readdirSync(folder(target)).filter((file) => file.endsWith('.html') && file !== 'team-host.html');

/** All code that a page may come to load: what it names, what that imports, and what that imports later. */
function codeOf(target: string, page: string): string {
  const [open, seen] = [[page], new Map<string, string>()];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || !existsSync(`${folder(target)}/${file}`)) continue;
    const text = built(target, file).toString();
    seen.set(file, text);
    const named = [...text.matchAll(/["'`](?:\.?\/)?((?:chunks\/|assets\/)?[\w.-]+\.js)["'`]/g)].map(
      (found) => found[1] ?? '',
    );
    open.push(...named, ...named.map((name) => `chunks/${name}`));
  }
  return [...seen.values()].join('\n');
}

/** Words that only lib/team says. */
const OF_TEAMS = [
  'The team that was begun does not open.',
  'ed25519-nkey',
  '$SYS.REQ.CLAIMS.UPDATE',
  'no seed of a NATS key',
] as const;
const saidIn = (code: string): readonly string[] => OF_TEAMS.filter((words) => code.includes(words));

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

  it('lets its pages run only its own code, and all but the place of the teams connect nowhere', () => {
    expect(manifest(target).content_security_policy).toEqual({ extension_pages: CSP });
    const head = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`;
    const pages = pagesOf(target);
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => built(target, page).toString().indexOf(head) < 0)).toEqual([]);
    expect(pages.filter((page) => /<script/.test(built(target, page).toString().split(head)[0] ?? ''))).toEqual([]);
  });

  it('keeps what runs teams out of the background, of every page that is watched, and of every other page of ours', () => {
    expect(saidIn(codeOf(target, 'team-host.html'))).toEqual(OF_TEAMS);
    const inPages = ['content-scripts', 'sites'].flatMap((at) =>
      readdirSync(`${folder(target)}/${at}`).map((name) => `${at}/${name}`),
    );
    const all = ['background.js', ...inPages, ...pagesOf(target)];
    expect(all.filter((file) => saidIn(codeOf(target, file)).length > 0)).toEqual([]);
  });

  it('shows pages nothing but the warning, which opens only with a secret', () => {
    expect(manifest(target).web_accessible_resources.flatMap((r: { resources: string[] }) => r.resources)).toEqual([
      'warning.html',
      'reader.html',
    ]);
  });

  it('carries at most 30 kB gzipped into every page that is watched from the start: the gate, and its site beside it', () => {
    const scripts = manifest(target).content_scripts as readonly Script[];
    const heavy = scripts
      .map(({ matches, js }) => ({ matches, weight: weight(target, js) }))
      .filter((page) => page.weight > MOST_PER_PAGE);
    expect(heavy).toEqual([]);
  });

  it('keeps each script that guards a page at 26.5 kB gzipped at most', () => {
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
