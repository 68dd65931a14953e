import { blocks } from './blocks.ts';
import { Stop } from './meter.ts';
import type { Reader } from './reader.ts';
import { unpackWhole } from './unpack.ts';

/** One file inside is held in memory as a whole. */
const MOST_INNER = 25 * 1024 * 1024;

export const reader: Reader = {
  kind: 'zip',
  async read(job) {
    const { source, meter, entries, reasons } = job;
    const files = [...entries.values()].filter(({ name }) => !name.endsWith('/') && !isSystem(name));
    const names = blocks(job, { of: 'name' });
    for (const { name } of files) names.line(name);
    names.end();
    for (const entry of files) {
      try {
        await job.inner(entry.name, await unpackWhole(source, entry, meter, MOST_INNER));
      } catch (thrown) {
        if (!(thrown instanceof Stop) || !isOfEntry(thrown)) throw thrown;
        reasons.add(thrown.reason);
        job.out.files.push({ name: entry.name, kind: 'unknown', reasons: [thrown.reason] });
      }
    }
  },
};

/** What systems leave in archives, and nobody put there. */
const isSystem = (name: string): boolean => /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);

const isOfEntry = ({ reason }: Stop): boolean =>
  reason === 'encrypted' || reason === 'unreadable' || reason === 'too-large';
