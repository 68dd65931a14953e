import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { findPhrases, indexPhrases } from '../../lib/detect/phrases.ts';
import { scan } from '../../lib/detect/scan.ts';
import { type Random, random } from '../../scripts/quality/draw.ts';
import { ownMessages } from '../../scripts/quality/messages.ts';
import type { Figure } from './stats.ts';

const TERMS = 50_000;
const PLANTED = 180;
const SIZE = 100_000;
const PIECES = [
  'a',
  '1',
  'a.',
  '1 ',
  '0812-',
  '@',
  '[',
  '{',
  'maju ',
  '0812-3456-7890 ',
  'NIK 3174051212900001 ',
  '\u200b',
];

/** Speed of detection alone, in Node: terms of a ledger, whole texts, and texts made to be slow. No browser. */
export function detection(): readonly Figure[] {
  const of = random(6);
  const terms = Array.from({ length: TERMS }, (_, at) => term(of, at));
  const text = withTerms(clean(), terms, of);
  const items = terms.map((phrase, ref) => ({ phrases: [phrase], ref }));
  const index = indexPhrases(items);
  const loop = { what: 'a bare loop over the characters', samples: samples(() => overCharacters(text), 60) };
  const peer = ahocorasick(terms, text);
  const plain = clean();
  return [
    { what: `${TERMS} terms, build`, samples: samples(() => indexPhrases(items), 12), limit: peer.build },
    {
      what: `${TERMS} terms, ${PLANTED} planted, in 100 KB`,
      samples: samples(() => findPhrases(index, text), 60),
      limit: loop,
    },
    { what: 'the same', samples: samples(() => findPhrases(index, text), 60), limit: peer.search },
    ...[2_000, 10_000, SIZE].map((size) => ({
      what: `identifiers and gaps in ${size / 1_000} KB`,
      samples: samples(() => scan(plain.slice(0, size), { candidates: true }), 30),
      limit: {
        what: 'a bare loop over the characters',
        samples: samples(() => overCharacters(plain.slice(0, size)), 60),
      },
    })),
    ...PIECES.map((piece) => ({
      what: `100 KB of ${JSON.stringify(piece)}`,
      samples: samples(() => scan(repeated(piece, SIZE), { candidates: true }), 4),
      limit: { what: 'half of it', samples: samples(() => scan(repeated(piece, SIZE / 2), { candidates: true }), 4) },
    })),
  ];
}

const repeated = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Milliseconds of processor time a run, the first thrown away: others on the machine are not in it. */
function samples(work: () => unknown, runs: number): readonly number[] {
  const all: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const from = process.cpuUsage();
    const since = performance.now();
    work();
    const wall = performance.now() - since;
    const { user, system } = process.cpuUsage(from);
    if (run > 0) all.push(Math.min(wall, (user + system) / 1_000));
  }
  return all;
}

function overCharacters(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum;
}

const SYLLABLES =
  'ba ca da ga ja ka la ma na pa ra sa ta wa ya bi di ki mi ni ri si ti bu du ku lu mu nu ru su tu'.split(' ');
const name = (of: Random): string => {
  const word = Array.from({ length: of.between(2, 4) }, () => of.one(SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** Names, companies, handles and addresses, as a ledger holds them. */
const term = (of: Random, at: number): string =>
  [
    () => `${name(of)} ${name(of)}${name(of)}`,
    () => `PT ${name(of)} ${name(of)} ${name(of)}`,
    () => `@${name(of).toLowerCase()}${name(of).toLowerCase()}${at}`,
    () => `${name(of).toLowerCase()}.${name(of).toLowerCase()}${at}@media.example`,
  ][at % 4]!();

const clean = (): string =>
  repeated(
    `${ownMessages('development', 'clean', 3)
      .map((one) => one.text)
      .join('\n')}\n`,
    SIZE,
  );

function withTerms(text: string, terms: readonly string[], of: Random): string {
  const lines = text.split('\n');
  for (let planted = 0; planted < PLANTED; planted++) lines[of.between(0, lines.length - 1)] += ` ${of.one(terms)} `;
  return lines.join('\n').slice(0, SIZE);
}

/** The npm package that would be taken instead; it compares characters, and knows no case and no words. */
function ahocorasick(terms: readonly string[], text: string) {
  const Automaton = createRequire(resolve('tests/peers/package.json'))('ahocorasick') as new (
    words: readonly string[],
  ) => { search(text: string): unknown };
  const lower = terms.map((one) => one.toLowerCase());
  const automaton = new Automaton(lower);
  return {
    build: { what: 'ahocorasick', samples: samples(() => new Automaton(lower), 1) },
    search: { what: 'ahocorasick', samples: samples(() => automaton.search(text.toLowerCase()), 5) },
  };
}
