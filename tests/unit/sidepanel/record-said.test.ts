import { expect, it } from 'vitest';
import { recordSaid, undoSaid } from '@/entrypoints/sidepanel/record-said.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import type { Outcome } from '@/lib/domain/said-words.ts';
import { aLedger, personOp } from '../ledger/open.ts';
import { aList, LIST } from '../ledger/team-ops.ts';

const SARI = 'sari@lentera.example';
const EVIDENCE = { kind: 'message_ref', excerpt: 'Tolong jangan kirim lagi', sha256: 'ab12'.repeat(16) } as const;

async function recorded(outcome: Outcome) {
  const ledger = await aLedger({ now: () => new Date().toISOString() });
  const books = { ledger, space: PERSONAL_SPACE, policy: DEFAULT_POLICY };
  const who = { kind: 'new', name: 'Sari', point: { channel: 'email', address: SARI } } as const;
  const at = new Date(Date.now() - 60_000).toISOString();
  const form = { outcome, who, purpose: 'pr_media', channel: 'email', scope: 'all', at } as const;
  const written = await recordSaid(books, form, EVIDENCE);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const found = async () => (await ledger.peopleAt([PERSONAL_SPACE], [{ channel: 'email', address: SARI }]))[0] ?? [];
  return { books, found, batch: written.value };
}

it.each([
  ['given', ['given']],
  // A refusal answers a question: of somebody new the record begins as unknown.
  ['refused', ['unknown', 'refused']],
] as const)('%s by somebody new adds them with the event and its evidence', async (outcome, states) => {
  const { found } = await recorded(outcome);
  const [person] = await found();
  const events = person?.records.flatMap((record) => record.events) ?? [];
  expect(events.map(({ state }) => state)).toEqual(states);
  expect(events.at(-1)).toMatchObject({ evidence: EVIDENCE, method: 'email_reply', by_relation: 'self' });
});

it('an opt-out of somebody new stands with excerpt and hash, and is undone whole', async () => {
  const { books, found, batch } = await recorded('stop');
  expect((await found())[0]?.suppressions).toMatchObject([{ scope: 'all', evidence: EVIDENCE }]);
  expect(await undoSaid(books, batch)).toBeUndefined();
  expect(await found()).toEqual([]);
});

it('an opt-out of somebody whom only a team knows is noted there, and undone there', async () => {
  const ledger = await aLedger({ now: () => new Date().toISOString() });
  await ledger.teams.keepSpace(aList());
  const sari = personOp('Sari', SARI, [], { space: LIST, subject: 'p-sari', by: 'budi' });
  await ledger.teams.take(LIST, [sari]);
  const books = { ledger, space: PERSONAL_SPACE, policy: DEFAULT_POLICY };
  const at = new Date(Date.now() - 60_000).toISOString();
  const who = { kind: 'person', personId: 'p-sari', name: 'Sari' } as const;
  const form = { outcome: 'stop', who, purpose: 'pr_media', channel: 'email', scope: 'all', at } as const;
  const written = await recordSaid(books, form, EVIDENCE);
  const stops = async () => (await ledger.person(LIST, 'p-sari'))?.suppressions.length;
  expect([written.ok, await stops()]).toEqual([true, 1]);
  expect(await undoSaid(books, written.ok ? written.value : '')).toBeUndefined();
  expect(await stops()).toBe(0);
});
