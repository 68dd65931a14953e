import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Labelled } from './score.ts';

/** Public labelled data, read where it lies beside the repository and no part of it. */
const FOLDER = resolve('../shared/corpora');
const HERE = process.env.IZIN_CORPORA ?? FOLDER;
const text = (name: string): string => readFileSync(join(HERE, name), 'utf8');
const rows = (name: string): readonly Record<string, unknown>[] =>
  text(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Undefined where the folder is not there; `why` is what to print then. */
export const publicFolder = (): { readonly folder: string } | { readonly why: string } =>
  existsSync(HERE) ? { folder: HERE } : { why: `${HERE} is not there (IZIN_CORPORA names another folder)` };

/** Short texts with spans, of Presidio's recogniser tables; rows without places are told by their count alone and left out. */
export function recogniserCases(files: readonly string[], kind: string, region: string): readonly Labelled[] {
  return rows('recogniser-tables/cases.jsonl').flatMap((row): Labelled[] => {
    if (!files.some((file) => row.file === `test_${file}_recognizer.py`)) return [];
    const spans = (row.expected_positions ??
      row.expected_res ??
      (row.expected_position ? [row.expected_position] : [])) as readonly (readonly [number, number])[];
    if (spans.length === 0 && row.expected_len !== 0) return [];
    return [{ text: String(row.text), region, spans: spans.map(([start = 0, end = 0]) => ({ kind, start, end })) }];
  });
}

/** Single values with valid or invalid; `word` goes before each, as a person would name it. */
export function validatorCases(validator: string, kind: string, word: string, args?: RegExp): readonly Labelled[] {
  return rows('validatorjs/cases.jsonl')
    .filter((row) => row.validator === validator && (args ? args.test(String(row.args)) : row.args === undefined))
    .map(({ value, valid }) => ({
      text: `${word}${String(value)}`,
      region: 'ID',
      value: { start: word.length, end: word.length + String(value).length },
      spans: valid ? [{ kind, start: word.length, end: word.length + String(value).length }] : [],
    }));
}

export const matcherCases = (): readonly (Labelled & { readonly set: string })[] =>
  rows('libphonenumber/matcher_cases.jsonl').map((row) => ({
    text: String(row.text),
    region: String(row.region),
    set: String(row.set),
    spans: /^(?:VALID|STRICT|EXACT)/.test(String(row.set))
      ? [{ kind: 'phone', start: 0, end: String(row.text).length }]
      : [],
  }));

/** Sentences of Indonesian news: nothing in them is an identifier, a secret or a gap. */
export const newsSentences = (): readonly string[] =>
  text('news-id/dev.txt')
    .split(/\r?\n\s*\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .map((line) => line.split(/\s/)[0])
        .join(' ')
        .trim(),
    )
    .filter((sentence) => sentence !== '');

export const templates = (): readonly string[] =>
  ['email-campaign', 'influencer-brief', 'media-pitch'].map((name) => text(`pr-templates/${name}-template.md`));
