import { writePhrase } from '@/components/kit/phrase.tsx';
import { REFUSAL_CODES } from '@/lib/domain/refusal.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { List, ListError } from '@/lib/exchange/list.ts';
import { refusalPhrase } from '@/lib/ledger/refusal-phrase.ts';
import { t } from '@/lib/platform/words.ts';

/** Yields to the page: it paints, and a click on Cancel arrives. */
export const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

const SIGNS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** What was found out about the file, so that a wrong guess is seen. */
export function toldOf(name: string, list: List): readonly string[] {
  const encoding = list.encoding.toUpperCase();
  return [
    name,
    t('import_told_rows', { count: list.rows.length }),
    list.guessed ? t('import_told_guessed', { encoding }) : encoding,
    t('import_told_separator', { sign: t(`import_sign_${SIGNS[list.delimiter]}`) }),
    ...(list.damaged > 0 ? [t('import_told_damaged', { count: list.damaged })] : []),
  ];
}

export const wrongWords = (error: ListError): string => {
  switch (error.kind) {
    case 'empty':
      return t('import_error_empty');
    case 'header-only':
      return t('import_error_header_only');
    case 'no-header':
      return t('import_error_no_header');
    case 'not-text':
      return t(`import_error_${error.looks}`);
  }
};

/** What is said of a row. A refusal of the domain comes with raw values; they become words here. */
export function sayRow(phrase: Phrase): string {
  const code = REFUSAL_CODES.find((one) => phrase.key === `refusal_${one}`);
  if (code === undefined) return writePhrase(phrase);
  const params = Object.fromEntries(Object.entries(phrase.params ?? {}).map(([name, value]) => [name, String(value)]));
  return writePhrase(refusalPhrase({ code, params }));
}
