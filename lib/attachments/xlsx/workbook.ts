import { cellText } from '../../exchange/xlsx/cell-text.ts';
import type { NumberLook } from '../../exchange/xlsx/number.ts';
import { styleLooks } from '../../exchange/xlsx/styles.ts';
import { attribute, isOn } from '../../exchange/xlsx/xml.ts';
import { pathsOf, readPart, relationsOf } from '../pack.ts';
import type { Job } from '../reader.ts';

export interface Sheet {
  readonly name: string;
  readonly state: 'shown' | 'hidden' | 'very-hidden';
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** By the style of a cell. */
  readonly looks: readonly NumberLook[];
  /** Names given to cells, and what they stand for. */
  readonly names: readonly string[];
}

const MAIN = 'xl/workbook.xml';

/** Everything about a workbook but its cells (ECMA-376 part 1, §18.2). */
export async function readWorkbook(job: Job): Promise<Workbook> {
  const relations = await relationsOf(job, MAIN);
  const sheets: Sheet[] = [];
  const names: string[] = [];
  let from1904 = false;
  let defined: string | undefined;
  await readPart(job, MAIN, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isOn(attribute(attributes, 'date1904'));
      else if (name === 'definedName') defined = `${attribute(attributes, 'name') ?? ''} `;
      if (name !== 'sheet') return;
      const path = relations.get(attribute(attributes, 'id') ?? '')?.target;
      const state = attribute(attributes, 'state');
      if (path === undefined || !job.entries.has(path)) job.reasons.add('unreadable');
      else
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          state: state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'shown',
          path,
        });
    },
    text(text) {
      if (defined !== undefined) defined += text;
    },
    close(name) {
      if (name === 'definedName' && defined !== undefined) names.push(defined);
      if (name === 'definedName') defined = undefined;
    },
  });
  return { sheets, from1904, names, strings: await sharedStrings(job), looks: await numberLooks(job) };
}

/** Texts that many cells share. Runs of one text are joined; how it is read aloud (`rPh`) is no part of it. */
async function sharedStrings(job: Job): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aloud = false;
  for (const path of pathsOf(job, /^xl\/sharedStrings\d*\.xml$/i))
    await readPart(job, path, {
      open(name) {
        if (name === 't') inText = !aloud;
        else if (name === 'si') text = '';
        else if (name === 'rPh') aloud = true;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'si') strings.push(plainText(text));
        else if (name === 'rPh') aloud = false;
      },
      text(piece) {
        if (inText) text = text === '' ? piece : text + piece;
      },
    });
  return strings;
}

async function numberLooks(job: Job): Promise<readonly NumberLook[]> {
  const { looks, handler } = styleLooks();
  await readPart(job, 'xl/styles.xml', handler);
  return looks;
}

/** A line break would begin another row. */
export const plainText = (text: string): string => {
  const plain = cellText(text);
  return /[\t\r\n]/.test(plain) ? plain.replace(/[\t\r\n]+/g, ' ') : plain;
};
