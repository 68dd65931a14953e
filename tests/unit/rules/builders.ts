import type { Draft } from '@/lib/domain/draft.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import type { Finding, Place, Verdict } from '@/lib/domain/verdict.ts';
import type { Facts, RecipientFacts } from '@/lib/rules/facts.ts';
import { judge } from '@/lib/rules/judge.ts';
import { NOW } from '../domain/builders.ts';

export const aPlace = (words: string, over: Partial<Place> = {}): Place => ({
  zone: 'text',
  start: 0,
  end: words.length,
  words,
  ...over,
});

export function toRecipient(
  address: string,
  people: readonly PersonState[] = [],
  over: Partial<Omit<RecipientFacts, 'recipient'>> & {
    readonly field?: 'to' | 'cc' | 'bcc' | 'direct';
    readonly group?: boolean;
  } = {},
): RecipientFacts {
  const { field = 'to', group, ...facts } = over;
  const domain = address.split('@')[1];
  return {
    recipient: { field, address, ...(group ? { group } : {}) },
    address: address.toLowerCase(),
    ...(domain ? { domain } : {}),
    outsider: true,
    people,
    ...facts,
  };
}

export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  surface: 'test',
  channel: 'email',
  audience: 'people',
  from: 'rani@humas.example',
  recipients: [],
  text: 'Berikut rilis kami.',
  attachments: [],
  purpose: 'pr_media',
  unreadable: [],
  ...over,
});

const someFacts = (over: Partial<Facts> = {}): Facts => ({
  locked: false,
  complete: true,
  recipients: [],
  terms: [],
  releases: [],
  identifiers: [],
  placeholders: [],
  sendAt: NOW,
  ...over,
});

export const aPolicy = (over: Partial<Policy> = {}): Policy => ({
  ...DEFAULT_POLICY,
  ownDomains: ['humas.example'],
  ...over,
});

/** The verdict on these facts; the draft's recipients are those of the facts. */
export function judged(facts: Partial<Facts>, draft: Partial<Draft> = {}, policy: Partial<Policy> = {}): Verdict {
  const all = someFacts(facts);
  const recipients = all.recipients.map(({ recipient }) => recipient);
  return judge(aDraft({ recipients, ...draft }), all, aPolicy(policy), NOW);
}

/** Rule and tier of all findings, `opted-out T4`. */
export const told = ({ findings }: Verdict): string[] => findings.map(({ rule, tier }) => `${rule} ${tier}`);
export const only = ({ findings }: Verdict, rule: string): Finding => {
  const found = findings.filter((finding) => finding.rule === rule);
  if (found.length !== 1) throw new Error(`${found.length} findings of ${rule}`);
  return found[0]!;
};
