// `npm start`: from a fresh clone to a browser with Izin on its practice mailbox.
import { join } from 'node:path';
import { ensureDependencies, run } from './system/dependencies.mjs';
import { ensureBrowsers } from './system/install.mjs';

const bin = (name) => join('node_modules', '.bin', name);

ensureDependencies();
const { missing } = ensureBrowsers();
const chromium = missing.find(({ name }) => name === 'chromium');
if (chromium) {
  console.error(`Izin starts in Chromium, which is missing: ${chromium.why}`);
  process.exit(1);
}
if (!run(bin('wxt'), ['build'])) process.exit(1);
process.exit(run(bin('tsx'), ['scripts/demo.ts']) ? 0 : 1);
