import { describe, expect, it } from 'vitest';
import { isBounded } from '@/lib/adapters/pattern.ts';

describe('a pattern that came with data', () => {
  it.each([
    '^mailto:([^?]+)',
    '/inbox/([^/?#]+)',
    '^#/(?:im|c)/([^/?]+)$',
    '\\(([^)]+)\\)$',
    '^@(\\w{1,30})$',
    '^(.*) – Pesan$',
    'peer=(-?\\d+)',
    '/([^/]+)/messages/([^/]+)/',
    '^([\\w.\\-]+)@',
  ])('is taken when its work is bounded: %s', (pattern) => {
    expect(isBounded(pattern)).toBe(true);
  });

  it.each([
    ['a repetition in a repetition', '(a+)+$'],
    ['two levels down', '((ab*)c)*$'],
    ['a repeated choice', '(a|aa)+$'],
    ['a repeated choice, deeper', '((a|b))*c'],
    ['many wildcards in a row', '^.*.*.*.*=.*'],
    ['three wildcards that begin anywhere', '(.*)a(.*)b(.*)c'],
    ['wide bounds in a row', '^[a-z]{1,99}[a-z]{1,99}[a-z]{1,99}[a-z]{1,99}$'],
    ['a back reference', '(a)\\1'],
    ['looking behind', '(?<=a)b'],
    ['what is no pattern', '([a-z'],
    ['a brace without a number', 'a{'],
    ['more than 200 characters', 'a'.repeat(201)],
  ])('is refused for %s', (_why, pattern) => {
    expect(isBounded(pattern)).toBe(false);
  });

  it('refuses what would keep a browser busy, and answers itself at once', () => {
    const worst = '(('.repeat(40) + 'a+'.repeat(20);
    expect(isBounded(worst)).toBe(false);
    expect(isBounded(`^${'(a+'.repeat(30)}${')+'.repeat(30)}$`)).toBe(false);
  });
});
