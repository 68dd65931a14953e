// Only Node's own modules here: this runs on a fresh clone, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Other people's editors and clients, kept apart: only the tests that drive them need them. */
export const CLIENTS = 'tests/clients';
/** Other people's detection, and a checker of patterns: only what measures ours beside it needs them. */
export const PEERS = 'tests/peers';

/** Runs a command with its output shown; returns whether it ended well. */
export function run(command, args, env = {}, folder = '.') {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    cwd: folder,
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status === 0;
}

/** Installs exactly what the lock file of a folder says, unless it is already there. Ends the process with a clear word when it cannot. */
export function ensureDependencies(folder = '.') {
  if (sameLock(folder) || run('npm', ['ci', '--no-audit', '--no-fund'], {}, folder)) return;
  console.error(`npm ci did not finish in ${folder}: nothing else can run. Is the package registry in reach?`);
  process.exit(1);
}

/** npm keeps a copy of what it installed; equal versions mean that nothing is missing. */
function sameLock(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const here = versions(installed);
  return Object.entries(versions(join(folder, 'package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.peer || here[path]?.version === wanted.version,
  );
}
