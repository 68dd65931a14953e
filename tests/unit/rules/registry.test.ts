import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '@/lib/rules/registry.ts';

describe('the registry of rules', () => {
  const files = readdirSync('lib/rules').flatMap((name) => /^(.*)\.rule\.ts$/.exec(name)?.[1] ?? []);

  it('holds every rule that has a file, under the name of its file', () => {
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('lets no guess hold a send', () => {
    expect(RULES.filter(({ kind, tier }) => kind === 'guess' && tier > 'T1')).toEqual([]);
  });
});
