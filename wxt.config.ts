import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { contentSecurityPolicy, manifestFor } from './lib/platform/manifest.ts';
import { siteScripts, watchedPages } from './scripts/system/site-scripts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every page and frame of a watched site, before the page's own scripts: a listener that comes later hears a press later. */
const EVERYWHERE = {
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: 'document_start',
} as const;

// publicDir and the icon keep the house's top level: everything that is not code lives in assets/.
export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  imports: false,
  // A second build beside the first: tests and benchmarks compare without touching what is loaded in a browser.
  outDir: process.env.IZIN_OUT ?? '.output',
  publicDir: 'assets/public',
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  manifestVersion: 3,
  // A worker of a page loads parts of itself when it needs them.
  vite: ({ mode }) => ({ worker: { format: 'es' }, plugins: mode === 'development' ? [] : [connectsNowhere] }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      const names = entrypoints.map(({ name }) => name);
      if (!names.every((name) => GUARDS.includes(name))) return;
      config.plugins = [...(config.plugins ?? []), lighter(names)];
    },
    'build:publicAssets': async (_, files) => {
      for (const { file, code } of await siteScripts()) files.push({ relativeDest: file, contents: code });
    },
    'build:manifestGenerated': async (_, manifest) => {
      const pages = (await watchedPages()).map((page) => ({ ...page, ...EVERYWHERE }));
      manifest.content_scripts = [...(manifest.content_scripts ?? []), ...pages];
      // The sites that are watched from the start are also those whose open tabs get the guard after an update.
      manifest.host_permissions = manifest.content_scripts.flatMap((script) => script.matches ?? []).sort();
    },
  },
  manifest: ({ browser, mode }) => ({
    ...manifestFor(browser),
    content_security_policy: { extension_pages: contentSecurityPolicy(mode) },
  }),
});

/** The manifest lets pages connect, for the one page that is the teams' place; every other page says for itself that it may not. */
const connectsNowhere = {
  name: 'izin:pages-connect-nowhere',
  transformIndexHtml: (html: string, { path }: { readonly path: string }) =>
    path.includes('team-host')
      ? html
      : html.replace(
          '<head>',
          `<head>\n    <meta http-equiv="Content-Security-Policy" content="connect-src 'self'" />`,
        ),
};

/** Adapters that stand beside the guard borrow its engine. */
const BESIDE_THE_GUARD: readonly string[] = ['proton', 'own-sites'];
const GUARDS: readonly string[] = ['guard', 'gmail', 'clock', ...BESIDE_THE_GUARD];

/**
 * What runs in every page is kept small. The few calls that a content script makes (messages, storage) give promises in
 * every browser since Manifest 3, so it carries no polyfill; and its lifetime is its own, not WXT's.
 */
const lighter = (names: readonly string[]) => ({
  name: 'izin:lighter-content-scripts',
  enforce: 'pre' as const,
  resolveId: (source: string) => {
    if (source === 'wxt/browser' || source === '@wxt-dev/webextension-polyfill/browser')
      return here('./lib/platform/bare-browser.ts');
    if (source === 'wxt/utils/content-script-context') return here('./lib/platform/bare-context.ts');
    if (source.endsWith('/from-hooks.ts') && names.every((name) => BESIDE_THE_GUARD.includes(name)))
      return here('./lib/surfaces/borrowed-engine.ts');
    return null;
  },
});
