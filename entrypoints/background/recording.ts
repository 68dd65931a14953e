import type { Choice, Messages, RecordAct } from '@/lib/bus/messages.ts';
import { consentChanges } from '@/lib/domain/consent-changes.ts';
import { recordNow } from '@/lib/domain/consent-defaults.ts';
import { stateFor } from '@/lib/domain/consent-state.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { type PersonState, SELF, type SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import { holds } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { copiesOf, writableBeside } from '@/lib/ledger/spaces-for.ts';
import { ledger } from './office.ts';

/** "Contacted" for everybody the ledger knows among those who got the message: caps count, last contact is shown. */
export async function recordContacts({
  recipients,
  channel,
  purpose,
  surface,
  answered = [],
}: Messages['left'][0]): Promise<void> {
  const books = await ledger();
  const own = spaceOf(surface);
  const now = new Date().toISOString();
  const points = recipients.map(({ address }) => ({ channel, address }));
  const people = await books.peopleAt(await writableBeside(books, own), points);
  const contact = { at: now, channel, purpose: purpose ?? (await books.policy(own)).purpose };
  const reached = new Map(
    people.flatMap((states, index) =>
      states.map(({ person }) => {
        const answer = answered.includes(recipients[index]?.address ?? '');
        return [`${person.space} ${person.id}`, { person, answer }] as const;
      }),
    ),
  );
  const ops = [...reached.values()].map(({ person: { space, id: subject }, answer }) =>
    newOp(
      { space, subject, of: 'person', by: SELF },
      [{ kind: 'contacted', contact: { ...contact, ...(answer && { answer }) } }],
      now,
    ),
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
  await must(books.append(await opsOf(books, spaceOf(surface), act)));
}

/** One for each space in which the person or the release is known and that may be written in. */
async function opsOf(books: Ledger, own: SpaceId, act: RecordAct): Promise<readonly Op[]> {
  const now = new Date().toISOString();
  const op = (space: SpaceId, subject: string, of: Op['of'], changes: readonly Change[]): Op =>
    newOp({ space, subject, of, by: SELF }, changes, now);
  switch (act.kind) {
    case 'add-person':
      return [
        op(own, newId(), 'person', [
          { kind: 'person', set: { name: act.name } },
          { kind: 'point', point: { id: newId(), channel: act.channel, address: act.address } },
        ]),
      ];
    case 'bind-chat': {
      const point = { id: newId(), channel: act.channel, address: act.address };
      const copies = await known(books, own, act.personId);
      return copies.map(({ person }) => op(person.space, act.personId, 'person', [{ kind: 'point', point }]));
    }
    case 'agreement': {
      const spaces = await writableBeside(books, own);
      const topics = await Promise.all(spaces.map((space) => books.topicsOf(space)));
      const evidence = { kind: 'message_ref', excerpt: act.excerpt } as const;
      const ops = spaces.flatMap((space, at) => {
        const release = topics[at]?.releases.find(({ id }) => id === act.releaseId);
        if (!release) return [];
        // To this moment: a later one wants a new word.
        const { liftsAt, zone } = release;
        const agreement = { personId: act.personId, agreedAt: now, evidence, liftsAt, zone };
        return [op(space, act.releaseId, 'release', [{ kind: 'agreement', agreement }])];
      });
      if (ops.length === 0) throw new Error('That release is not in the ledger.');
      return ops;
    }
    case 'consent': {
      const policy = await books.policy(own);
      const copies = await known(books, own, act.personId);
      return copies.map((state) => op(state.person.space, act.personId, 'person', consented(state, policy, act, now)));
    }
  }
}

async function known(books: Ledger, own: SpaceId, id: string): Promise<readonly PersonState[]> {
  const copies = await copiesOf(books, await writableBeside(books, own), id);
  if (copies.length === 0) throw new Error('That person is not in the ledger.');
  return copies;
}

function consented(
  state: PersonState,
  policy: Policy,
  { purpose, channel, method, excerpt, evidence }: Extract<RecordAct, { readonly kind: 'consent' }>,
  now: string,
): readonly Change[] {
  const { lawPacks } = policy;
  const before = state.records.map((record) => stateFor(record, { purpose, channel }, now).state);
  const said = {
    state: before.some((one) => one === 'expired' || one === 'given' || one === 'renewed') ? 'renewed' : 'given',
    consent_type: 'expressed',
    at: now,
    by_relation: 'self',
    method,
    evidence: { kind: evidence, excerpt },
    recorded_by: SELF,
    recorded_at: now,
  } as const;
  const record = recordNow(policy, state, now, false);
  return consentChanges(state, { purpose, channels: [channel], lawPacks, said, record }, newId);
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
