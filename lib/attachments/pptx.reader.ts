import type { FilePlace, Hiding } from '../domain/file-reading.ts';
import { attribute } from '../exchange/xlsx/xml.ts';
import { saysNothing } from './docx.reader.ts';
import { lineSink } from './lines.ts';
import { numberOf, pathsOf, readEmbedded, readPart, readProperties, relationsOf } from './pack.ts';
import type { Job, Reader } from './reader.ts';

export const reader: Reader = {
  kind: 'pptx',
  async read(job) {
    const before = job.out.parts.length;
    const slides = pathsOf(job, /^ppt\/slides\/slide\d+\.xml$/);
    const slideOf = new Map<string, number>();
    for (const path of slides) {
      const slide = numberOf(path);
      for (const { target, external } of (await relationsOf(job, path)).values())
        if (!external) slideOf.set(target, slide);
      const hidden = await isHiddenSlide(job, path);
      if (hidden) job.out.counts.hiddenSlides += 1;
      await readWords(job, path, { slide }, hidden ? 'slide' : undefined);
    }
    saysNothing(job, before, /^ppt\/media\//);
    const slideAt = (path: string): FilePlace => ({ slide: slideOf.get(path) ?? numberOf(path) });
    for (const path of pathsOf(job, /^ppt\/notesSlides\/notesSlide\d+\.xml$/))
      if (await readWords(job, path, slideAt(path), 'notes')) job.out.counts.notes += 1;
    for (const path of pathsOf(job, /^ppt\/comments\/[^/]+\.xml$/)) await readComments(job, path, slideAt(path));
    for (const path of pathsOf(job, /^ppt\/(?:commentAuthors|authors)\.xml$/))
      await readPart(job, path, {
        open(name, attributes) {
          if (name === 'cmAuthor' || name === 'author') job.out.author(attribute(attributes, 'name') ?? '');
        },
      });
    for (const path of pathsOf(job, /^ppt\/(?:charts\/chart|diagrams\/data)\d+\.xml$/)) await readWords(job, path, {});
    await readProperties(job);
    // The workbook behind a chart holds all of its rows, not those alone that the chart shows.
    await readEmbedded(job, /^ppt\/embeddings\/[^/]+$/);
  },
};

/** `show="0"` stands in the first element (§19.3.1.38). */
async function isHiddenSlide(job: Job, path: string): Promise<boolean> {
  let hidden = false;
  await readPart(job, path, {
    open(name, attributes) {
      const show = name === 'sld' ? attribute(attributes, 'show') : undefined;
      if (show === '0' || show === 'false') hidden = true;
    },
  });
  return hidden;
}

/** Paragraphs are lines; rows of tables too. → whether there were words; a slide's number alone is none. */
async function readWords(job: Job, path: string, where: FilePlace, hidden?: Hiding): Promise<boolean> {
  const out = lineSink(job, where, hidden);
  let line = '';
  let inText = false;
  let inField = false;
  let inRow = false;
  let any = false;
  const end = (): void => {
    if (line.trim() !== '') {
      any = true;
      out.line(line.trim());
    }
    line = '';
  };
  try {
    await readPart(job, path, {
      open(name, attributes) {
        if (name === 't' || name === 'v') inText = !inField;
        else if (name === 'fld') inField = attribute(attributes, 'type') === 'slidenum';
        else if (name === 'tr') inRow = true;
        else if (name === 'br') line += ' ';
      },
      text(piece) {
        if (inText) line += piece;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'fld') inField = false;
        else if (name === 'tc') line += '\t';
        else if (name === 'tr') inRow = false;
        if (name === 'v') inText = false;
        if (name === 'tr' || name === 'v' || (name === 'p' && !inRow)) end();
      },
    });
  } finally {
    end();
    out.end();
  }
  return any;
}

/** Both kinds: `p:cm` with `p:text`, and threads with paragraphs. */
async function readComments(job: Job, path: string, where: FilePlace): Promise<void> {
  const out = lineSink(job, { ...where, of: 'comment' }, 'comment');
  let text = '';
  let inText = false;
  await readPart(job, path, {
    open(name) {
      if (name === 't' || name === 'text') inText = true;
      else if (name === 'cm' || name === 'reply') {
        job.out.counts.comments += 1;
        if (text.trim() !== '') out.line(text.trim());
        text = '';
      }
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't' || name === 'text') inText = false;
      if (name !== 'cm' && name !== 'reply') return;
      if (text.trim() !== '') out.line(text.trim());
      text = '';
    },
  });
  out.end();
}
