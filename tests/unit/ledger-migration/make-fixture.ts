// A database as a version of the store wrote it: `npx tsx tests/unit/ledger-migration/make-fixture.ts COMMIT`.
// The code of that commit is unpacked beside this tree and told the story; what then lies in its database, and what
// that code itself found in it, becomes fixtures/store-vN.json.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { openLedger } from '@/lib/ledger/open-ledger.ts';
import { dumpOf, toText } from './dump.ts';
import { found } from './found.ts';
import { fixtureKeys } from './key.ts';
import { IMPORT_KEPT, IMPORT_UNDONE, KEPT, LATER, OPS, SPACE, UNDONE } from './story.ts';

const NAME = 'izin';
const [, , commit = 'HEAD'] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'izin-store-'));
try {
  execFileSync('sh', ['-c', `git archive ${commit} lib assets package.json tsconfig.json | tar -x -C ${folder}`]);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  symlinkSync(resolve('.wxt'), join(folder, '.wxt'));
  const code = (await import(join(folder, 'lib/ledger/open-ledger.ts'))) as { openLedger: typeof openLedger };
  const indexedDB = new IDBFactory();
  const now = (): string => '2026-05-05T03:00:00.000Z';
  const opened = await code.openLedger({ name: NAME, indexedDB, IDBKeyRange, keyStore: await fixtureKeys(), now });
  const ledger = good(opened);
  await tell(ledger);
  const then = await found(ledger);
  ledger.close();
  const dump = await dumpOf(indexedDB, NAME);
  const file = join(import.meta.dirname, 'fixtures', `store-v${dump.version / 10}.json`);
  const text = toText({ commit: hashOf(commit), dump, found: then });
  writeFileSync(file, `${text}\n`);
  console.log(`${file}: ${text.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function tell(ledger: Ledger): Promise<void> {
  good(await ledger.setPolicy(SPACE, { ownDomains: ['humas.example'], lawPacks: ['ID_PDP', 'EU_GDPR'] }, 'self'));
  good(await ledger.append(OPS));
  good(await ledger.append(IMPORT_KEPT));
  good(await ledger.append(IMPORT_UNDONE));
  const line = { at: '2026-05-04T04:00:00.000Z', rules: [], people: [] } as const;
  good(await ledger.log({ ...line, kind: 'import', count: 3, batch: KEPT }));
  good(await ledger.log({ ...line, kind: 'import', count: 3, batch: UNDONE }));
  good(await ledger.undo(SPACE, UNDONE, 'self'));
  good(await ledger.log({ ...line, kind: 'undo', count: 3, batch: UNDONE }));
  const sari = ['person-sari'];
  good(await ledger.log({ ...line, kind: 'override', rules: ['opted-out'], people: sari, reason: 'crisis_notice' }));
  if (!('erase' in ledger)) return;
  for (const each of LATER) {
    const told = await ledger.append([each]);
    if (!told.ok && told.error.code === 'invalid') console.log(`not known yet: ${told.error.detail}`);
    else good(told);
  }
  good(await ledger.log({ ...line, kind: 'reveal', people: ['person-rahma'], note: 'birth_date' }));
  good(await ledger.erase({ space: SPACE, person: 'person-rahma', by: 'self' }));
}

function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function hashOf(name: string): string {
  return execFileSync('git', ['rev-parse', '--short=10', name], { encoding: 'utf8' }).trim();
}
