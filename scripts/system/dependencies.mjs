// Only Node's own modules here: this runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Runs a command with its output shown; returns whether it ended well. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** Installs exactly what the lock file says, unless it is already there. Ends the process with a clear word when it cannot. */
export function ensureDependencies() {
  if (sameLock() || run('npm', ['ci', '--no-audit', '--no-fund'])) return;
  console.error('npm ci did not finish: nothing else can run. Is the package registry in reach?');
  process.exit(1);
}

/** npm keeps a copy of what it installed; equal versions mean that nothing is missing. */
function sameLock() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const here = versions(installed);
  return Object.entries(versions('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.peer || here[path]?.version === wanted.version,
  );
}
