import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import type { SeedPerson } from './seed-page.ts';

/** Writes people into the ledger of the extension that `page` belongs to. */
export async function seedLedger(page: Page, people: readonly SeedPerson[]): Promise<void> {
  const written = await page.evaluate(await seedScript(people));
  if (written !== people.length) throw new Error(`${written} of ${people.length} people were written`);
}

/** The same as one expression, for a browser that is driven otherwise. It gives how many were written. */
export async function seedScript(people: readonly SeedPerson[]): Promise<string> {
  return `(async () => { ${await bundled('seed-page.ts')}; return izinSeed.seed(${JSON.stringify(people)}); })()`;
}

/** The extension's own modules as one script, its exports at `izinSeed`; the extension's pages allow no other way in than the debugger's. */
export async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve('tests/real/support', entry), formats: ['iife'], name: 'izinSeed' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the seed was not built');
  return first.output[0].code;
}
