import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/instant.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { NO_BOOK, noteInBook, type RuleBook } from '@/lib/domain/rule-book.ts';
import { BUDGET, inForce, type RulePolicy, settledBy } from '@/lib/domain/rule-policy.ts';
import type { Finding, Verdict } from '@/lib/domain/verdict.ts';
import type { Facts } from '@/lib/rules/facts.ts';
import { judge } from '@/lib/rules/judge.ts';
import { aPerson, aSuppression, NOW } from '../domain/builders.ts';
import { aDraft, aPlace, told, toRecipient } from './builders.ts';

const rulesWith = (over: Partial<RulePolicy>): RulePolicy => ({ version: 1, at: NOW, by: 'you', tiers: {}, ...over });
const stranger = toRecipient('w1@m1.example', [aPerson({ id: 'w1' })]);
const stopped = toRecipient('x@y.example', [aPerson({ id: 'x' }, { suppressions: [aSuppression()] })]);
const facts = (over: Partial<Facts> = {}): Facts => ({
  locked: false,
  complete: true,
  recipients: [stranger],
  terms: [],
  releases: [],
  identifiers: [],
  placeholders: [aPlace('[Nama]')],
  sendAt: NOW,
  ...over,
});
interface Case {
  readonly policy?: Partial<Policy>;
  readonly book?: RuleBook;
  readonly now?: string;
  readonly of?: Partial<Facts>;
}
const verdict = ({ policy = {}, book = NO_BOOK, now = NOW, of = {} }: Case = {}): Verdict =>
  judge(aDraft(), facts(of), { ...DEFAULT_POLICY, ...policy }, now, book);
const finding = (rule: string, from: Verdict): Finding | undefined => from.findings.find((one) => one.rule === rule);

describe('what is settled about a rule', () => {
  it('takes the place of its tier, and says whose word it is', () => {
    const yours = verdict({ policy: { rules: rulesWith({ tiers: { 'unfilled-placeholder': 'T3' } }) } });
    expect(finding('unfilled-placeholder', yours)).toMatchObject({ tier: 'T3', moved: { from: 'T2', by: 'you' } });
    const team = rulesWith({ by: 'team', tiers: { 'unfilled-placeholder': 'T1' } });
    const policy = inForce({ ...DEFAULT_POLICY, tiers: { 'unfilled-placeholder': 'T3' } }, [team]);
    expect(finding('unfilled-placeholder', verdict({ policy }))).toMatchObject({ tier: 'T1', moved: { by: 'team' } });
  });

  it('leaves what nobody settled to its owner, and of two teams takes the stricter', () => {
    const own = { tiers: {}, rules: rulesWith({ tiers: { 'no-basis': 'T0', 'secret-term': 'T1' }, budget: BUDGET }) };
    const teams = [
      rulesWith({ by: 'team', tiers: { 'no-basis': 'T1' }, budget: BUDGET }),
      rulesWith({ by: 'team', tiers: { 'no-basis': 'T2', 'quiet-hours': 'T2' } }),
    ];
    const policy = inForce(own, teams);
    expect(settledBy(policy, 'no-basis')).toEqual({ tier: 'T2', by: 'team' });
    expect(settledBy(policy, 'quiet-hours')).toEqual({ tier: 'T2', by: 'team' });
    expect(settledBy(policy, 'secret-term')).toEqual({ tier: 'T1', by: 'you' });
    expect(settledBy(policy, 'opted-out')).toBeUndefined();
    expect(inForce(own, [])).toBe(own);
  });
});

describe('a trial', () => {
  const policy = { rules: rulesWith({ trial: { from: NOW } }) };
  const on = (days: number) =>
    told(verdict({ policy, now: addDays(NOW, days), of: { recipients: [stranger, stopped] } }));

  it('says nothing for two weeks, holds nothing for two more, and is then over', () => {
    expect(on(0)).toEqual(['opted-out T4', 'exposed-recipients T1', 'unfilled-placeholder T0', 'no-basis T0']);
    expect(on(13)).toEqual(on(0));
    expect(on(14)).toEqual(['opted-out T4', 'exposed-recipients T1', 'unfilled-placeholder T1', 'no-basis T1']);
    expect(on(28)).toContain('unfilled-placeholder T2');
  });

  it('tells what would have been said', () => {
    expect(finding('unfilled-placeholder', verdict({ policy }))?.moved).toEqual({
      from: 'T2',
      by: 'trial',
      instead: 'T2',
    });
  });

  it('can be of some rules alone', () => {
    const some = { rules: rulesWith({ trial: { from: NOW, rules: ['no-basis'] } }) };
    expect(told(verdict({ policy: some }))).toEqual(['unfilled-placeholder T2', 'no-basis T0']);
  });
});

describe('the budget of interruptions', () => {
  const policy = { rules: rulesWith({ budget: BUDGET }) };
  const held = verdict({ policy });
  const spent = noteInBook(NO_BOOK, { kind: 'interrupted', findings: held.findings, at: NOW });
  const sent = (book: RuleBook, times: number): RuleBook =>
    Array.from({ length: times }).reduce<RuleBook>((now) => noteInBook(now, { kind: 'sent' }), book);
  const secret = {
    terms: [{ term: { id: 't', phrases: ['Nusa'], class: 'secret', cleared: [] } as const, place: aPlace('Nusa') }],
  };
  const tierOf = (book: RuleBook, now = NOW, of: Partial<Facts> = secret) =>
    finding('secret-term', verdict({ policy, book, now, of: { ...of, placeholders: [] } }))?.tier;

  it('turns what would be one too many into advice, and tells what it would have been', () => {
    expect(tierOf(NO_BOOK)).toBe('T3');
    expect(tierOf(spent)).toBe('T1');
    const lowered = verdict({ policy, book: spent, of: secret }).findings.find(({ rule }) => rule === 'secret-term');
    expect(lowered?.moved).toEqual({ from: 'T3', by: 'budget', instead: 'T3' });
  });

  it('holds again what it held already, so that going back to the text is no way round', () => {
    expect(verdict({ policy, book: spent }).tier).toBe('T2');
  });

  it('has room again after so many messages, but not more than so often a day', () => {
    expect(tierOf(sent(spent, 24))).toBe('T1');
    expect(tierOf(sent(spent, 25))).toBe('T3');
    const thrice = [1, 2, 3].reduce(
      (book) => sent(noteInBook(book, { kind: 'interrupted', findings: held.findings, at: NOW }), 25),
      NO_BOOK,
    );
    expect(tierOf(thrice)).toBe('T1');
    expect(tierOf(thrice, addDays(NOW, 1.01))).toBe('T3');
  });

  it('never touches an opt-out, nor addresses that all can see', () => {
    const five = [1, 2, 3, 4, 5].map((i) => toRecipient(`w${i}@m${i}.example`, [aPerson({ id: `w${i}` })]));
    const all = verdict({ policy, book: spent, of: { recipients: [...five, stopped] } });
    expect(told(all).slice(0, 2)).toEqual(['opted-out T4', 'exposed-recipients T3']);
  });
});

describe('a dismissal', () => {
  const basis = finding('no-basis', verdict());
  if (!basis) throw new Error('no finding');
  const said = noteInBook(NO_BOOK, { kind: 'dismissed', finding: basis, purpose: 'pr_media', at: NOW });
  const tierOf = (book: RuleBook, now = NOW, purpose: 'pr_media' | 'direct_marketing' = 'pr_media') =>
    finding('no-basis', judge(aDraft({ purpose }), facts(), DEFAULT_POLICY, now, book))?.tier;

  it('makes a note of it for this person, rule and purpose, for ninety days', () => {
    expect(tierOf(said)).toBe('T0');
    expect(tierOf(said, addDays(NOW, 89))).toBe('T0');
    expect(tierOf(said, addDays(NOW, 90))).toBe('T1');
    expect(tierOf(said, NOW, 'direct_marketing')).not.toBe('T0');
    const other = toRecipient('w2@m2.example', [aPerson({ id: 'w2' })]);
    expect(finding('no-basis', verdict({ book: said, of: { recipients: [other] } }))?.tier).toBe('T1');
  });

  it('ends when the fact is another one', () => {
    const changed = { ...basis, evidence: [...basis.evidence, { key: 'rule_evidence_more', params: { count: 1 } }] };
    const older = noteInBook(NO_BOOK, { kind: 'dismissed', finding: changed, purpose: 'pr_media', at: NOW });
    expect(tierOf(older)).toBe('T1');
  });

  it('is not taken of what holds, of an opt-out, or of somebody whom the ledger does not know', () => {
    const refused = [
      { ...basis, tier: 'T2' as const },
      { ...basis, rule: 'opted-out' },
      { ...basis, subjects: [{ address: 'w1@m1.example', field: 'to' as const }] },
    ];
    for (const one of refused)
      expect(noteInBook(NO_BOOK, { kind: 'dismissed', finding: one, purpose: 'pr_media', at: NOW })).toEqual(NO_BOOK);
  });
});

describe('a role', () => {
  it('changes no tier of a fact above T1', () => {
    for (const preset of ['humas', 'kol_manager', 'admin'] as const)
      expect(told(verdict({ policy: { preset }, of: { recipients: [stranger, stopped] } }))).toEqual([
        'opted-out T4',
        'unfilled-placeholder T2',
        'exposed-recipients T1',
        'no-basis T1',
      ]);
  });
});
