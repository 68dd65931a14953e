import { tokensOf } from './words-of.ts';

/** Words with which an illness or a state of health begins, in both languages. A word alone says nothing of anybody. */
const BEGINS: ReadonlySet<string> = new Set(
  'diabetes diabetik kanker cancer hiv aids hamil kehamilan pregnant pregnancy keguguran miscarriage depresi depression bipolar skizofrenia schizophrenia epilepsi epilepsy asma asthma stroke jantung heart tbc tb tuberkulosis tuberculosis hepatitis tumor leukemia leukaemia lupus autis autisme autism adhd anoreksia anorexia bulimia gangguan eating ginjal kidney kemoterapi chemotherapy covid positif alergi allergy disabilitas disability kecanduan addiction rehabilitasi rehab vertigo migrain migraine gagal operasi surgery cuci terapi therapy trauma ptsd insomnia'.split(
    ' ',
  ),
);
const LONGEST = 3;

export interface HealthWords {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Runs of one to three words that begin with such a word, as a ledger may keep them: "kanker", "kanker payudara". */
export function healthWords(text: string): readonly HealthWords[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((first, at) => {
    if (!BEGINS.has(first.word) && !BEGINS.has(first.stem)) return [];
    return Array.from({ length: LONGEST }, (_, more) => tokens.slice(at, at + more + 1)).flatMap(
      (run, more): HealthWords[] => {
        const last = run.at(-1);
        if (!last || run.length <= more || run.slice(1).some(({ joins }) => !joins)) return [];
        const before = run.slice(0, -1).map(({ word }) => word);
        const values = new Set([last.word, last.stem].map((word) => [...before, word].join(' ')));
        return [...values].map((value) => ({ value, start: first.start, end: last.end }));
      },
    );
  });
}

const PERSON =
  "(?:(?:bapak|pak|ibu|bu|mas|mbak|kak|bang|sdri?\\.?|mr\\.?|mrs\\.?|ms\\.?|Bapak|Pak|Ibu|Bu|Mas|Mbak|Kak|Bang|Sdri?\\.?|Mr\\.?|Mrs\\.?|Ms\\.?) )(\\p{Lu}[\\p{L}’'-]{1,20})";
const ILL =
  '(?:kanker|diabetes|hiv|aids|hiv/aids|tbc|tuberkulosis|depresi|bipolar|skizofrenia|epilepsi|stroke|hepatitis|tumor|leukemia|lupus|gagal ginjal|anoreksia|bulimia|gangguan (?:jiwa|mental|makan)|cancer|depression|schizophrenia|epilepsy|tuberculosis|an eating disorder)';
const HAS =
  '(?:menderita|mengidap|terkena|didiagnosis|didiagnosa|positif|diagnosed with|suffers from|suffering from|suffered from|tested positive for|treated for)';
const SAYS = new RegExp(
  `(?<!\\p{L})${PERSON}[^.,!?\\n]{0,60}(?<!\\p{L})(?:${HAS} (?:\\p{L}+ )?${ILL}|pernah dipenjara|mantan (?:napi|narapidana)|has a criminal record|was convicted of)(?!\\p{L})`,
  'gu',
);

/** A sentence that says of somebody, with title and name, that they have an illness or were punished. */
export const saysOfSomebody = (
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] =>
  [...text.matchAll(SAYS)].map((match) => ({
    name: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
