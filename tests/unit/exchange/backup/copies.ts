import fc from 'fast-check';
import type { Change, Op } from '@/lib/domain/op.ts';
import { KDF_FLOOR } from '@/lib/exchange/backup/header.ts';
import { type Root, rootOf } from '@/lib/exchange/backup/key.ts';
import { openBackup, readHead } from '@/lib/exchange/backup/read.ts';
import { type BackupOptions, backupBytes } from '@/lib/exchange/backup/write.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { aConsent, anId, aPoint, aSuppression, NOW } from '../../domain/builders.ts';
import { opened } from '../../ledger/open.ts';

export const WORDS = 'empat kuda minum di sungai';

let made: Promise<Root> | undefined;
/** The floor, so that a test does not wait for what protects a user. */
export const aRoot = (): Promise<Root> => {
  made ??= rootOf(WORDS, { name: 'argon2id', ...KDF_FLOOR, lanes: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' });
  return made;
};

export async function aBackup(ledger: Ledger, more: Partial<BackupOptions> = {}): Promise<Blob> {
  const parts: BlobPart[] = [];
  const options = { root: await aRoot(), made: NOW, ...more };
  for await (const piece of backupBytes(ledger, options, () => undefined)) parts.push(piece);
  return new Blob(parts);
}

export async function open(file: Blob, passphrase = WORDS) {
  return openBackup(opened(await readHead(file)), passphrase);
}

/** What a ledger says of everybody and everything, in an order that does not depend on when it was told. */
export async function told(ledger: Ledger, subjects: readonly string[]) {
  const people = await ledger.persons('personal', subjects.toSorted());
  const { terms, releases } = await ledger.topicsOf('personal');
  const asked = await ledger.peopleAt(
    ['personal'],
    ADDRESSES.map((address) => ({ channel: 'email' as const, address })),
  );
  return {
    people,
    terms: terms.toSorted(byId),
    releases: releases.toSorted(byId),
    policy: await ledger.policy('personal'),
    asked: asked.map((states) => states.map(({ person }) => person.id).toSorted()),
    differences: await ledger.differences(),
  };
}
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const ADDRESSES = ['a', 'b', 'c', 'd'].map((name) => `${name}@harian.example`);
export const SUBJECTS = ['p1', 'p2', 'p3', 't1', 'r1'];

const change: fc.Arbitrary<Pick<Op, 'of' | 'subject'> & { readonly changes: readonly Change[] }> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('p1', 'p2', 'p3'),
      fc.oneof(
        fc
          .string({ minLength: 1 })
          .filter((name) => name.trim() !== '')
          .map((name): Change => ({ kind: 'person', set: { name } })),
        fc
          .constantFrom(...ADDRESSES)
          .map((address): Change => ({ kind: 'point', point: aPoint({ id: address, address }) })),
        fc.constantFrom(...ADDRESSES).map((pointId): Change => ({ kind: 'point-removed', pointId })),
        fc.constantFrom('s1', 's2').map((id): Change => ({ kind: 'suppression', suppression: aSuppression({ id }) })),
        fc.constantFrom('s1', 's2').map((suppressionId): Change => ({ kind: 'suppression-lifted', suppressionId })),
        fc.string().map((text): Change => ({ kind: 'note', note: { id: anId('note'), text, at: NOW } })),
        fc.constant<Change>({ kind: 'contacted', contact: { at: NOW, channel: 'email', purpose: 'pr_media' } }),
        fc.constant<Change>({ kind: 'removed' }),
      ),
    )
    .map(([subject, one]) => ({ of: 'person' as const, subject, changes: [one] })),
  fc.constantFrom('p1', 'p2', 'p3').map((subject) => {
    const { events, subject_id: _, ...record } = aConsent({ state: 'given' });
    const consents = events.map((event): Change => ({ kind: 'consent', recordId: record.record_id, event }));
    return { of: 'person' as const, subject, changes: [{ kind: 'record' as const, record }, ...consents] };
  }),
  fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() !== '')
    .map((phrase) => ({
      of: 'term' as const,
      subject: 't1',
      changes: [{ kind: 'term' as const, term: { phrases: [phrase], class: 'secret' as const, cleared: ['p1'] } }],
    })),
  fc.constantFrom('SG', 'ID', 'MY').map((region) => ({
    of: 'space' as const,
    subject: 'personal',
    changes: [{ kind: 'policy' as const, set: { region } }],
  })),
);

/** Ops as people and imports make them: some in batches, at times that are not in order. */
export const someOps: fc.Arbitrary<readonly Op[]> = fc.array(
  fc.tuple(change, fc.integer({ min: 0, max: 900 }), fc.option(fc.constantFrom('b1', 'b2'), { nil: undefined })).map(
    ([about, minutes, batch]): Op => ({
      ...about,
      id: anId('op'),
      space: 'personal',
      at: new Date(Date.parse(NOW) - minutes * 60_000).toISOString(),
      by: 'me',
      ...(batch === undefined || about.of === 'space' ? {} : { batch }),
    }),
  ),
  { minLength: 1, maxLength: 25 },
);
