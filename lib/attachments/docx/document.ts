import type { FilePlace, Hiding } from '../../domain/file-reading.ts';
import { attribute, isOn, type XmlHandler } from '../../exchange/xlsx/xml.ts';
import { lineSink } from '../lines.ts';
import type { Job } from '../reader.ts';

/** Changes that Word keeps: what went is still there, what came is shown (ECMA-376 part 1, §17.13.5). */
const GONE = new Set(['del', 'moveFrom']);
const CAME = new Set(['ins', 'moveTo']);

/** One story of a document: body, head, foot, notes, comments. Rows of tables are lines, their cells parted by tabs. */
export function documentXml(job: Job, where: FilePlace): { readonly handler: XmlHandler; end(): void } {
  const { counts } = job.out;
  const isComments = where.of === 'comment';
  const shown = lineSink(job, where, isComments ? 'comment' : undefined);
  const away: Partial<Record<Hiding, ReturnType<typeof lineSink>>> = {};
  const sinkOf = (hiding: Hiding) => {
    away[hiding] ??= lineSink(job, where, hiding);
    return away[hiding];
  };

  let line = '';
  let tracked = '';
  let unseen = '';
  let gone = 0;
  let rowDepth = 0;
  let inText = false;
  let inRun = false;
  let vanish = false;
  let runProperties = 0;
  let field = false;

  const endLine = (): void => {
    if (line.trim() !== '') shown.line(line.trimEnd());
    if (tracked.trim() !== '') sinkOf('tracked').line(tracked.trim());
    if (unseen.trim() !== '') sinkOf('text').line(unseen.trim());
    line = '';
    tracked = '';
    unseen = '';
  };
  const add = (text: string): void => {
    if (gone > 0) tracked += text;
    else if (vanish) unseen += text;
    else line += text;
  };

  const handler: XmlHandler = {
    open(name, attributes) {
      if (GONE.has(name) || CAME.has(name)) {
        counts.trackedChanges += 1;
        job.out.author(attribute(attributes, 'author') ?? '');
        if (GONE.has(name)) gone += 1;
        return;
      }
      switch (name) {
        case 't':
        case 'delText':
          inText = true;
          break;
        case 'instrText':
          inText = true;
          field = true;
          break;
        case 'r':
          inRun = true;
          vanish = false;
          break;
        case 'rPr':
          runProperties += 1;
          break;
        case 'vanish':
        case 'webHidden':
          // Of a paragraph's mark alone it hides no word.
          if (
            inRun &&
            runProperties > 0 &&
            (attribute(attributes, 'val') === undefined || isOn(attribute(attributes, 'val')))
          ) {
            if (!vanish) counts.hiddenText += 1;
            vanish = true;
          }
          break;
        case 'tab':
        case 'br':
        case 'cr':
          if (inRun && runProperties === 0) add(name === 'tab' || rowDepth > 0 ? '\t' : '\n');
          break;
        case 'noBreakHyphen':
          add('-');
          break;
        case 'tr':
          rowDepth += 1;
          break;
        case 'comment':
          counts.comments += 1;
          job.out.author(attribute(attributes, 'author') ?? '');
          break;
      }
    },
    close(name) {
      if (GONE.has(name)) {
        gone = Math.max(0, gone - 1);
        return;
      }
      switch (name) {
        case 't':
        case 'delText':
          inText = false;
          break;
        case 'instrText':
          inText = false;
          field = false;
          add(' ');
          break;
        case 'r':
          inRun = false;
          vanish = false;
          break;
        case 'rPr':
          runProperties = Math.max(0, runProperties - 1);
          break;
        case 'p':
          if (rowDepth === 0) endLine();
          else add(' ');
          break;
        case 'tc':
          line = `${line.trimEnd()}\t`;
          break;
        case 'tr':
          rowDepth = Math.max(0, rowDepth - 1);
          if (rowDepth === 0) endLine();
          break;
      }
    },
    text(piece) {
      if (!inText) return;
      if (field) line += ` ${piece}`;
      else add(piece);
    },
  };
  return {
    handler,
    end() {
      endLine();
      shown.end();
      for (const sink of Object.values(away)) sink?.end();
    },
  };
}
