import type { FilePlace, Hiding } from '../domain/file-reading.ts';
import { blocks } from './blocks.ts';
import { lineHasContact } from './contact.ts';
import type { Job } from './reader.ts';

/** Running words → parts, and people by lines that hold an address or a number. */
export function lineSink(
  job: Job,
  where: FilePlace,
  hidden?: Hiding,
): { line(text: string, row?: number): void; end(): void } {
  const out = blocks(job, where, hidden);
  const away = (job.hidden ?? hidden) !== undefined;
  return {
    line(text, row) {
      if (lineHasContact(text)) {
        job.out.people += 1;
        if (away) job.out.hiddenPeople += 1;
      }
      out.line(text, row);
    },
    end: out.end,
  };
}
