import { indexWords, noteRuns } from '../detect/note-runs.ts';
import { quotedText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import { emailDomain } from '../domain/email.ts';
import { CLASSES } from '../domain/enums.ts';
import type { Policy } from '../domain/policy.ts';
import { isPublicMailbox } from '../domain/public-mailbox.ts';
import type { Place } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { nameWords } from './names.ts';
import type { Rule } from './rule.ts';
import { maySee } from './secret-term.rule.ts';
import { label, linesFor, outsiders, peopleFix, subjectOf, titleOf } from './who.ts';

/**
 * Somebody new gets a thread in which we wrote before they were there. Told; held where the quote has what was not for
 * them: a term of ours, a mark that says so, or a note about them.
 */
export const rule: Rule = {
  id: 'quoted-history',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    const quote = quoteOf(draft);
    if (draft.audience === 'public' || quote.trim() === '') return [];
    const shown = quote.toLowerCase();
    const fresh = outsiders(facts).filter((one) => isNew(one, shown, draft));
    if (fresh.length === 0) return [];
    const places = [...termPlaces(facts, fresh), ...markPlaces(quote), ...notePlaces(quote, fresh)];
    const [first] = places;
    if (!first && !holdsOurs(quote, draft, policy)) return [];
    const subjects = fresh.map((one) => subjectOf(one));
    return [
      {
        rule: 'quoted-history',
        tier: first ? 'T2' : 'T1',
        kind: 'fact',
        title: titleOf('rule_quoted-history_title', subjects),
        evidence: [
          ...places.slice(0, 3).map(({ words }) => ({ key: 'rule_quoted-history_words', params: { words } })),
          ...linesFor(fresh, (one) => ({ key: 'rule_quoted-history_new', params: { who: label(subjectOf(one)) } })),
        ],
        law: first ? lawRefs(policy.lawPacks, 'security') : [],
        subjects,
        places,
        fixes: [...(first ? [{ kind: 'go-to-it' as const, place: first }] : []), peopleFix('remove-people', subjects)],
      },
    ];
  },
};

const quoteOf = ({ quoted, text }: Draft): string => quoted ?? quotedText(text);

/**
 * The page says of no message who had it before. Whoever stands in the quote by address or name had; so had, in a reply
 * whose quote names no address at all, everybody.
 */
function isNew({ recipient, people }: RecipientFacts, quote: string, { inReplyTo, channel }: Draft): boolean {
  const addresses = [recipient.address, ...people.flatMap(({ points }) => points.map(({ address }) => address))];
  const lower = addresses.map((address) => address.toLowerCase());
  if (lower.some((address) => quote.includes(address))) return false;
  if (typeof inReplyTo === 'object' && inReplyTo.from && lower.includes(inReplyTo.from.toLowerCase())) return false;
  const names = [recipient.name ?? '', ...people.map(({ person }) => person.name)];
  if (names.some((name) => nameWords(name).length > 1 && quote.includes(name.toLowerCase()))) return false;
  return !inReplyTo || (channel === 'email' && /\S@\S/.test(quote) && isWhole(quote));
}

/** Heads with their addressees: a quote of "On … wrote:" alone does not say who else had it. */
const isWhole = (quote: string): boolean => /(?:^|\n)[ \t>*]{0,12}(?:to|kepada|untuk)\*?[ \t]?:/i.test(quote);

const HEAD = /(?:^|\n)[ \t>*]{0,12}(?:(?:from|dari)\*?[ \t]?:|(?:on|pada)\b)[^\n]{0,300}/gi;
/** A line of the quote says that one of us wrote it. */
function holdsOurs(quote: string, { from = '' }: Draft, { ownDomains }: Policy): boolean {
  const own = emailDomain(from);
  const domains = ownDomains.length > 0 ? ownDomains : own && !isPublicMailbox(own) ? [own] : [];
  const heads = [...quote.matchAll(HEAD)].map(([head]) => head.toLowerCase());
  return heads.some((head) => domains.some((domain) => head.includes(`@${domain}`)));
}

const termPlaces = ({ terms }: Facts, fresh: readonly RecipientFacts[]): readonly Place[] =>
  terms
    .filter(
      ({ term, place }) =>
        place.zone === 'quoted' &&
        CLASSES.indexOf(term.class) >= CLASSES.indexOf('internal') &&
        fresh.some((one) => !maySee(one, term)),
    )
    .map(({ place }) => place);

/** Words that stand only on what is not for everybody; a disclaimer's "confidential" is none. */
const MARK =
  /(?<!\p{L})(?:jangan (?:di)?(?:sebar(?:kan|luaskan)?|forward|teruskan) ke ?luar|(?:untuk|for) (?:kalangan )?internal(?: saja| only)|internal (?:use )?only|khusus internal|rahasia internal|do not (?:share|forward) (?:outside|externally)|not for external|jangan (?:sampai )?(?:bocor|diketahui (?:media|wartawan|klien)))(?!\p{L})/giu;

const markPlaces = (quote: string): readonly Place[] =>
  [...quote.matchAll(MARK)].map((match) => placeAt(quote, match.index, match.index + match[0].length));

function notePlaces(quote: string, fresh: readonly RecipientFacts[]): readonly Place[] {
  if (!fresh.some(({ people }) => people.some(({ notes }) => notes.length > 0))) return [];
  const index = indexWords(quote);
  return fresh
    .flatMap(({ people }) => people)
    .flatMap(({ notes, person }) =>
      notes.flatMap(({ text }) => noteRuns(index, text, [person.name, person.outlet ?? '', ...person.nicknames])),
    )
    .map(({ start, end }) => placeAt(quote, start, end));
}

const placeAt = (quote: string, start: number, end: number): Place => ({
  zone: 'quoted',
  start,
  end,
  words: quote.slice(start, end),
});
