import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { Scenario } from './schema.ts';

/** A scenario with the folder that its files stand in, or what is wrong with it and where. */
export type Loaded =
  | { readonly scenario: Scenario; readonly folder: string }
  | { readonly where: string; readonly wrong: string };

/** All scenarios of files and folders: an object, an array or JSON lines a file. */
export const loadScenarios = (paths: readonly string[]): readonly Loaded[] => paths.flatMap(filesIn).flatMap(loadFile);

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return filesIn(join(path, entry.name));
      return /\.jsonl?$/.test(entry.name) ? [join(path, entry.name)] : [];
    });
}

function loadFile(path: string): readonly Loaded[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const whole = json(text);
  if (whole.ok) {
    const items: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
    return items.map((item, index) => parse(item, path, `${path}[${index}]`));
  }
  return text.split('\n').flatMap((line, index): Loaded[] => {
    if (line.trim() === '') return [];
    const where = `${path}:${index + 1}`;
    const one = json(line);
    return [one.ok ? parse(one.value, path, where) : { where, wrong: one.error }];
  });
}

function json(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (thrown) {
    return { ok: false, error: thrown instanceof Error ? thrown.message : 'not JSON' };
  }
}

export function parse(value: unknown, path: string, where: string): Loaded {
  const parsed = v.safeParse(Scenario, value);
  if (parsed.success) return { scenario: parsed.output, folder: dirname(path) };
  const id = typeof value === 'object' && value !== null && 'id' in value ? ` (${String(value.id)})` : '';
  return { where: `${where}${id}`, wrong: parsed.issues.map(tell).join('; ') };
}

/** `draft.colour: unknown field`, `expect.tier: T9 is not one of …`. */
function tell(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'scenario';
  if (issue.expected === 'never') return `${path}: unknown field`;
  return `${path}: ${issue.message}`;
}
