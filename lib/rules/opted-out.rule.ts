import type { Because } from '../domain/contactability.ts';
import type { Draft } from '../domain/draft.ts';
import type { Purpose, Tier } from '../domain/enums.ts';
import { isBefore } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { answerFor } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { answers } from './reply.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, peopleFix, subjectOf } from './who.ts';
import { channelWord, methodWord, purposeWord } from './words.ts';

const NECESSARY: ReadonlySet<Purpose> = new Set(['crisis_notice', 'contract_admin', 'payment']);

/** Somebody among the recipients, Bcc too, said stop: whatever the basis, and insiders as well. */
export const rule: Rule = {
  id: 'opted-out',
  kind: 'fact',
  tier: 'T4',
  needsLedger: true,
  judge: (draft, facts, policy) =>
    facts.recipients
      .filter((recipient) => recipient.people.length > 0)
      .flatMap((recipient): Finding[] => {
        const { answer, because, bases } = answerFor(recipient, draft, facts, policy);
        const reasons = because.filter((reason) => stops(reason, draft, policy));
        if (answer !== 'block' || reasons.length === 0) return [];
        const purpose = purposeOf(draft, policy);
        const gone = reasons.some(isErasure);
        const mild = NECESSARY.has(purpose) || bases.includes('legal_obligation');
        const tier: Tier = reasons.every((reason) => answered(reason, draft, recipient))
          ? 'T1'
          : mild && !gone
            ? 'T3'
            : 'T4';
        const subject = subjectOf(recipient, reasons[0]?.personId);
        return [
          {
            rule: 'opted-out',
            tier,
            kind: 'fact',
            title: { key: 'rule_opted-out_title', params: { who: label(subject) } },
            evidence: reasons.flatMap((reason) => evidence(reason, draft, purpose)),
            law: lawRefs(policy.lawPacks, 'withdrawal'),
            subjects: [subject],
            places: [],
            fixes: [
              peopleFix('remove-people', [subject]),
              { kind: 'record-consent', addresses: [subject.address] },
              { kind: 'open-record', addresses: [subject.address] },
            ],
          },
        ];
      }),
};

/** Ruling 4: a refusal is no opt-out from being asked for consent, unless it was a refusal to be asked. */
function stops(reason: Because, draft: Draft, policy: Policy): boolean {
  if (purposeOf(draft, policy) !== 'consent_request' || reason.kind !== 'state' || reason.state !== 'refused')
    return true;
  return reason.event?.purposes?.includes('consent_request') === true;
}

/** No necessity reaches somebody of whom nothing is kept but this block. */
const isErasure = (reason: Because): boolean => reason.kind === 'suppression' && reason.suppression.erased === true;

function answered(reason: Because, draft: Draft, recipient: RecipientFacts): boolean {
  const at = answers(draft, recipient);
  const since = sinceOf(reason);
  return at !== undefined && since !== undefined && isBefore(since, at);
}

function sinceOf(reason: Because): string | undefined {
  if (reason.kind === 'suppression') return reason.suppression.since;
  return reason.kind === 'state' ? reason.since : undefined;
}

function evidence(reason: Because, draft: Draft, purpose: Purpose): readonly Phrase[] {
  if (reason.kind === 'suppression') {
    const { scope, since, source } = reason.suppression;
    const since_at = since;
    if (isErasure(reason)) return [{ key: 'rule_opted-out_erased', params: { since_at } }];
    const how: readonly Phrase[] = source ? [{ key: 'rule_evidence_source', params: { source } }] : [];
    if (scope === 'all') return [{ key: 'rule_opted-out_suppressed_all', params: { since_at } }, ...how];
    if ('purpose' in scope)
      return [
        { key: 'rule_opted-out_suppressed_purpose', params: { since_at, purpose_word: purposeWord(scope.purpose) } },
        ...how,
      ];
    if ('channel' in scope)
      return [
        { key: 'rule_opted-out_suppressed_channel', params: { since_at, channel_word: channelWord(scope.channel) } },
        ...how,
      ];
    return [{ key: 'rule_opted-out_suppressed_client', params: { since_at, client: scope.client } }, ...how];
  }
  if (reason.kind !== 'state') return [];
  const params = {
    since_at: reason.since ?? '',
    purpose_word: purposeWord(purpose),
    channel_word: channelWord(draft.channel),
    ...(reason.event?.method ? { method_word: methodWord(reason.event.method) } : {}),
  };
  const how = reason.event?.method ? '_by' : '';
  const quote = reason.event?.evidence?.excerpt;
  return [
    { key: `rule_opted-out_${reason.state === 'refused' ? 'refused' : 'withdrawn'}${how}`, params },
    ...(quote ? [{ key: 'rule_evidence_excerpt', params: { excerpt: quote } }] : []),
  ];
}
