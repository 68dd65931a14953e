import { unescaped } from '../exchange/xlsx/xml.ts';
import { lineSink } from './lines.ts';
import type { Reader } from './reader.ts';
import { textPieces } from './text-bytes.ts';

const LONGEST = 256 * 1024;

/** Pages, and lists that old programs save as pages: words without their marks. What is commented out or scripted is left out. */
export const reader: Reader = {
  kind: 'html',
  async read(job) {
    const out = lineSink(job, {});
    const flush = (markup: string): void => {
      for (const line of wordsOf(markup).split('\n')) if (line.trim() !== '') out.line(line.trim());
    };
    let rest = '';
    try {
      for (const piece of await textPieces(job)) {
        const text = rest + piece;
        // Whole elements, as far as they go: a row at least.
        const cut = text.length > LONGEST ? text.length : Math.max(text.lastIndexOf('</tr>'), text.lastIndexOf('</p>'));
        flush(text.slice(0, Math.max(0, cut)));
        rest = text.slice(Math.max(0, cut));
        await job.meter.breathe();
      }
      flush(rest);
    } finally {
      out.end();
    }
  },
};

const wordsOf = (markup: string): string =>
  unescaped(
    markup
      .replace(/\s+/g, ' ')
      .replace(/<(script|style)\b[^>]{0,2000}>.*?<\/\1>/gi, ' ')
      .replace(/<\/t[dh]>/gi, '\t')
      .replace(/<(?:br|\/p|\/tr|\/div|\/li|\/h\d|\/title)\b[^>]{0,2000}>/gi, '\n')
      .replace(/<[a-z!/?][^<>]{0,4000}>/gi, ''),
  ).replaceAll('&nbsp;', ' ');
