// `npm run new:surface NAME`, `new:rule NAME`, `new:identifier NAME`: writes the file, its fixture and its test.
// What it writes fails its own test until somebody fills it in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Kind = 'surface' | 'rule' | 'identifier';
const [kind, name] = process.argv.slice(2) as [Kind, string | undefined];

const camel = (text: string): string => text.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());

const surface = (id: string): Record<string, string> => ({
  [`lib/surfaces/${id}.surface.ts`]: `import type { Surface } from './surface.ts';

const surface: Surface = {
  id: '${id}',
  name: '${id}',
  channel: 'email',
  matches: [],
  optional: true,
  proof: { grade: 'reconstructed', by: 'nothing yet', on: '${new Date().toISOString().slice(0, 10)}' },
  fields: ['to', 'cc', 'bcc'],
  applies: () => false,
  composerAt: () => null,
  composers: () => [],
};
export default surface;
`,
  [`tests/e2e/pages/${id}.html`]: `<!-- Where this page comes from, and what it does not prove. -->\n<!doctype html>\n<title>${id}</title>\n`,
  [`tests/unit/surfaces/${id}.test.ts`]: `import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import surface from '@/lib/surfaces/${id}.surface.ts';

describe('${id}', () => {
  it('finds its composer on its page', () => {
    const { document } = new JSDOM(readFileSync('tests/e2e/pages/${id}.html', 'utf8')).window;
    expect(surface.composers(document)).toHaveLength(1);
  });
});
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
  [`lib/detect/${id}.identifier.ts`]: `// Structure, source and trust of this identifier.\n\nexport const is${camel(`-${id}`)} = (_digits: string): boolean => false;\n`,
  [`tests/unit/detect/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { is${camel(`-${id}`)} } from '@/lib/detect/${id}.identifier.ts';

describe('${id}', () => {
  it('is recognised', () => expect(is${camel(`-${id}`)}('an example')).toBe(true));
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
