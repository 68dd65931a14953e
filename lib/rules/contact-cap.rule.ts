import { answeredBy } from '../domain/answered.ts';
import { preferencesOf } from '../domain/consent-preferences.ts';
import type { Draft } from '../domain/draft.ts';
import type { Channel, Purpose } from '../domain/enums.ts';
import { addDays, epoch, isBefore } from '../domain/instant.ts';
import type { Contact, Instant } from '../domain/person.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { refOf } from '../law/articles.ts';
import { POLICY_ROWS } from '../law/policy-rows.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { DUTY } from './marketing.ts';
import { answers } from './reply.ts';
import { purposeOf, type Rule } from './rule.ts';
import { known, label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

/** One message and one follow-up in seven days, by the whole team (domain.md §5.3, ruling 8). */
export const CAP = { days: 7, messages: 2 } as const;
export const OWN_MAXIMUM_DAYS = 30;
const ANSWER_DAYS = 14;
/** A talk in a chat is one contact, of however many messages: the page counts each. */
const TALK_HOURS = 12;
const LETTERS: ReadonlySet<Channel> = new Set(['email', 'postal_mail', 'sms', 'phone']);
/** What one writes unasked. */
const PITCH: ReadonlySet<Purpose> = new Set([
  'pr_media',
  'event_invite',
  'kol_collab',
  'direct_marketing',
  'cross_sell',
  'advertising',
  'research',
]);

interface Capped {
  readonly recipient: RecipientFacts;
  readonly count: number;
  readonly last: Instant;
  /** Stated by the person. */
  readonly most?: number;
}

/** More messages than one bears: above the team's cap, or above what the person said. Answers to their own message do not count. */
export const rule: Rule = {
  id: 'contact-cap',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    if (DUTY.has(purpose) || draft.audience !== 'people') return [];
    const people = known(facts).filter((one) => !isAnswer(one, draft, facts) && !isTalking(one, draft, facts));
    const own = people.flatMap((recipient): Capped[] => {
      const most = preferencesOf(recipient.people.flatMap(({ records }) => records)).max_per_30d;
      const all = within(recipient, OWN_MAXIMUM_DAYS, facts).filter((one) => !DUTY.has(one.purpose));
      const last = all.at(-1)?.at;
      return most !== undefined && last && all.length >= most ? [{ recipient, count: all.length, last, most }] : [];
    });
    const team = people.flatMap((recipient): Capped[] => {
      if (!PITCH.has(purpose) || own.some((one) => one.recipient === recipient)) return [];
      const all = within(recipient, CAP.days, facts).filter((one) => PITCH.has(one.purpose));
      const last = all.at(-1)?.at;
      return last && all.length >= CAP.messages ? [{ recipient, count: all.length, last }] : [];
    });
    return [...finding('T2', 'rule_contact-cap_own', own), ...finding('T1', 'rule_contact-cap_team', team)];
  },
};

function finding(tier: 'T1' | 'T2', key: string, capped: readonly Capped[]): readonly Finding[] {
  if (capped.length === 0) return [];
  const subjects = capped.map(({ recipient }) => subjectOf(recipient));
  return [
    {
      rule: 'contact-cap',
      tier,
      kind: 'fact',
      title: titleOf(`${key}_title`, subjects),
      evidence: linesFor(
        capped,
        ({ recipient, count, last, most }): Phrase => ({
          key: `${key}_evidence`,
          params: { who: label(subjectOf(recipient)), count, last_at: last, ...(most === undefined ? {} : { most }) },
        }),
      ),
      law: POLICY_ROWS.filter(({ key: row }) => row === 'policy_cap').map(refOf),
      subjects,
      places: [],
      fixes: [peopleFix('remove-people', subjects), { kind: 'send-later' }],
    },
  ];
}

/** Their own message of the last two weeks is answered; of when it is, a page seldom says. */
function isAnswer(recipient: RecipientFacts, draft: Draft, { sendAt }: Facts): boolean {
  const wrote = answers(draft, recipient);
  if (wrote !== undefined) return !isBefore(wrote, addDays(sendAt, -ANSWER_DAYS));
  return draft.inReplyTo === true && answeredBy(draft).includes(recipient.recipient.address);
}

const isTalking = ({ people }: RecipientFacts, { channel }: Draft, { sendAt }: Facts): boolean =>
  !LETTERS.has(channel) &&
  people.some(({ contacts }) =>
    contacts.some((one) => one.channel === channel && hoursBetween(one.at, sendAt) >= 0 && isSameTalk(one.at, sendAt)),
  );

/** What counts, oldest first: no answers, and of one talk the first message. The strictest of several spaces holds. */
function within({ people }: RecipientFacts, days: number, { sendAt }: Facts): readonly Contact[] {
  const from = addDays(sendAt, -days);
  const each = people.map(({ contacts }) => {
    const counted: Contact[] = [];
    const lastIn = new Map<Channel, Instant>();
    for (const one of contacts.toSorted((a, b) => epoch(a.at) - epoch(b.at))) {
      if (one.answer || isBefore(one.at, from) || isBefore(sendAt, one.at)) continue;
      const before = lastIn.get(one.channel);
      lastIn.set(one.channel, one.at);
      if (!LETTERS.has(one.channel) && before !== undefined && isSameTalk(before, one.at)) continue;
      counted.push(one);
    }
    return counted;
  });
  return each.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

const hoursBetween = (a: Instant, b: Instant): number => (epoch(b) - epoch(a)) / 3_600_000;
const isSameTalk = (a: Instant, b: Instant): boolean => hoursBetween(a, b) <= TALK_HOURS;
