import { describe, expect, it } from 'vitest';
import files from '@/assets/words/files.json';
import fixes from '@/assets/words/fixes.json';
import rules from '@/assets/words/rules.json';
import type { Phrase, Verdict } from '@/lib/domain/verdict.ts';
import { FIX_KINDS } from '@/lib/domain/verdict.ts';
import { isWord } from '@/lib/platform/words.ts';
import { RULES } from '@/lib/rules/registry.ts';
import { judgeScenario } from '@/scripts/scenarios/judge-scenario.ts';
import { loadScenarios } from '@/scripts/scenarios/read.ts';

const all = loadScenarios(['tests/corpora/scenarios']);
const scenarios = all.flatMap((one) => ('scenario' in one ? [one] : []));
const outcomes = await Promise.all(scenarios.map(({ scenario, folder }) => judgeScenario(scenario, folder)));

describe('the corpus of scenarios', () => {
  it('is read without an error, and no id is used twice', () => {
    expect(all.filter((one) => 'wrong' in one)).toEqual([]);
    expect(new Set(scenarios.map(({ scenario }) => scenario.id)).size).toBe(scenarios.length);
  });

  it('says of each who is hurt, or why nobody is', () => {
    expect(scenarios.filter(({ scenario }) => !scenario.note)).toEqual([]);
  });

  it('is half clean or near the line', () => {
    const clean = scenarios.filter(({ scenario: { expect: wanted } }) => wanted.tier <= 'T1');
    expect(clean.length).toBeGreaterThanOrEqual(scenarios.length / 2);
  });

  it('plants and spares every rule that a scenario can show', () => {
    const unseen = new Set(['ledger-locked', 'surface-degraded', 'team-out-of-reach']);
    const ids = RULES.map(({ id }) => id).filter((id) => !unseen.has(id));
    const planted = new Set(scenarios.flatMap(({ scenario }) => scenario.expect.rules ?? []));
    const spared = new Set(scenarios.flatMap(({ scenario }) => scenario.expect.never ?? []));
    expect(ids.filter((id) => !planted.has(id) || !spared.has(id))).toEqual([]);
  });

  it.each(outcomes.map(({ scenario, differences }) => ({ id: scenario.id, differences })))(
    '$id gets its verdict',
    ({ differences }) => {
      expect(differences).toEqual([]);
    },
  );
});

describe('the words of the findings', () => {
  const phrasesOf = ({ findings }: Verdict): readonly Phrase[] =>
    findings.flatMap(({ title, evidence, fixes: offered }) => [
      title,
      ...evidence,
      ...offered.map(({ kind, label }) => label ?? { key: `fix_${kind}` }),
    ]);
  const phrases = outcomes.flatMap(({ verdict }) => phrasesOf(verdict));
  const catalogue: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { ...rules, ...files, ...fixes };

  it('are all in the catalogue, and so are the words that they are filled with', () => {
    const keys = phrases.flatMap(({ key, params = {} }) => [
      key,
      ...Object.entries(params).flatMap(([name, value]) =>
        name.endsWith('_word') && value !== '' ? [String(value)] : [],
      ),
    ]);
    expect([...new Set(keys)].filter((key) => !isWord(key))).toEqual([]);
  });

  it('get every value that they name, in both languages', () => {
    const lacking = phrases.flatMap(({ key, params = {} }) => {
      const named = [...JSON.stringify(catalogue[key]).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      return named.filter((name) => !(name in params) || params[name] === '').map((name) => `${key}: ${name}`);
    });
    expect([...new Set(lacking)]).toEqual([]);
  });

  it('exist for every kind of fix', () => {
    expect(FIX_KINDS.filter((kind) => !isWord(`fix_${kind}`))).toEqual([]);
  });
});
