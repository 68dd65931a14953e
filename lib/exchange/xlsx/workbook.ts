import { cellText } from './cell-text.ts';
import type { NumberLook } from './number.ts';
import { readXml } from './read-xml.ts';
import { styleLooks } from './styles.ts';
import { attribute } from './xml.ts';
import { type Budget, type Part, unpacked } from './zip-read.ts';

export interface Sheet {
  readonly name: string;
  /** `hidden` and `veryHidden` alike: the second cannot even be shown from the program's menu. */
  readonly hidden: boolean;
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
}

type Parts = ReadonlyMap<string, Part>;

/** Everything about a workbook but its cells. Undefined: there is no workbook in this zip. */
export async function readWorkbook(parts: Parts, budget: Budget): Promise<Workbook | undefined> {
  const main = parts.get('xl/workbook.xml');
  if (main === undefined) return undefined;
  const paths = await targets(parts, budget);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(unpacked(main, budget), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const path = paths.get(attribute(attributes, 'id') ?? '');
      const title = attribute(attributes, 'name') ?? '';
      const hidden = /^(hidden|veryHidden)$/.test(attribute(attributes, 'state') ?? '');
      if (path !== undefined && parts.has(path)) sheets.push({ name: title, hidden, path });
    },
  });
  return { sheets, from1904, strings: await sharedStrings(parts, budget), looks: await numberLooks(parts, budget) };
}

async function targets(parts: Parts, budget: Budget): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const part = parts.get('xl/_rels/workbook.xml.rels');
  if (part === undefined) return found;
  await readXml(unpacked(part, budget), {
    open(name, attributes) {
      const target = attribute(attributes, 'Target');
      const id = attribute(attributes, 'Id');
      if (name !== 'Relationship' || target === undefined || id === undefined) return;
      found.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  return found;
}

/** Texts that many cells share. Runs of one text are joined; how it is read aloud (`rPh`) is no part of it. */
async function sharedStrings(parts: Parts, budget: Budget): Promise<readonly string[]> {
  const part = parts.get('xl/sharedStrings.xml');
  if (part === undefined) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aloud = false;
  await readXml(unpacked(part, budget), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aloud = true;
      else if (name === 't') inText = !aloud;
    },
    close(name) {
      if (name === 'si') strings.push(cellText(text));
      else if (name === 'rPh') aloud = false;
      else if (name === 't') inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** By the style of a cell. */
async function numberLooks(parts: Parts, budget: Budget): Promise<readonly NumberLook[]> {
  const part = parts.get('xl/styles.xml');
  if (part === undefined) return [];
  const { looks, handler } = styleLooks();
  await readXml(unpacked(part, budget), handler);
  return looks;
}
