import { resolve } from 'node:path';
import { build } from 'vite';
import type { Izin } from '../e2e/support/chromium.ts';
import type * as Here from './million-page.ts';

/** A function of `million-page.ts`, run in a page of the extension of its own. */
export type InPage = <K extends keyof typeof Here>(
  name: K,
  ...args: readonly (number | string)[]
) => Promise<Awaited<ReturnType<(typeof Here)[K]>>>;

export async function inPage(izin: Izin): Promise<InPage> {
  const script = await bundled();
  return async <K extends keyof typeof Here>(
    name: K,
    ...args: readonly (number | string)[]
  ): Promise<Awaited<ReturnType<(typeof Here)[K]>>> => {
    const page = await izin.context.newPage();
    try {
      await page.goto(izin.url('popup.html'));
      const answer: unknown = await page.evaluate(
        `(async () => { ${script}; return izinMillion.${name}(${args.map((one) => JSON.stringify(one)).join(', ')}); })()`,
      );
      return answer as Awaited<ReturnType<(typeof Here)[K]>>;
    } finally {
      await page.close();
    }
  };
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      lib: { entry: resolve('tests/bench/million-page.ts'), formats: ['iife'], name: 'izinMillion' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the page was not built');
  return first.output[0].code;
}
