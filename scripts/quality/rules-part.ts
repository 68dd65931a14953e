import { tellMisses } from './misses.ts';
import type { Target } from './report.ts';
import { ruleFigures } from './rules.ts';
import { precision, recall, share } from './score.ts';

/** The scenarios of the corpus. They are written beside the rules: a measure of what is kept, not of what nobody thought of. */
export async function rulesPart(): Promise<readonly Target[]> {
  const { scenarios, clean, stopped, differing } = await ruleFigures('tests/corpora/scenarios');
  console.log(
    `\nScenarios: ${scenarios}, ${clean} of them with nothing to stop; ${differing.length} differ from what they expect`,
  );
  console.log(`stopped rightly, of those stopped: ${share(stopped.right, stopped.right + stopped.wrong)}`);
  console.log(
    `stopped by the rules expected, of those to be stopped: ${share(stopped.right, stopped.right + stopped.missed)}`,
  );
  tellMisses(differing);
  return [
    { what: 'scenarios', measured: scenarios, wanted: 400 },
    { what: 'rules at T2 and worse, precision', measured: precision(stopped), wanted: 0.98 },
    { what: 'rules at T2 and worse, recall', measured: recall(stopped), wanted: 0.97 },
  ];
}
