import type { Op } from '@/lib/domain/op.ts';
import { idsInBulk } from '@/lib/exchange/ids.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';

/* Runs in a page of the extension, on its own ledger. What a list of so many people costs, step by step. */
const AT = '2026-11-20T02:15:00.000Z';
const FIRST = [
  'Sari',
  'Budi',
  'Wayan',
  'Dewi',
  'Agus',
  'Putri',
  'Rizky',
  'Ayu',
  'Bayu',
  'Citra',
  'Eko',
  'Fitri',
  'Gilang',
];
const LAST = [
  'Wulandari',
  'Santoso',
  'Pratama',
  'Lestari',
  'Nugroho',
  'Kusuma',
  'Halim',
  'Siregar',
  'Saputra',
  'Anggraini',
  'Tan',
];
const PART = 5_000;

const nameOf = (n: number): string => `${FIRST[n % FIRST.length]} ${LAST[(n >> 3) % LAST.length]} ${n}`;
const addressOf = (n: number): string => `wartawan${n}@media${n % 997}.example`;

function personOp(n: number, id: () => string, batch: string): Op {
  const recordId = id();
  return {
    id: id(),
    space: 'personal',
    subject: id(),
    of: 'person',
    at: AT,
    by: 'self',
    batch,
    changes: [
      {
        kind: 'person',
        set: {
          name: nameOf(n),
          role: 'journalist',
          ageBand: 'unknown',
          clearance: 'public',
          outlet: `Harian ${n % 997}`,
          source: { type: 'media_database', collectedAt: AT, detail: 'daftar.csv' },
        },
      },
      { kind: 'point', point: { id: id(), channel: 'email', address: addressOf(n) } },
      {
        kind: 'record',
        record: {
          schema_version: 'izin.consent/1',
          record_id: recordId,
          law_packs: ['ID_PDP'],
          processes: [
            { process_id: id(), purpose: 'pr_media', lawful_basis: 'consent', channels: ['email'], clients: [] },
          ],
        },
      },
      {
        kind: 'consent',
        recordId,
        event: {
          event_id: id(),
          state: 'unknown',
          consent_type: 'none',
          at: AT,
          by_relation: 'imported',
          recorded_by: 'self',
          recorded_at: AT,
          prev: [],
        },
      },
    ],
  };
}

function* partsOf(count: number, batch: string): Generator<readonly Op[]> {
  const id = idsInBulk();
  for (let from = 0; from < count; from += PART)
    yield Array.from({ length: Math.min(PART, count - from) }, (_, index) => personOp(from + index, id, batch));
}

const heap = (): number => Reflect.get(performance, 'memory')?.usedJSHeapSize ?? 0;
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

async function ledgerHere(): Promise<Ledger> {
  const opened = await openLedger();
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Milliseconds to make the ops alone, and to make and write them; the largest heap seen, and bytes on disk. */
export async function write(count: number) {
  const made = await timed(async () => {
    for (const part of partsOf(count, 'none')) if (part.length === 0) throw new Error('empty');
  });
  const ledger = await ledgerHere();
  const before = (await navigator.storage.estimate()).usage ?? 0;
  let most = 0;
  const written = await timed(async () => {
    const result = await ledger.appendBulk(partsOf(count, `million-${count}`), {
      total: count,
      onProgress: () => {
        most = Math.max(most, heap());
      },
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
  });
  const bytes = ((await navigator.storage.estimate()).usage ?? 0) - before;
  ledger.close();
  return { made, written, heap: most, bytes };
}

/** A question about so many recipients spread over all, asked anew each time. */
export async function ask(count: number, recipients: number, runs: number): Promise<number[]> {
  const ledger = await ledgerHere();
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const points = Array.from({ length: recipients }, () => ({
      channel: 'email' as const,
      address: addressOf(Math.floor(Math.random() * count)),
    }));
    samples.push(
      await timed(async () => {
        const found = await ledger.peopleAt(['personal'], points);
        if (found.some((people) => people.length !== 1)) throw new Error('somebody was not found');
      }),
    );
  }
  ledger.close();
  return samples;
}

/** From an open ledger in which nobody was looked for yet: the first matches, as the list shows them. */
export async function soon(count: number, word: string): Promise<number> {
  const ledger = await ledgerHere();
  // An opened page knows the policy before anything is typed.
  await ledger.policy('personal');
  const query = word === '' ? `wartawan${count - 1}` : word;
  const took = await timed(async () => {
    const { people } = await ledger.listPeople('personal', { limit: 20, query, soon: true });
    if (people.length === 0) throw new Error(`nobody for ${query}`);
  });
  ledger.close();
  return took;
}

/** The list at its beginning and in its middle, each time anew. */
export async function jump(count: number): Promise<{ readonly start: number; readonly middle: number }> {
  const at = async (offset: number): Promise<number> => {
    const ledger = await ledgerHere();
    await ledger.policy('personal');
    const took = await timed(async () => {
      const { people, total } = await ledger.listPeople('personal', { limit: 100, offset });
      if (people.length !== 100 || total !== count) throw new Error('a page has gaps');
    });
    ledger.close();
    return took;
  };
  return { start: await at(0), middle: await at(Math.floor(count / 2)) };
}

/** Every line read once; then searches, and pages of the list at random. Heap in bytes after all. */
export async function list(count: number) {
  const ledger = await ledgerHere();
  const found = async (query: string, soon = false): Promise<void> => {
    const { total } = await ledger.listPeople('personal', { limit: 20, query, soon });
    if (total === 0) throw new Error(`nobody for ${query}`);
  };
  const whole = await timed(() => found('e'));
  const common = await timed(() => found('dewi les'));
  const later: number[] = [];
  for (let run = 0; run < 20; run += 1)
    later.push(await timed(() => found(`wartawan${Math.floor(Math.random() * count)}`, true)));
  const pages: number[] = [];
  for (let run = 0; run < 20; run += 1)
    pages.push(
      await timed(async () => {
        const { people } = await ledger.listPeople('personal', {
          limit: 50,
          offset: Math.floor(Math.random() * (count - 50)),
        });
        if (people.length !== 50) throw new Error('a page has gaps');
      }),
    );
  const most = heap();
  ledger.close();
  return { whole, common, later, pages, heap: most };
}

/**
 * A question over the bus, as the guard asks it, about so many recipients; milliseconds each. `drafts`: to so many different
 * groups of them, one after the other; a draft that is written on is asked about again.
 */
export async function judge(count: number, recipients: number, runs: number, drafts = runs): Promise<number[]> {
  const groups = Array.from({ length: drafts }, () =>
    Array.from({ length: recipients }, () => ({
      field: 'bcc',
      address: addressOf(Math.floor(Math.random() * count)),
    })),
  );
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const draft = {
      surface: 'gmail',
      channel: 'email',
      audience: 'people',
      from: 'kami@humas.example',
      recipients: groups[run % drafts],
      subject: 'Undangan',
      text: 'Yth. Bapak dan Ibu, kami mengundang Anda ke peluncuran pada Kamis pukul 10.00 WIB.',
      attachments: [],
      unreadable: [],
    };
    samples.push(
      await timed(async () => {
        const reply: unknown = await Reflect.get(globalThis, 'chrome').runtime.sendMessage({
          izin: 'judge',
          question: { draft },
        });
        if (typeof reply !== 'object' || reply === null || 'error' in reply) throw new Error(JSON.stringify(reply));
      }),
    );
  }
  return samples;
}

/** The bare work: as many HMACs, as many bytes into plain IndexedDB in as many pages. */
export async function bare(count: number, bytes: number) {
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const encoder = new TextEncoder();
  const hmac = await timed(async () => {
    for (let from = 0; from < count; from += PART)
      await Promise.all(
        Array.from({ length: PART }, (_, n) =>
          crypto.subtle.sign('HMAC', key, encoder.encode(`personal\u0000email:${addressOf(from + n)}`)),
        ),
      );
  });
  const pages = Math.ceil(count / 64);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('pages');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const page = crypto.getRandomValues(new Uint8Array(Math.min(65_536, Math.ceil(bytes / pages))));
  const plain = await timed(async () => {
    for (let from = 0; from < pages; from += 16)
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction('pages', 'readwrite');
        for (let n = from; n < Math.min(from + 16, pages); n += 1)
          transaction.objectStore('pages').put({ sealed: page }, n);
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
  });
  const reads: number[] = [];
  for (let run = 0; run < 40; run += 1)
    reads.push(
      await timed(
        () =>
          new Promise<void>((resolve, reject) => {
            const transaction = db.transaction('pages', 'readonly');
            for (let n = 0; n < 200; n += 1) transaction.objectStore('pages').get(Math.floor(Math.random() * pages));
            transaction.oncomplete = () => resolve();
            transaction.onerror = () => reject(transaction.error);
          }),
      ),
    );
  db.close();
  indexedDB.deleteDatabase('bare');
  return { hmac, plain, reads };
}
