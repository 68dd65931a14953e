import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { extensionFolder } from '../e2e/support/chromium.ts';

const PEER = 'tests/clients/node_modules/@inboxsdk/core';

interface Size {
  readonly what: string;
  readonly kilobytes: number;
}

/** What is carried into a page, minified and gzipped; the peer, which ships unminified, is minified the same way. */
export async function bundles(): Promise<readonly Size[]> {
  const ours = scriptsIn(`${extensionFolder()}/content-scripts`).map(({ name, kilobytes }) => ({
    what: `Izin, ${name}`,
    kilobytes,
  }));
  // Beside guard.js a page of a known site carries one of these, its site as data.
  const sites = scriptsIn(`${extensionFolder()}/sites`).toSorted((a, b) => b.kilobytes - a.kilobytes);
  const [largest] = sites;
  const site = largest
    ? [{ what: `Izin, largest of ${sites.length} sites (${largest.name})`, kilobytes: largest.kilobytes }]
    : [];
  const peers = await Promise.all(
    ['inboxsdk.js', 'pageWorld.js'].map(async (name) => ({
      what: `@inboxsdk/core, ${name}`,
      kilobytes: gzipped(await minified(`${PEER}/${name}`)),
    })),
  );
  return [...ours, ...site, ...peers];
}

const scriptsIn = (folder: string): readonly { readonly name: string; readonly kilobytes: number }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, kilobytes: gzipped(readFileSync(`${folder}/${name}`)) }));

const gzipped = (code: Buffer | string): number => gzipSync(code).length / 1_000;

async function minified(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry: file, formats: ['cjs'] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error(`${file} was not built`);
  return first.output[0].code;
}
