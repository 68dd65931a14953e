import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';
import type { SpanKind } from '@/lib/detect/span.ts';

// Public corpora are read where they lie, beside the repository; they are no part of it.
const folder = resolve('../shared/corpora');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const rows = (name: string): Record<string, unknown>[] =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const kinds = (text: string, region = 'ID'): SpanKind[] => scan(text, { region }).spans.map(({ kind }) => kind);

if (!existsSync(folder))
  describe('public corpora', () => {
    it(`were not run: ${folder} is not there`, () => {
      console.warn(`Not run: the tests on public corpora, because ${folder} is not there.`);
      expect(existsSync(folder)).toBe(false);
    });
  });
else {
  describe('Indonesian news', () => {
    const sentences = read('news-id/dev.txt')
      .split(/\r?\n\s*\r?\n/)
      .map((block) =>
        block
          .split(/\r?\n/)
          .map((line) => line.split(/\s/)[0])
          .join(' ')
          .trim(),
      )
      .filter((sentence) => sentence !== '');

    it('gives no finding in any of its sentences', () => {
      expect(sentences.length).toBeGreaterThanOrEqual(367);
      expect(sentences.filter((sentence) => kinds(sentence).length > 0)).toEqual([]);
    });
  });

  describe('PR templates', () => {
    it.each([
      ['email-campaign', 119],
      ['influencer-brief', 133],
      ['media-pitch', 169],
    ])('%s holds gaps and no personal data', (name, least) => {
      const found = kinds(read(`pr-templates/${name}-template.md`));
      expect(found.filter((kind) => kind !== 'placeholder')).toEqual([]);
      expect(found.length).toBeGreaterThanOrEqual(least);
    });
  });

  describe('validator.js', () => {
    const cases = rows('validatorjs/cases.jsonl');
    const of = (validator: string, arg?: string) =>
      cases.filter((row) => row.validator === validator && (arg ? String(row.args) === arg : row.args === undefined));
    const misses = (list: readonly Record<string, unknown>[], kind: SpanKind, word = ''): string[] =>
      list.flatMap(({ value, valid }) => {
        const text = `${word}${String(value)}`;
        const whole = scan(text).spans.some(
          (span) => span.kind === kind && span.start === word.length && span.end === text.length,
        );
        return whole === valid ? [] : [String(value)];
      });

    it('agrees on e-mail but for quoted local parts, full-width letters and the whole length of an address', () => {
      const explained = /^"|ｇｍａｉｌ|^a{60,}@/;
      expect(misses(of('isEmail'), 'email').filter((value) => !explained.test(value))).toEqual([]);
    });

    it('agrees on Indonesian mobiles but for prefixes and lengths that no numbering plan has', () => {
      // 0899 with 12 digits after it; and a valid number of New Zealand, which is one to us.
      const explained = new Set(['089931236181900', '628993123618190', '+64210123456']);
      expect(misses(of('isMobilePhone', 'id-ID'), 'phone').filter((value) => !explained.has(value))).toEqual([]);
    });

    it('agrees on cards but for a network that begins with 81', () => {
      expect(
        misses(of('isCreditCard'), 'card', 'kartu kredit ').filter((value) => !value.startsWith('81719999')),
      ).toEqual([]);
    });

    it('gives nothing to find in money, GUIDs, product codes, dates and hardware addresses', () => {
      const others = ['isCurrency', 'isUUID', 'isEAN', 'isDate', 'isMACAddress'];
      const found = cases.filter(
        ({ validator, value }) => others.includes(String(validator)) && kinds(String(value)).length > 0,
      );
      // Eight groups of one digit, and what is short for groups of nothing, are addresses of the internet as well.
      expect(found.filter(({ value }) => !/^1:2:3:4:5:6:7:8$|::/.test(String(value)))).toEqual([]);
    });

    it('agrees on IBAN but for a country outside the registry, and for three with letters where their bank has digits', () => {
      const explained = /^(?:DZ58|VG46H0|IE95TE|PS07)/;
      expect(misses(of('isIBAN'), 'iban').filter((value) => !explained.test(value))).toEqual([]);
    });
  });

  describe('recogniser tables', () => {
    const cases = rows('recogniser-tables/cases.jsonl');
    const differing = (file: string, kind: SpanKind, region = 'ID'): string[] =>
      cases.flatMap(({ file: own, text, expected_len, expected_positions = [] }) => {
        if (own !== `test_${file}_recognizer.py`) return [];
        const spans = scan(String(text), { region }).spans.filter((span) => span.kind === kind);
        const wanted = expected_positions as [number, number][];
        const same =
          spans.length === expected_len && wanted.every(([a, b]) => spans.some((s) => s.start === a && s.end === b));
        return same ? [] : [String(text)];
      });

    it('agree on addresses of the internet but for the one of nobody, and five numbers in a row', () => {
      expect(differing('ip', 'ip').filter((text) => !/(?<!\S|=)::(?!\S)|=:: |\.1\.1$/.test(text))).toEqual([]);
    });

    it('agree on e-mail addresses', () => {
      expect(differing('email', 'email')).toEqual([]);
    });

    it('agree on cards but for a network that is no more, and a short one without its word', () => {
      expect(differing('credit_card', 'card').filter((text) => !/122000000000003|^30569309025904$/.test(text))).toEqual(
        [],
      );
    });

    it('agree on US social security and tax numbers that have their dashes', () => {
      const dashed = (text: string): boolean => /^(?:\D*\d{3}-\d{2}-\d{4}\b)+\D*$/.test(text);
      expect([...differing('us_ssn', 'ssn'), ...differing('us_itin', 'ssn')].filter(dashed)).toEqual([]);
    });
  });

  describe("libphonenumber's matcher cases", () => {
    const cases = rows('libphonenumber/matcher_cases.jsonl');
    const found = ({ text, region }: Record<string, unknown>): boolean =>
      kinds(String(text), String(region)).includes('phone');

    it('finds none that is impossible', () => {
      expect(cases.filter((row) => row.set === 'IMPOSSIBLE_CASES' && found(row))).toEqual([]);
    });

    it('finds those that are written with + and valid', () => {
      const plus = cases.filter((row) => row.set === 'EXACT_GROUPING_CASES' && /^\+(?:1|494)/.test(String(row.text)));
      expect(plus.filter((row) => !found(row))).toEqual([]);
    });
  });
}
