import type { Choice, Messages, RecordAct } from '@/lib/bus/messages.ts';
import { consentChanges } from '@/lib/domain/consent-changes.ts';
import { recordNow } from '@/lib/domain/consent-defaults.ts';
import { stateFor } from '@/lib/domain/consent-state.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { SELF, type SpaceId } from '@/lib/domain/person.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import { holds } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { ledger } from './office.ts';

/** "Contacted" for everybody the ledger knows among those who got the message: caps count, last contact is shown. */
export async function recordContacts({ recipients, channel, purpose, surface }: Messages['left'][0]): Promise<void> {
  const books = await ledger();
  const space = spaceOf(surface);
  const now = new Date().toISOString();
  const points = recipients.map(({ address }) => ({ channel, address }));
  const people = (await books.peopleAt([space], points)).flat();
  const ids = [...new Set(people.map(({ person }) => person.id))];
  const contact = { at: now, channel, purpose: purpose ?? (await books.policy(space)).purpose };
  const ops = ids.map((subject) =>
    newOp({ space, subject, of: 'person', by: SELF }, [{ kind: 'contacted', contact }], now),
  );
  if (ops.length > 0) await must(books.append(ops));
}

export async function recordChoice(
  surface: string,
  channel: Messages['chose'][0]['channel'],
  choice: Choice,
): Promise<void> {
  const { kind, rules, tier, people, reason, note } = choice;
  const at = new Date().toISOString();
  const entry = { at, kind, rules, tier, people, surface, channel, ...(reason && { reason }), ...(note && { note }) };
  await must((await ledger()).log(entry));
}

export async function recordHeld(surface: string, tier: Messages['hold'][0]['tier']): Promise<void> {
  if (tier !== 'unchecked' && !holds(tier)) return;
  const at = new Date().toISOString();
  await must(
    (await ledger()).log({ at, kind: 'held', rules: [], people: [], surface, ...(tier !== 'unchecked' && { tier }) }),
  );
}

/** What the warning may write: a person, a consent with its evidence, an agreement to an embargo. Throws with the reason of a refusal. */
export async function recordAct(surface: string, act: RecordAct): Promise<void> {
  const books = await ledger();
  const space = spaceOf(surface);
  await must(books.append([await opOf(books, space, act)]));
}

async function opOf(books: Ledger, space: SpaceId, act: RecordAct): Promise<Op> {
  const now = new Date().toISOString();
  const op = (subject: string, of: Op['of'], changes: readonly Change[]): Op =>
    newOp({ space, subject, of, by: SELF }, changes, now);
  switch (act.kind) {
    case 'add-person':
      return op(newId(), 'person', [
        { kind: 'person', set: { name: act.name } },
        { kind: 'point', point: { id: newId(), channel: act.channel, address: act.address } },
      ]);
    case 'bind-chat': {
      if (!(await books.person(space, act.personId))) throw new Error('That person is not in the ledger.');
      const point = { id: newId(), channel: act.channel, address: act.address };
      return op(act.personId, 'person', [{ kind: 'point', point }]);
    }
    case 'agreement': {
      const release = (await books.topicsOf(space)).releases.find(({ id }) => id === act.releaseId);
      if (!release) throw new Error('That release is not in the ledger.');
      const evidence = { kind: 'message_ref', excerpt: act.excerpt } as const;
      // To this moment: a later one wants a new word.
      const { liftsAt, zone } = release;
      const agreement = { personId: act.personId, agreedAt: now, evidence, liftsAt, zone };
      return op(act.releaseId, 'release', [{ kind: 'agreement', agreement }]);
    }
    case 'consent': {
      const state = await books.person(space, act.personId);
      if (!state) throw new Error('That person is not in the ledger.');
      const policy = await books.policy(space);
      const { lawPacks } = policy;
      const { purpose, channel, method, excerpt } = act;
      const before = state.records.map((record) => stateFor(record, { purpose, channel }, now).state);
      const said = {
        state: before.some((one) => one === 'expired' || one === 'given' || one === 'renewed') ? 'renewed' : 'given',
        consent_type: 'expressed',
        at: now,
        by_relation: 'self',
        method,
        evidence: { kind: act.evidence, excerpt },
        recorded_by: SELF,
        recorded_at: now,
      } as const;
      const record = recordNow(policy, state, now, false);
      const wish = { purpose, channels: [channel], lawPacks, said, record };
      return op(act.personId, 'person', consentChanges(state, wish, newId));
    }
  }
}

async function must<T>(
  written: Promise<
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly code: string; readonly refusal?: { readonly code: string } } }
  >,
): Promise<T> {
  const result = await written;
  if (result.ok) return result.value;
  throw new Error(result.error.refusal?.code ?? result.error.code);
}
