// `npm run new:surface NAME`, `new:rule NAME`, `new:identifier NAME`: writes the file, its fixture and its test.
// What it writes fails its own test until somebody fills it in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Kind = 'surface' | 'rule' | 'identifier';
const [kind, name] = process.argv.slice(2) as [Kind, string | undefined];

const camel = (text: string): string => text.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());

const today = new Date().toISOString().slice(0, 10);

const surface = (id: string): Record<string, string> => ({
  [`lib/surfaces/${id}.surface.ts`]: `import { surfaceFrom } from './from-hooks.ts';

/** What the data can say: hooks.ts. Coded parts, where it cannot, go into a folder of the surface's name. */
export default surfaceFrom({
  id: '${id}',
  name: '${id}',
  channel: 'other_chat',
  matches: ['https://${id}.example/*'],
  optional: true,
  proof: { grade: 'reconstructed', by: 'nothing yet', on: '${today}' },
  version: 1,
  boxes: [
    {
      name: 'message',
      root: ['form.composer'],
      editor: ['[role="textbox"]'],
      who: { thread: { in: 'url', match: '^/messages/([^/]+)' }, title: { at: ['header h2'], in: 'page' } },
      send: ['[data-send]', 'button[type="submit"]'],
      keys: 'enter',
    },
  ],
});
`,
  [`tests/surfaces/cases/${id}.case.ts`]: `import type { SiteCase } from '../case.ts';

const ${camel(id)}: SiteCase = {
  surface: '${id}',
  url: 'https://${id}.example/messages/D01',
  page: '${id}',
  boxes: [
    {
      box: 'message',
      editor: '[role=textbox]',
      clean: { conversation: 'rani', recipients: [{ field: 'direct', address: 'thread:D01', name: 'Rani Kusuma' }] },
      stopped: { conversation: 'jati', channel: 'other_chat', address: 'thread:D02' },
      ways: [{ name: 'Enter', press: (hand) => hand.focus('[role=textbox]').then(() => hand.key('Enter')) }],
      breaks: { recipients: 'header', send: 'send' },
    },
  ],
};
export default ${camel(id)};
`,
  [`tests/surfaces/pages/${id}/index.html`]: `<!doctype html>
<meta charset="utf-8"><title>${id}</title>
<body><main id="app"></main><script src="/t/site.js"></script><script src="/t/page.js"></script></body>
`,
  [`tests/surfaces/pages/${id}/page.js`]: `// After which public facts, with dates; and what this page does not do. See ../_shared/README.md.
`,
});

const rule = (id: string): Record<string, string> => ({
  [`lib/rules/${id}.rule.ts`]: `import type { Rule } from './rule.ts';

/** Fires when … (\`domain.md\` §7.3). */
export const ${camel(id)}: Rule = {
  id: '${id}',
  judge: () => [],
};
`,
  [`tests/corpora/scenarios/${id}.json`]: '[]\n',
  [`tests/unit/rules/${id}.test.ts`]: `import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('${id}', () => {
  it('has planted and clean scenarios', () => {
    const scenarios = JSON.parse(readFileSync('tests/corpora/scenarios/${id}.json', 'utf8'));
    expect(scenarios.length).toBeGreaterThan(1);
  });
});
`,
});

const identifier = (id: string): Record<string, string> => ({
  [`lib/detect/${id}.identifier.ts`]: `import { type NumberIdentifier, words } from './identifier.ts';

/** Structure, source and trust of this identifier. */
export const identifier: NumberIdentifier = {
  kind: '${id}',
  words: words('${id}'),
  lengths: [],
  grade: () => undefined,
};
`,
  [`tests/unit/detect/${id}.test.ts`]: `import { expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

it('is recognised beside its word', () => {
  expect(scan('${id} 123').spans.map(({ kind }) => kind)).toEqual(['${id}']);
});
`,
});

const write: Record<Kind, (id: string) => Record<string, string>> = { surface, rule, identifier };

if (!(kind in write) || !/^[a-z][a-z0-9-]*$/.test(name ?? '') || name === undefined) {
  console.error('Say what and its name in kebab-case: npm run new:surface my-webmail');
  process.exit(2);
}
const files = write[kind](name);
const taken = Object.keys(files).filter((file) => existsSync(file));
if (taken.length > 0) {
  console.error(`Already there, left as it is: ${taken.join(', ')}`);
  process.exit(1);
}
for (const [file, content] of Object.entries(files)) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(file);
}
if (kind === 'rule')
  console.log(
    readFileSync('lib/rules/registry.ts', 'utf8').includes(name)
      ? ''
      : 'Next: its line in lib/rules/registry.ts, its words in assets/words/rules.json',
  );
if (kind === 'identifier')
  console.log(
    'Next: its kind in lib/detect/span.ts, its line in lib/detect/identifiers.ts, its words in assets/words/rules.json',
  );
if (kind === 'surface') console.log('Next: its page, and its row in the table of README.md');
