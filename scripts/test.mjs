// `npm test`, and with a part's name that part alone: `node scripts/test.mjs e2e gmail`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { CLIENTS, ensureDependencies, run } from './system/dependencies.mjs';
import { ensureBrowsers, ensureServers } from './system/install.mjs';

const [only, ...filter] = process.argv.slice(2);
const ci = process.env.CI === 'true';
const sum = { passed: 0, failed: 0, skipped: 0 };
/** Told once more at the end, where nobody has to look for it among what passed. */
const failures = [];
function fail(what, count = 1) {
  sum.failed += count;
  failures.push(what);
  console.error(`✗ ${what}`);
}
const bin = (name) => join('node_modules', '.bin', name);

/** One check that is not a test file counts as one. */
function step(name, command, args, env) {
  console.log(`\n— ${name}`);
  const passed = run(command, args, env);
  if (passed) sum.passed += 1;
  else fail(name);
  return passed;
}

/** A part that this machine cannot run is named with its reason; where everything must run, that is a failure. */
function cannot(part, missing) {
  const what = missing.map(({ name, why }) => `${name} is missing (${why})`).join(', ');
  if (ci) return fail(`${part} did not run: ${what}`);
  console.error(`– ${part} did not run: ${what}`);
  sum.skipped += 1;
}

function vitest(project) {
  console.log(`\n— ${project}`);
  const folder = mkdtempSync(join(tmpdir(), 'izin-'));
  const file = join(folder, 'result.json');
  run(bin('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filter,
  ]);
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    sum.passed += result.numPassedTests;
    for (const { name, assertionResults } of result.testResults)
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed') fail(`${relative('.', name)}: ${fullName}\n    ${firstLines(failureMessages)}`);
    sum.skipped += result.numPendingTests + result.numTodoTests;
    // A file that does not load, or an error outside of a test, has no test to count.
    const broken = result.testResults.filter(
      (f) => f.status === 'failed' && f.assertionResults.every((a) => a.status !== 'failed'),
    );
    for (const f of broken) fail(`${relative('.', f.name)}: ${f.message}`);
    if (!result.success && result.numFailedTests === 0 && broken.length === 0)
      fail(`${project}: an error outside of its tests`);
  } catch (error) {
    fail(`${project}: no result (${error.message})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was expected, and where the test stood. */
const firstLines = (messages) =>
  messages
    .join('\n')
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, 4)
    .join('\n    ');

const builds = () => {
  const built = [
    step('build for Chromium', bin('wxt'), ['build']),
    step('build for Firefox', bin('wxt'), ['build', '-b', 'firefox']),
  ];
  return built.every(Boolean);
};

/** A part in browsers; the first of them builds for all, unless it runs alone. */
function inBrowsers(part) {
  const { missing } = ensureBrowsers();
  if (missing.length > 0) return cannot(part, missing);
  ensureDependencies(CLIENTS);
  if ((only === undefined && part !== 'e2e') || builds()) vitest(part);
}

const parts = {
  check() {
    step('format, lint, import order', bin('biome'), ['ci', '--error-on-warnings', '.']);
    step('types', bin('tsc'), ['--noEmit']);
    step('nothing unused', bin('knip'), []);
  },
  unit() {
    vitest('unit');
    vitest('component');
  },
  e2e: () => inBrowsers('e2e'),
  contract: () => inBrowsers('contract'),
  zoo: () => inBrowsers('zoo'),
  real() {
    const missing = [...ensureBrowsers().missing, ...ensureServers().missing];
    if (missing.length > 0) return cannot('real', missing);
    ensureDependencies(CLIENTS);
    if (only === undefined || builds()) vitest('real');
  },
};

if (only !== undefined && !(only in parts)) {
  console.error(`There is no part "${only}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
ensureDependencies();
if (!run(bin('wxt'), ['prepare'])) process.exit(1);
for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) part();

if (failures.length > 0) console.error(`\nFailed:\n${failures.map((what) => `✗ ${what}`).join('\n')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 ? 1 : 0);
