import { writePhrase } from '@/components/kit/phrase.tsx';
import { REFUSAL_CODES } from '@/lib/domain/refusal.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { ListView } from '@/lib/exchange/desk.ts';
import { refusalPhrase } from '@/lib/ledger/refusal-phrase.ts';
import { t } from '@/lib/platform/words.ts';

/** What was found out about the file, so that a wrong guess is seen. */
export const toldOf = (name: string, list: ListView): readonly string[] => [
  name,
  t('import_told_format', { format: t(`format_${list.format}`) }),
  ...(list.layout ? [t('import_told_layout', { format: t(`format_${list.layout}`) })] : []),
  ...list.told.map(writePhrase),
];

/** What is said of a row. A refusal of the domain comes with raw values; they become words here. */
export function sayRow(phrase: Phrase): string {
  const code = REFUSAL_CODES.find((one) => phrase.key === `refusal_${one}`);
  if (code === undefined) return writePhrase(phrase);
  const params = Object.fromEntries(Object.entries(phrase.params ?? {}).map(([name, value]) => [name, String(value)]));
  return writePhrase(refusalPhrase({ code, params }));
}
