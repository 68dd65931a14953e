import { writePhrase } from '@/components/kit/phrase.tsx';
import { REFUSAL_CODES } from '@/lib/domain/refusal.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { List } from '@/lib/exchange/list.ts';
import { refusalPhrase } from '@/lib/ledger/refusal-phrase.ts';
import { t } from '@/lib/platform/words.ts';

/**
 * Yields to the page: it paints, and a click on Cancel arrives. A message, since a timer waits 4 ms in sight and a whole
 * second in a tab behind.
 */
export const pause = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

/** What was found out about the file, so that a wrong guess is seen. */
export const toldOf = (name: string, list: List): readonly string[] => [
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
