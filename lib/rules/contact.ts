import type { Because, Contactability } from '../domain/contactability.ts';
import { contactability } from '../domain/contactability.ts';
import type { Draft } from '../domain/draft.ts';
import type { Policy } from '../domain/policy.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { purposeOf } from './rule.ts';
import { known } from './who.ts';

export interface Contact {
  readonly recipient: RecipientFacts;
  readonly answer: Contactability;
}

/** May they be written to: every known outsider with the ledger's answer for this purpose, channel, client and time. */
export const contacts = (draft: Draft, facts: Facts, policy: Policy): readonly Contact[] =>
  known(facts).map((recipient) => ({ recipient, answer: answerFor(recipient, draft, facts, policy) }));

interface Answers {
  readonly draft: Draft;
  readonly policy: Policy;
  readonly of: Map<RecipientFacts, Contactability>;
}
/** Five rules ask the same of everybody; at 44 µs each that would be the larger part of a verdict on 100 recipients. */
const answers = new WeakMap<Facts, Answers>();

export function answerFor(recipient: RecipientFacts, draft: Draft, facts: Facts, policy: Policy): Contactability {
  let known = answers.get(facts);
  if (known?.draft !== draft || known.policy !== policy) {
    known = { draft, policy, of: new Map() };
    answers.set(facts, known);
  }
  const answer = known.of.get(recipient) ?? ask(recipient, draft, facts, policy);
  known.of.set(recipient, answer);
  return answer;
}

const ask = (recipient: RecipientFacts, draft: Draft, facts: Facts, policy: Policy): Contactability =>
  contactability(recipient.people, {
    purpose: purposeOf(draft, policy),
    channel: draft.channel,
    at: facts.sendAt,
    ...(draft.client === undefined ? {} : { client: draft.client }),
  });

type Kind = Because['kind'];
export type Reason<K extends Kind> = Extract<Because, { readonly kind: K }>;

/** Those for whom a first question is due, with the first reason of these kinds that passes. */
export function because<K extends Kind>(
  all: readonly Contact[],
  kinds: readonly K[],
  passes: (reason: Reason<K>) => boolean = () => true,
): readonly { readonly recipient: RecipientFacts; readonly reason: Reason<K> }[] {
  const isKind = (reason: Because): reason is Reason<K> => kinds.some((kind) => kind === reason.kind);
  return all.flatMap(({ recipient, answer }) => {
    if (answer.answer !== 'ask_first') return [];
    const reason = answer.because.filter(isKind).find(passes);
    return reason ? [{ recipient, reason }] : [];
  });
}
