import type { FilePlace, Hiding } from '../domain/file-reading.ts';
import type { Job } from './reader.ts';

/** Characters of one part. */
const BLOCK = 64 * 1024;

/** Lines → parts of some 64 K characters. */
export interface Blocks {
  /** `row`: which row or line it is, from 1. */
  line(text: string, row?: number): void;
  end(): void;
}

export function blocks(job: Job, where: FilePlace, hidden?: Hiding): Blocks {
  const hiding = job.hidden ?? hidden;
  let lines: string[] = [];
  let size = 0;
  let from: number | undefined;
  let to: number | undefined;
  const end = (): void => {
    if (lines.length === 0) return;
    const text = lines.join('\n');
    const rows = from === undefined ? {} : { row: from, rowEnd: to ?? from };
    lines = [];
    size = 0;
    from = undefined;
    job.out.say({ where: { ...job.place, ...where, ...rows }, text, ...(hiding ? { hidden: hiding } : {}) });
  };
  return {
    line(text, row) {
      // One endless line is cut like any other text.
      for (let at = 0; at === 0 || at < text.length; at += BLOCK) {
        lines.push(text.length > BLOCK ? text.slice(at, at + BLOCK) : text);
        size += Math.min(BLOCK, text.length - at) + 1;
        from ??= row;
        to = row;
        if (size > BLOCK) end();
      }
    },
    end,
  };
}
