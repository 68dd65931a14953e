// `npm run hub`: installs what is missing, then a team's server on this machine.
import { join } from 'node:path';
import { ensureDependencies, run } from './system/dependencies.mjs';
import { ensureHub } from './system/install.mjs';

ensureDependencies();
const { missing } = ensureHub();
if (missing.length > 0) {
  console.error(`The server is nats-server, which is missing: ${missing.map(({ why }) => why).join(', ')}`);
  process.exit(1);
}
// Ctrl+C goes to both; the server has the last word.
process.on('SIGINT', () => undefined);
process.exit(run(join('node_modules', '.bin', 'tsx'), ['scripts/hub-server.ts']) ? 0 : 1);
