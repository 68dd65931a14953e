import type { SaidForm, Who } from '@/components/sidepanel/evidence-view.ts';
import { changesOf } from '@/components/sidepanel/recorded.ts';
import type { Evidence } from '@/lib/domain/consent.ts';
import { recordNow } from '@/lib/domain/consent-defaults.ts';
import { newId, newOp } from '@/lib/domain/new-op.ts';
import type { Change } from '@/lib/domain/op.ts';
import { type PersonState, SELF, type SpaceId } from '@/lib/domain/person.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { err, ok, type Result } from '@/lib/domain/result.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { copiesOf, undoBeside, writableBeside } from '@/lib/ledger/spaces-for.ts';
import { note, sayBeside } from '@/lib/ledger/writing.ts';

interface Books {
  readonly ledger: Ledger;
  readonly space: SpaceId;
  readonly policy: Policy;
}

/** One op, one batch: the person where they are new, and what they said with its evidence. Answers with the batch, for undoing it. */
export async function recordSaid(
  { ledger, space, policy }: Books,
  form: SaidForm,
  evidence: Evidence & { readonly excerpt: string },
): Promise<Result<string, Phrase>> {
  const now = new Date().toISOString();
  const known = form.who.kind === 'person' ? await copyOf(ledger, space, form.who.personId) : undefined;
  if (form.who.kind === 'person' && !known) return err({ key: 'warning_not_recorded' });
  const subject = known?.person.id ?? newId();
  const made = known ? [] : madeOf(form.who);
  const about = { space: known?.person.space ?? space, subject, of: 'person', by: SELF } as const;
  const state = known ?? stateOf(about, made, now);
  const { outcome: kind, purpose, channel, scope, at } = form;
  const method = channel === 'email' ? 'email_reply' : 'chat_reply';
  const said = changesOf(
    state,
    { kind, purpose, channel, scope, at, method, evidence, words: evidence.excerpt },
    { lawPacks: policy.lawPacks, now, newId, record: recordNow(policy, state, now, false) },
  );
  const batch = newId();
  const op = newOp({ ...about, batch }, [...made, ...said], now);
  const written = await ledger.append([op]);
  if (!written.ok) return err(phraseOf(written.error));
  const beside = await sayBeside(ledger, op);
  if (beside) return err(beside);
  await note(ledger, { kind: 'recorded', people: [subject] });
  return ok(batch);
}

/** Undefined: it is undone. */
export async function undoSaid({ ledger, space }: Books, batch: string): Promise<Phrase | undefined> {
  const undone = await undoBeside(ledger, space, batch);
  if (!undone.ok) return phraseOf(undone.error);
  await note(ledger, { kind: 'undo', count: undone.value, batch });
  return undefined;
}

/** One's own copy before a team's. */
const copyOf = async (ledger: Ledger, space: SpaceId, id: string): Promise<PersonState | undefined> =>
  (await copiesOf(ledger, await writableBeside(ledger, space), id))[0];

function madeOf(who: Who): readonly Change[] {
  if (who.kind === 'person') return [];
  const named: Change = { kind: 'person', set: { name: who.name } };
  return who.point ? [named, { kind: 'point', point: { id: newId(), ...who.point } }] : [named];
}

function stateOf(about: Omit<Parameters<typeof newOp>[0], 'batch'>, made: readonly Change[], now: string): PersonState {
  const folded = foldPerson(about.subject, about.space, [newOp(about, made, now)]);
  if (!folded) throw new TypeError('A new person folds to nobody.');
  return folded.state;
}
