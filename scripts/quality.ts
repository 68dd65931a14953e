// `npm run quality`: how often detection and rules are right, beside the libraries that a developer would take instead, in
// the same run; `-- identifiers`, `public`, `clean`, `rules`, `patterns` for one part; `-- --misses` prints what differed on
// the development part. Figures of tests/corpora/messages/held-out are totals only: nobody tunes on them.
import { execFileSync } from 'node:child_process';
import { cleanPart } from './quality/clean-part.ts';
import { adversarialPart, identifiersPart } from './quality/identifiers-part.ts';
import { patternsPart } from './quality/patterns-part.ts';
import { publicPart } from './quality/public-part.ts';
import { type Target, targetLine } from './quality/report.ts';
import { rulesPart } from './quality/rules-part.ts';
import { aligned } from './scenarios/table.ts';

const PARTS: Readonly<Record<string, () => Promise<readonly Target[]>>> = {
  identifiers: async () => [...(await identifiersPart()), ...(await adversarialPart())],
  public: publicPart,
  clean: cleanPart,
  rules: rulesPart,
  patterns: patternsPart,
};

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.map((part) => `"${part}"`).join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}
const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
console.log(
  `izin ${commit}, ${new Date().toISOString().slice(0, 10)}; any overlap counts as a hit, for everybody alike`,
);

const targets: Target[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  // Patterns take minutes: only when asked for by name.
  if (asked.length === 0 ? name !== 'patterns' : asked.includes(name)) targets.push(...(await part()));
}
console.log(`\n${aligned(targets.map(targetLine)).join('\n')}`);
