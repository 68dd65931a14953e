import type { Answer } from '../../domain/request-answer.ts';
import type { Phrase } from '../../domain/verdict.ts';
import { momentIn } from './moment.ts';
import type { Reader } from './reader.ts';

/** The answer as plain text, in the reader's language and zone. */
export const answerText = (answer: Answer, reader: Reader): string =>
  `${answer.map((lines) => lines.map((line) => write(line, reader)).join('\n')).join('\n\n')}\n`;

function write({ key, params = {} }: Phrase, reader: Reader): string {
  const written = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    if (/(^|_)at$/.test(name)) return [name, momentIn(value, reader)];
    return [name, /_word$/.test(name) ? reader.say(value) : value];
  });
  return reader.say(key, Object.fromEntries(written));
}
