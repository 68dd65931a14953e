import { judgeScenario, type Outcome } from '../scenarios/judge-scenario.ts';
import { loadScenarios } from '../scenarios/read.ts';
import type { Counts } from './score.ts';

export interface RuleFigures {
  readonly scenarios: number;
  readonly clean: number;
  /** Messages that must be stopped (T2 or worse) and are, by the rules that are expected; that must not be and are; that must be and are not. */
  readonly stopped: Counts;
  readonly differing: readonly string[];
}

/** All scenarios of the corpus, each judged the whole way. */
export async function ruleFigures(folder: string): Promise<RuleFigures> {
  const outcomes: Outcome[] = [];
  const differing: string[] = [];
  for (const loaded of loadScenarios([folder])) {
    if ('wrong' in loaded) differing.push(`${loaded.where}: ${loaded.wrong}`);
    else outcomes.push(await judgeScenario(loaded.scenario, loaded.folder));
  }
  const stopped: Counts = { right: 0, wrong: 0, missed: 0 };
  for (const { scenario, verdict, differences } of outcomes) {
    if (differences.length > 0) differing.push(`${scenario.id}: ${differences.join('; ')}`);
    const found = new Set(verdict.findings.filter(({ tier }) => tier >= 'T2').map(({ rule }) => rule));
    const said = new Set(verdict.findings.map(({ rule }) => rule));
    const { tier, rules = [], never = [] } = scenario.expect;
    if (tier >= 'T2') stopped[verdict.tier >= 'T2' && rules.every((rule) => said.has(rule)) ? 'right' : 'missed']++;
    if ((tier < 'T2' && verdict.tier >= 'T2') || never.some((rule) => found.has(rule))) stopped.wrong++;
  }
  const clean = outcomes.filter(({ scenario }) => scenario.expect.tier < 'T2').length;
  return { scenarios: outcomes.length, clean, stopped, differing };
}
