import { defineConfig } from 'wxt';
import { contentSecurityPolicy, manifestFor } from './lib/platform/manifest.ts';

// publicDir and the icon keep the house's top level: everything that is not code lives in assets/.
export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  imports: false,
  // A second build beside the first: tests and benchmarks compare without touching what is loaded in a browser.
  outDir: process.env.IZIN_OUT ?? '.output',
  publicDir: 'assets/public',
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  manifestVersion: 3,
  hooks: {
    // The sites that are watched from the start are also those whose open tabs get the guard after an update.
    'build:manifestGenerated': (_, manifest) => {
      manifest.host_permissions = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
    },
  },
  manifest: ({ browser, mode }) => ({
    ...manifestFor(browser),
    content_security_policy: { extension_pages: contentSecurityPolicy(mode) },
  }),
});
