import type { FilePlace } from '../domain/file-reading.ts';
import { documentXml } from './docx/document.ts';
import { pathsOf, readEmbedded, readPart, readProperties } from './pack.ts';
import type { Job, Reader } from './reader.ts';

/** Parts with words, and where each stands (ECMA-376 part 1, §11.3). */
const PARTS: readonly (readonly [RegExp, FilePlace])[] = [
  [/^word\/document\d*\.xml$/, {}],
  [/^word\/header\d*\.xml$/, { of: 'header' }],
  [/^word\/footer\d*\.xml$/, { of: 'footer' }],
  [/^word\/(?:footnotes|endnotes)\.xml$/, { of: 'footnote' }],
  [/^word\/comments\.xml$/, { of: 'comment' }],
  [/^word\/glossary\/document\.xml$/, {}],
];

export const reader: Reader = {
  kind: 'docx',
  async read(job) {
    const before = job.out.parts.length;
    for (const [pattern, where] of PARTS) for (const path of pathsOf(job, pattern)) await readStory(job, path, where);
    saysNothing(job, before, /^word\/media\//);
    await readProperties(job);
    await readEmbedded(job, /^word\/embeddings\/[^/]+$/);
  },
};

async function readStory(job: Job, path: string, where: FilePlace): Promise<void> {
  const story = documentXml(job, where);
  try {
    await readPart(job, path, story.handler);
  } finally {
    story.end();
  }
}

/** Pictures and hardly a word: a scanned letter. What it says is in the pictures. */
export function saysNothing(job: Job, before: number, pictures: RegExp): void {
  const words = job.out.parts.slice(before).reduce((sum, { text }) => sum + text.length, 0);
  if (words < 40 && pathsOf(job, pictures).length > 0) job.reasons.add('no-text');
}
