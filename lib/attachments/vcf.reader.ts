import { blocks } from './blocks.ts';
import type { Reader } from './reader.ts';
import { eachLine } from './txt.reader.ts';

/** Cards, line by line; a person is a card with an address or a number (RFC 6350). Pictures and keys in them are left out. */
export const reader: Reader = {
  kind: 'vcf',
  async read(job) {
    const out = blocks(job, {});
    let reachable = false;
    let blob = false;
    const endCard = (): void => {
      if (!reachable) return;
      job.out.people += 1;
      if (job.hidden !== undefined) job.out.hiddenPeople += 1;
      reachable = false;
    };
    try {
      await eachLine(job, (line, number) => {
        if (/^END:VCARD/i.test(line)) endCard();
        if (/^[ \t]/.test(line)) {
          if (!blob) out.line(line, number);
          return;
        }
        blob = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i.test(line);
        if (blob) return;
        if (/^(?:[\w-]+\.)?(?:EMAIL|TEL|IMPP)\b[^:]*:\s*\S/i.test(line)) reachable = true;
        out.line(line, number);
      });
      endCard();
    } finally {
      out.end();
    }
  },
};
