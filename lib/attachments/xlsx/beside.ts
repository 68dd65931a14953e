import type { FilePlace, Hiding } from '../../domain/file-reading.ts';
import { attribute } from '../../exchange/xlsx/xml.ts';
import { blocks } from '../blocks.ts';
import { lineSink } from '../lines.ts';
import { pathsOf, readPart, relationsOf } from '../pack.ts';
import type { Job } from '../reader.ts';
import { plainText, type Sheet } from './workbook.ts';

/** What a workbook holds beside its cells: comments, copies of data behind pivot tables and links, connections. */
export async function readBeside(job: Job, sheets: readonly Sheet[]): Promise<void> {
  const sheetOf = await ownersOf(job, sheets);
  const authors: string[] = [];
  for (const path of pathsOf(job, /^xl\/persons\/[^/]+\.xml$/))
    await readPart(job, path, {
      open(name, attributes) {
        if (name === 'person') job.out.author(attribute(attributes, 'displayName') ?? '');
      },
    });
  for (const path of pathsOf(job, /^xl\/(?:threadedComments\/[^/]+|(?:comments\/)?(?:threaded)?comments\d*)\.xml$/i)) {
    const where: FilePlace = { of: 'comment', ...(sheetOf.has(path) ? { sheet: sheetOf.get(path) ?? '' } : {}) };
    await readComments(job, path, where, authors);
  }
  for (const path of pathsOf(job, /^xl\/pivotCache\/pivotCache(?:Definition|Records)\d*\.xml$/i))
    job.out.counts.pivotRecords += await readCells(job, path, 'pivot-cache');
  const links = pathsOf(job, /^xl\/externalLinks\/[^/]+\.xml$/i);
  for (const path of links) await readCells(job, path, 'external');
  const connections = pathsOf(job, /^xl\/(?:connections|queryTables\/[^/]+)\.xml$/i);
  for (const path of connections) await readConnection(job, path);
  job.out.counts.externalLinks += links.length + connections.length;
}

async function ownersOf(job: Job, sheets: readonly Sheet[]): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const { path, name } of sheets)
    for (const { target, external } of (await relationsOf(job, path)).values()) if (!external) owners.set(target, name);
  return owners;
}

/** Both kinds: notes (§18.7), and threads of replies, of which each note repeats the words. */
async function readComments(job: Job, path: string, where: FilePlace, authors: string[]): Promise<void> {
  const out = lineSink(job, where, 'comment');
  let text = '';
  let into: 'text' | 'author' | undefined;
  await readPart(job, path, {
    open(name, attributes) {
      if (name === 'comment' || name === 'threadedComment') text = `${attribute(attributes, 'ref') ?? ''} `;
      else if (name === 't' || name === 'text') into = 'text';
      else if (name === 'author') into = 'author';
    },
    text(piece) {
      if (into === 'text') text += piece;
      // A thread's own notes are written by `tc={…}`: no name.
      else if (into === 'author' && !piece.startsWith('tc=')) {
        authors.push(piece);
        job.out.author(piece);
      }
    },
    close(name) {
      if (name === 't' || name === 'author') into = undefined;
      if (name !== 'comment' && name !== 'threadedComment') return;
      into = undefined;
      if (text.trim() === '') return;
      job.out.counts.comments += 1;
      out.line(plainText(text));
      text = '';
    },
  });
  out.end();
}

/** Values of cells as copies keep them: `<s v="…"/>` and `<n v="…"/>` of a pivot cache, `<v>` of a linked workbook. → records. */
async function readCells(job: Job, path: string, hidden: Hiding): Promise<number> {
  const out = lineSink(job, {}, hidden);
  let record: string[] | undefined;
  let records = 0;
  let into = false;
  await readPart(job, path, {
    open(name, attributes) {
      if (name === 'r' || name === 'row' || name === 'sharedItems') record = [];
      else if (name === 'v') into = true;
      else if (name === 'sheetName') out.line(attribute(attributes, 'val') ?? '');
      else if (name === 'cacheField') out.line(attribute(attributes, 'name') ?? '');
      else if (/^[snd]$/.test(name)) record?.push(plainText(attribute(attributes, 'v') ?? ''));
    },
    text(piece) {
      if (into) record?.push(plainText(piece));
    },
    close(name) {
      if (name === 'v') into = false;
      if (record === undefined || (name !== 'r' && name !== 'row' && name !== 'sharedItems')) return;
      if (name === 'r') records += 1;
      if (record.length > 0) out.line(record.join('\t'));
      record = undefined;
    },
  });
  out.end();
  return records;
}

async function readConnection(job: Job, path: string): Promise<void> {
  const out = blocks(job, { of: 'link' }, 'external');
  await readPart(job, path, {
    open(_, attributes) {
      const said = ['connection', 'command', 'url', 'sourceFile'].map((name) => attribute(attributes, name));
      const text = said.filter((one) => one !== undefined).join(' ');
      if (text !== '') out.line(text);
    },
  });
  out.end();
}
