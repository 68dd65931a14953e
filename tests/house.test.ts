// The house's walls, held by reading the source. Needs no build; the built manifests are held by tests/e2e/manifest.test.ts.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import surfaces from '../lib/surfaces/registry.ts';
import { missingCases } from './surfaces/support/missing.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .trim()
  .split('\n');
const source = files.filter((f) => /^(lib|components|entrypoints)\/.*\.tsx?$/.test(f));
const text = (file: string): string => readFileSync(file, 'utf8');
const code = (file: string): string => text(file).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');
const naming = (pattern: RegExp, allowed: RegExp): string[] =>
  source.filter((f) => !allowed.test(f) && pattern.test(code(f)));

/** From → what it may import of ours (architecture, §1). `words` is platform's `t()`. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  law: ['domain'],
  detect: ['domain'],
  rules: ['domain', 'law', 'detect'],
  surfaces: ['domain'],
  gate: ['domain', 'surfaces', 'bus', 'words-of-gate'],
  adapters: ['domain', 'surfaces', 'platform'],
  teach: ['domain', 'surfaces', 'gate', 'words'],
  attachments: ['domain', 'detect', 'texts'],
  assess: ['domain', 'detect', 'rules', 'ledger'],
  vault: ['domain', 'platform'],
  ledger: ['domain', 'law', 'vault', 'platform'],
  exchange: ['domain', 'ledger', 'texts'],
  texts: ['domain', 'exchange'],
  team: ['domain', 'ledger', 'vault', 'platform'],
  bus: ['domain', 'platform'],
  platform: ['words', 'words-of-gate'],
  components: ['domain', 'words', 'components', 'lucide'],
  entrypoints: ['*'],
};

/** How texts and cells are written in files: nothing of the ledger, so that attachments are read by it too. */
const TEXTS = /^lib\/exchange\/(?:csv|decode|signature|xlsx\/(?:cell-text|crc|number|styles|xml))\.ts$/;

const roomOf = (path: string): string => {
  if (TEXTS.test(path)) return 'texts';
  if (path.startsWith('lib/platform/words')) return 'words';
  if (path.startsWith('assets/words/gate')) return 'words-of-gate';
  if (path.startsWith('assets/words/')) return 'words';
  return path.startsWith('lib/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? '');
};

const importsOf = (file: string): string[] =>
  [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)]
    .map((m) => m[1] ?? '')
    .filter((path) => path.startsWith('.') || path.startsWith('@/'))
    .map((path) => (path.startsWith('@/') ? path.slice(2) : normalize(join(dirname(file), path))));

describe('the house', () => {
  it('keeps its import walls', () => {
    const through = source.flatMap((file) => {
      const from = roomOf(file) === 'words' ? 'platform' : roomOf(file);
      const may = MAY[from] ?? [];
      return importsOf(file)
        .map((path) => ({ path, to: roomOf(path) }))
        .filter(({ to }) => to !== from && !may.includes(to) && !may.includes('*') && to !== 'assets')
        .map(({ path }) => `${file} → ${path}`);
    });
    expect(through).toEqual([]);
  });

  it('lets nobody import a door from outside it', () => {
    const doors = source.flatMap((f) =>
      importsOf(f)
        .filter((p) => p.startsWith('entrypoints/') && !p.startsWith(`${f.split('/').slice(0, 2).join('/')}/`))
        .map((p) => `${f} → ${p}`),
    );
    expect(doors).toEqual([]);
  });

  it('names browser.* only in platform', () => {
    expect(naming(/\b(chrome\.\w|from 'wxt\/browser'|webextension-polyfill)/, /^lib\/platform\//)).toEqual([]);
  });

  it('names Dexie only in the ledger', () => {
    expect(naming(/from 'dexie'|\bDexie\b|indexedDB\.open/, /^lib\/(ledger|vault)\//)).toEqual([]);
    expect(naming(/from 'dexie'|\bDexie\b/, /^lib\/ledger\//)).toEqual([]);
  });

  it('opens a connection only in team', () => {
    expect(
      naming(
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts/,
        /^lib\/team\//,
      ),
    ).toEqual([]);
  });

  it('writes no HTML from strings', () => {
    expect(
      naming(
        /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment/,
        /^$/,
      ),
    ).toEqual([]);
  });

  it('touches host pages only in gate and surfaces', () => {
    expect(naming(/\.msg-form|\[g_editable|#composebody/, /^lib\/(gate|surfaces)\//)).toEqual([]);
  });

  it('keeps files small: median ≤ 60 lines, nine in ten ≤ 180, none over 300 without a reason at its top', () => {
    const sizes = source
      .map((file) => ({ file, lines: text(file).split('\n').length }))
      .sort((a, b) => a.lines - b.lines);
    const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;
    const long = sizes.filter(
      ({ file, lines }) => lines > 300 && !/^(\/\/|\/\*).*\bLong because\b/ms.test(text(file).slice(0, 600)),
    );
    expect(long).toEqual([]);
    expect(at(0.9)).toBeLessThanOrEqual(180);
    expect(at(0.5)).toBeLessThanOrEqual(60);
  });
});

describe('words', () => {
  const catalogues = files
    .filter((f) => /^assets\/words\/.*\.json$/.test(f))
    .map((f) => ({ file: f, entries: JSON.parse(text(f)) as Record<string, Record<string, unknown>> }));
  const forms = (form: unknown): string[] =>
    typeof form === 'string' ? [form] : Object.values(form as Record<string, string>);
  const holes = (form: unknown): string =>
    [...new Set(forms(form).flatMap((s) => s.match(/\{\w+\}/g) ?? []))].sort().join();

  it('says every key in Indonesian and in English, with the same values to fill in', () => {
    const faults = catalogues.flatMap(({ file, entries }) =>
      Object.entries(entries)
        .filter(([, e]) => {
          const [en, id] = [e.en, e.id];
          return !en || !id || [...forms(en), ...forms(id)].some((s) => s.trim() === '') || holes(en) !== holes(id);
        })
        .map(([key]) => `${file}: ${key}`),
    );
    expect(faults).toEqual([]);
  });

  it('gives every key once', () => {
    const keys = catalogues.flatMap(({ entries }) => Object.keys(entries));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('gives the manifest the same messages in every locale', () => {
    const keys = (locale: string): string[] =>
      Object.keys(JSON.parse(text(`assets/public/_locales/${locale}/messages.json`))).sort();
    expect(keys('id')).toEqual(keys('en'));
  });
});

describe('surfaces', () => {
  it('have a case for the contract suite each', () => {
    expect(missingCases(surfaces.map(({ id }) => id))).toEqual([]);
  });

  it('say by what they are proven and when, and not from tomorrow', () => {
    const vague = surfaces.filter(
      ({ proof }) => proof.by.length < 10 || !/^20\d\d-\d\d-\d\d$/.test(proof.on) || Date.parse(proof.on) > Date.now(),
    );
    expect(vague.map(({ id }) => id)).toEqual([]);
  });
});

describe('the README', () => {
  const readme = text('README.md');
  it('is at most 150 lines', () => expect(readme.split('\n').length).toBeLessThanOrEqual(150));

  it('names only commands that exist', () => {
    const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts);
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((m) => m[1] ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('lists every surface with the proof that its file claims', () => {
    const missing = surfaces.filter(
      (s) =>
        !readme
          .split('\n')
          .some((line) => [s.name, s.proof.grade, s.proof.by, s.proof.on].every((word) => line.includes(word))),
    );
    expect(missing.map((s) => s.id)).toEqual([]);
  });
});
