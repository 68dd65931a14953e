/** `npm run scenarios -- PATH…`: judges scenario files with the real ledger, rules and policy (see tests/corpora/scenarios). */
import { existsSync } from 'node:fs';
import { judgeScenario, type Outcome } from './scenarios/judge-scenario.ts';
import { loadScenarios } from './scenarios/read.ts';
import { tableOf } from './scenarios/table.ts';

const paths = process.argv.slice(2);
const missing = paths.filter((path) => !existsSync(path));
const outcomes: Outcome[] = [];
let failed = missing.length;
for (const path of missing) console.log(`${path}: no such file or folder`);
if (paths.length === 0) {
  console.log('Name files or folders: npm run scenarios -- tests/corpora/scenarios');
  failed++;
}

for (const loaded of loadScenarios(paths.filter((path) => existsSync(path)))) {
  if ('wrong' in loaded) {
    failed++;
    console.log(`${loaded.where}: ${loaded.wrong}`);
    continue;
  }
  try {
    const outcome = await judgeScenario(loaded.scenario, loaded.folder);
    outcomes.push(outcome);
    if (outcome.differences.length === 0) continue;
    failed++;
    console.log(`${loaded.scenario.id}: ${outcome.differences.join('; ')}`);
  } catch (thrown) {
    failed++;
    console.log(`${loaded.scenario.id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

if (outcomes.length > 0) console.log(`\n${tableOf(outcomes).join('\n')}\n`);
console.log(`${outcomes.filter(({ differences }) => differences.length === 0).length} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
