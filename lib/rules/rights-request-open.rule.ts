import type { Draft } from '../domain/draft.ts';
import type { RequestType, Tier } from '../domain/enums.ts';
import { isBefore } from '../domain/instant.ts';
import type { RightsRequest } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { RequestClock } from '../domain/request.ts';
import { requestFile } from '../domain/request-fold.ts';
import type { Finding, LawRef } from '../domain/verdict.ts';
import { lawRefs, refOf } from '../law/articles.ts';
import { dueFor } from '../law/clock.ts';
import type { LawTopic } from '../law/row.ts';
import type { RecipientFacts } from './facts.ts';
import { answers } from './reply.ts';
import type { Rule } from './rule.ts';
import { known, label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

interface Open {
  readonly recipient: RecipientFacts;
  readonly personId: string;
  readonly request: RightsRequest;
  readonly due: RequestClock;
}

/** Until these are settled, nothing new goes to the person. To destroy is to erase: both keep only what stops us. */
const STOPS: ReadonlySet<RequestType> = new Set(['restrict', 'object', 'erase', 'destroy', 'withdraw']);

const TOPIC: Readonly<Record<RequestType, LawTopic>> = {
  info: 'information',
  access: 'access',
  rectify: 'rectification',
  erase: 'erasure',
  destroy: 'erasure',
  withdraw: 'withdrawal',
  restrict: 'restriction',
  object: 'objection',
  portability: 'portability',
  automated_objection: 'automated',
};

/** Somebody asked us to stop, restrict, erase, and it is not settled; any other open request is a note. */
export const rule: Rule = {
  id: 'rights-request-open',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts, policy) {
    const open = known(facts).flatMap((recipient) => openOf(recipient, policy));
    const stops = open.filter(({ request }) => STOPS.has(request.type));
    const answered = stops.filter((one) => isAnswered(one, draft));
    return [
      ...finding(
        'T3',
        stops.filter((one) => !answered.includes(one)),
        policy,
      ),
      ...finding('T1', answered, policy),
      ...finding(
        'T0',
        open.filter((one) => !stops.includes(one)),
        policy,
      ),
    ];
  },
};

function openOf(recipient: RecipientFacts, policy: Policy): readonly Open[] {
  return recipient.people.flatMap(({ person, requests }) =>
    requests
      .filter(({ state }) => state === 'open')
      .map((request): Open => ({ recipient, personId: person.id, request, due: dueOf(request, policy) })),
  );
}

/** What was counted at receipt, with its extensions; a request that was noted without a due time is counted now. */
function dueOf(request: RightsRequest, { lawPacks, holidays }: Policy): RequestClock {
  const { type, receivedAt, zone = 'UTC' } = request;
  const counted = requestFile(request).due;
  if (counted) return counted;
  const { at, row } = dueFor(type, receivedAt, zone, lawPacks, [], holidays).due;
  return { at, law: refOf(row) };
}

/** The answer to the request has to get through, and so what they asked later: both answer a message of their own. */
function isAnswered({ recipient, request }: Open, draft: Draft): boolean {
  const at = answers(draft, recipient);
  return at !== undefined && !isBefore(at, request.receivedAt);
}

function finding(tier: Tier, open: readonly Open[], policy: Policy): readonly Finding[] {
  const [first] = open;
  if (!first) return [];
  const people = [...new Map(open.map((one) => [`${one.recipient.recipient.address} ${one.personId}`, one])).values()];
  const subjects = people.map(({ recipient, personId }) => subjectOf(recipient, personId));
  const openRecord = { kind: 'open-record' as const, addresses: subjects.slice(0, 1).map(({ address }) => address) };
  return [
    {
      rule: 'rights-request-open',
      tier,
      kind: 'fact',
      title: titleOf('rule_rights-request-open_title', subjects, { request_word: requestWord(first) }),
      evidence: linesFor(open, (one) => ({
        key: 'rule_rights-request-open_evidence',
        params: {
          who: label(subjectOf(one.recipient, one.personId)),
          request_word: requestWord(one),
          since_at: one.request.receivedAt,
          due_at: one.due.at,
        },
      })),
      law: lawOf(open, policy),
      subjects,
      places: [],
      fixes: tier === 'T0' ? [openRecord] : [peopleFix('remove-people', subjects), openRecord],
    },
  ];
}

const requestWord = ({ request }: Open): string => `request_${request.type}`;

/** The right that was used, and the row that sets the due time: a target of our own is told as such. */
function lawOf(open: readonly Open[], { lawPacks }: Policy): readonly LawRef[] {
  const refs = open.flatMap(({ request, due }) => [...lawRefs(lawPacks, TOPIC[request.type]), due.law]);
  return [...new Map(refs.map((ref) => [`${ref.pack} ${ref.article}`, ref])).values()];
}
