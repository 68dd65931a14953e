import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/**
 * Every regular expression that the rooms make: their modules are loaded with a `RegExp` that notes what it is given, and
 * the literals are taken from the source by the engine that reads it.
 */
export async function patternsOf(files: readonly string[]): Promise<readonly Pattern[]> {
  const found = new Map<string, Pattern>();
  const note = (pattern: Pattern): void => {
    found.set(`/${pattern.source}/${pattern.flags}`, pattern);
  };
  // Whose patterns are its authors' concern.
  await import('libphonenumber-js/max');
  const Plain = globalThis.RegExp;
  globalThis.RegExp = class extends Plain {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      note({ source: this.source, flags: this.flags });
    }
  } as RegExpConstructor;
  try {
    for (const file of files) await import(resolve(file));
  } finally {
    globalThis.RegExp = Plain;
  }
  for (const file of files) for (const literal of literalsIn(readFileSync(file, 'utf8'))) note(literal);
  return [...found.values()];
}

/** Where a `/` begins a literal: after a sign that no value ends with, or at a line's start. */
const LITERAL =
  /(?:^|[(,=:[!&|?{};>]|\breturn|\bof)\s*\/(?![/*])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)(?=[\s,.;)\]}:]|$)/gm;

export function literalsIn(source: string): readonly Pattern[] {
  const code = source.replace(/^\s*(?:\/\*\*?[\s\S]*?\*\/|\/\/.*)$/gm, '');
  return [...code.matchAll(LITERAL)].map(([, own = '', flags = '']) => ({ source: own, flags }));
}

export type Verdict = 'safe' | 'vulnerable' | 'unknown';

/** What recheck's checker in plain JavaScript says of a pattern. Undefined where it is not installed. */
export function checker(timeout = 10_000): ((pattern: Pattern) => { status: Verdict; why: string }) | undefined {
  if (!existsSync('tests/peers/node_modules/recheck')) return undefined;
  process.env.RECHECK_BACKEND = 'pure';
  const { checkSync } = createRequire(resolve('tests/peers/package.json'))('recheck') as {
    checkSync(
      source: string,
      flags: string,
      options: object,
    ): {
      status: Verdict;
      complexity?: { summary?: string };
      error?: { kind: string };
    };
  };
  return ({ source, flags }) => {
    const { status, complexity, error } = checkSync(source, flags.replace('v', 'u'), { timeout });
    return { status, why: complexity?.summary ?? error?.kind ?? '' };
  };
}
