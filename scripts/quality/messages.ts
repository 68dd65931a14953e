import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filled, type Message } from './values.ts';

export type Part = 'development' | 'held-out';
export const PARTS: readonly Part[] = ['development', 'held-out'];

/** A message of the project's own, filled; `line` is the sentence that it was made of. */
export interface OwnMessage extends Message {
  readonly line: string;
  readonly language: 'id' | 'en';
  readonly named: boolean;
}

const SEEDS: Readonly<Record<Part, number>> = { development: 1_000_003, 'held-out': 7_000_027 };

/** Each line `times` times over, with other values each time. */
export function ownMessages(part: Part, about: 'identifiers' | 'clean', times: number): readonly OwnMessage[] {
  return (['id', 'en'] as const).flatMap((language, offset) =>
    readFileSync(join('tests/corpora/messages', part, `${about}-${language}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('# '))
      .flatMap((line, at) =>
        Array.from({ length: times }, (_, time) => ({
          ...filled(line.replace(/^[+-] /, ''), SEEDS[part] + offset * 500_009 + at * 1_009 + time * 31),
          line,
          language,
          named: line.startsWith('+ '),
        })),
      ),
  );
}
