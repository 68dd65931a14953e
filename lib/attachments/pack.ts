import type { FileReason, Hiding } from '../domain/file-reading.ts';
import { attribute, XmlError, type XmlHandler, xmlReader } from '../exchange/xlsx/xml.ts';
import { Stop } from './meter.ts';
import type { Job } from './reader.ts';
import { unpack, unpackWhole } from './unpack.ts';

/** What a relationship (OPC, ECMA-376 part 2 §9.3) leads to: a path in the package, or an address outside. */
export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const MOST_EMBEDDED = 25 * 1024 * 1024;
/** Faults of one part; the others are read all the same. */
const OF_PART: readonly FileReason[] = ['unreadable', 'encrypted'];

/** Reads one part of a package. False: it is not there. A damaged part is said, and what came of it stays. */
export async function readPart(job: Job, path: string, handler: Partial<XmlHandler>): Promise<boolean> {
  const entry = job.entries.get(path);
  if (entry === undefined) return false;
  const xml = xmlReader(handler);
  try {
    await unpack(job.source, entry, job.meter, xml.push);
    xml.end();
  } catch (thrown) {
    const reason = thrown instanceof XmlError ? 'unreadable' : thrown instanceof Stop ? thrown.reason : undefined;
    if (reason === undefined || !OF_PART.includes(reason)) throw thrown;
    job.reasons.add(reason);
  }
  return true;
}

/** Relations of a part, by id. */
export async function relationsOf(job: Job, path: string): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>();
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  await readPart(job, `${folder}_rels/${path.slice(slash + 1)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const external = attribute(attributes, 'TargetMode') === 'External';
      found.set(attribute(attributes, 'Id') ?? '', {
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolved(folder, target),
        external,
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Paths of the package that fit, those with numbers in their order. */
export const pathsOf = (job: Job, pattern: RegExp): readonly string[] =>
  [...job.entries.keys()].filter((path) => pattern.test(path)).sort((a, b) => numberOf(a) - numberOf(b));

export const numberOf = (path: string): number => Number(/(\d{1,6})\.\w+$/.exec(path)?.[1] ?? 0);

/** Files that lie in a document: the workbook behind a chart, an inserted letter. */
export async function readEmbedded(job: Job, pattern: RegExp, hidden: Hiding = 'embedded'): Promise<void> {
  for (const path of pathsOf(job, pattern)) {
    const entry = job.entries.get(path);
    if (entry === undefined) continue;
    try {
      await job.inner(path, await unpackWhole(job.source, entry, job.meter, MOST_EMBEDDED), hidden);
    } catch (thrown) {
      if (!(thrown instanceof Stop) || !OF_PART.includes(thrown.reason)) throw thrown;
      job.reasons.add(thrown.reason);
    }
  }
}

/** Who made it, for whom, and what it says of itself (`docProps`). */
export async function readProperties(job: Job): Promise<void> {
  let name = '';
  let value = '';
  const said: string[] = [];
  const handler: XmlHandler = {
    open(element) {
      name = element;
      value = '';
    },
    text(text) {
      value += text;
    },
    close(element) {
      const words = value.trim();
      value = '';
      if (element !== name || words === '') return;
      if (element === 'creator' || element === 'lastModifiedBy') job.out.author(words);
      else if (element === 'Manager') job.out.author(words);
      else if (element === 'Company') job.out.company ??= words.slice(0, 200);
      else if (!SAID.has(element)) return;
      said.push(words);
    },
  };
  for (const path of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml'])
    await readPart(job, path, handler);
  if (said.length > 0)
    job.out.say({
      where: { ...job.place, of: 'properties' },
      text: said.join('\n'),
      hidden: job.hidden ?? 'properties',
    });
}

const SAID = new Set(['title', 'subject', 'description', 'keywords', 'category', 'lpwstr']);
