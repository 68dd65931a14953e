import type { Draft } from '../domain/draft.ts';
import { isBefore } from '../domain/instant.ts';
import type { Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { addressesOf, label, linesFor, outsiders, subjectOf, titleOf } from './who.ts';

/**
 * A group chat, a group chip or a list address: who reads it is not to be seen. Told; held when what is classified, or
 * data of the specific kinds, would go to people whom nobody can name.
 */
export const rule: Rule = {
  id: 'hidden-members',
  kind: 'fact',
  tier: 'T2',
  needsLedger: false,
  judge(draft, facts, policy) {
    if (draft.audience === 'public') return [];
    const groups = outsiders(facts).filter(({ recipient, people, domain }) =>
      recipient.group ? true : people.length === 0 && isList(domain),
    );
    if (groups.length === 0) return [];
    const subjects = groups.map((one) => subjectOf(one));
    const at = stakes(facts);
    return [
      {
        rule: 'hidden-members',
        tier: at.length > 0 ? 'T2' : 'T1',
        kind: 'fact',
        title: titleOf(at.length > 0 ? 'rule_hidden-members_stakes' : 'rule_hidden-members_title', subjects),
        evidence: [...linesFor(groups, (one) => lineOf(one, draft)), ...at],
        law: at.length > 0 ? lawRefs(policy.lawPacks, 'disclosure') : [],
        subjects,
        places: [],
        fixes: [
          { kind: 'show-members', addresses: addressesOf(subjects) },
          {
            kind: 'remove-people',
            label: { key: 'fix_remove-group', params: { count: subjects.length } },
            addresses: addressesOf(subjects),
          },
        ],
      },
    ];
  },
};

/** Services that hand one message on to many, and hosts that are named as such. An institution's own desk is none. */
const LIST_HOST =
  /^(?:googlegroups\.com|groups\.io|freelists\.org|yahoogroups\.com)$|^(?:lists?|listserv|mailman|milis|sympa)\./;
const isList = (domain: string | undefined): boolean => domain !== undefined && LIST_HOST.test(domain);

const lineOf = (one: RecipientFacts, draft: Draft): Phrase => ({
  key: `rule_hidden-members_${!one.recipient.group ? 'list' : draft.channel === 'email' ? 'chip' : 'chat'}`,
  params: { who: label(subjectOf(one)) },
});

/** Personal finance, UU PDP 4(2), and the numbers of state, which open as much. */
const SPECIFIC: ReadonlySet<string> = new Set([
  'bank_account',
  'card',
  'nik',
  'kk',
  'npwp',
  'passport',
  'bpjs',
  'sim',
  'nisn',
  'iban',
  'ssn',
  'secret',
]);
const SHOWN = 3;

/** What must not be read by just anybody, each with its words. The quote is `quoted-history`'s (ruling 1). */
function stakes(facts: Facts): readonly Phrase[] {
  const terms = facts.terms
    .filter(({ term, place }) => term.class !== 'public' && place.zone !== 'quoted')
    .map(({ term, place }) => ({
      key: 'rule_hidden-members_class',
      params: { words: place.words, class_word: `class_${term.class}` },
    }));
  const releases = facts.releases
    .filter(({ release, place }) => place?.zone !== 'quoted' && isBefore(facts.sendAt, release.liftsAt))
    .map(({ release }) => ({
      key: 'rule_hidden-members_class',
      params: { words: release.title, class_word: 'class_embargoed' },
    }));
  const data = facts.identifiers
    .filter(({ kind, owner }) => SPECIFIC.has(kind) && owner !== 'self' && owner !== 'published')
    .map(({ kind, place }) => ({
      key: 'rule_hidden-members_data',
      params: { words: place.words, identifier_word: `identifier_${kind}` },
    }));
  const all = new Map([...terms, ...releases, ...data].map((line) => [`${line.key} ${line.params.words}`, line]));
  return [...all.values()].slice(0, SHOWN);
}
