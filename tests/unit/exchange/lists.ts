import type { Op } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { OutField } from '@/lib/exchange/fields.ts';
import type { FormatId, ReadOptions } from '@/lib/exchange/formats/format.ts';
import { WRITERS } from '@/lib/exchange/formats/registry.ts';
import { opsOf, planPrepared, prepareImport } from '@/lib/exchange/import.ts';
import { type List, readList } from '@/lib/exchange/list.ts';
import type { ColumnMapping } from '@/lib/exchange/mapping.ts';
import { suggestMapping } from '@/lib/exchange/mapping.ts';
import type { PeopleSource } from '@/lib/exchange/people.ts';
import type { PlanContext } from '@/lib/exchange/plan.ts';
import { leftOut, type Preview, type PreviewRow } from '@/lib/exchange/preview.ts';
import type { Running } from '@/lib/exchange/running.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export const bytes = (text: string): Bytes => new TextEncoder().encode(text);

export function utf16(text: string, order: 'le' | 'be', mark = true): Bytes {
  const units = [...(mark ? ['\ufeff'] : []), ...text].flatMap((sign) => [...sign.split('')]);
  return new Uint8Array(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    }),
  );
}

/** Latin-1 letters stand at the same places in Windows-1252. */
export const windows1252 = (text: string): Bytes => new Uint8Array([...text].map((sign) => sign.charCodeAt(0)));

export const running = (signal = new AbortController().signal): Running => ({
  signal,
  progress: () => undefined,
  pause: async () => undefined,
});

export const read = (content: string | Bytes, options: ReadOptions = {}, name = 'list') =>
  readList({ name, bytes: typeof content === 'string' ? bytes(content) : content }, running(), options);

export async function listOf(content: string | Bytes, options: ReadOptions = {}): Promise<List> {
  const list = await read(content, options);
  if (!list.ok) throw new Error(`not a list: ${JSON.stringify(list.error)}`);
  return list.value;
}

export function aContext(more: Partial<PlanContext> = {}): PlanContext {
  let count = 0;
  return {
    source: 'registration',
    collectedAt: '2026-06-01T00:00:00.000Z',
    purpose: 'pr_media',
    role: 'journalist',
    space: 'own',
    batch: 'batch-1',
    by: 'me',
    now: '2026-11-20T02:00:00.000Z',
    newId: () => {
      count += 1;
      return `id-${count}`;
    },
    lawPacks: ['ID_PDP'],
    region: 'ID',
    takeDoubtful: false,
    ...more,
  };
}

export async function preview(
  content: string | Bytes,
  { people = [], context = aContext() }: { people?: readonly PersonState[]; context?: PlanContext } = {},
): Promise<Seen> {
  const list = await listOf(content);
  const mapping = suggestMapping(
    list.header,
    list.rows.slice(0, 20).map(({ cells }) => cells),
    list.fields,
  );
  return planImport(list, mapping, people, context, running());
}

/** What is shown of a list, and what is written of it. */
export async function planImport(
  list: List,
  mapping: readonly ColumnMapping[],
  people: readonly PersonState[],
  context: PlanContext,
  work: Running,
): Promise<Seen> {
  const prepared = await prepareImport(list, mapping, sourceOf(people), context.region);
  const shown = await planPrepared(prepared, context, work);
  const ops: Op[] = [];
  for await (const part of opsOf(shown, context, work)) ops.push(...part);
  return { ...shown, rows: shown.rows('all', 0, list.rows.length), leftOut: [...leftOut(shown)], ops };
}

/** A preview with all its rows, and the ops that it comes to. */
export type Seen = Omit<Preview, 'rows'> & {
  readonly rows: readonly PreviewRow[];
  readonly leftOut: readonly PreviewRow[];
  readonly ops: readonly Op[];
};

/** People as a ledger would give them, two at a time. */
export const sourceOf = (people: readonly PersonState[]): PeopleSource => ({
  everybody: () =>
    Array.from({ length: Math.ceil(people.length / 2) }, (_, page) => people.slice(page * 2, page * 2 + 2)),
  some: async (ids) => people.filter(({ person }) => ids.includes(person.id)),
});

/** `line: status reason…`, as the preview shows it. */
export const told = (result: Pick<Seen, 'rows'>): readonly string[] =>
  result.rows.map(({ row, status, said }) => [`${row.line}: ${status}`, ...said.map(({ key }) => key)].join(' '));

/** People as a file of this format. */
export async function written(
  format: FormatId,
  people: readonly PersonState[],
  fields: readonly OutField[],
  at = '2026-11-20T02:00:00.000Z',
): Promise<Bytes> {
  const writer = WRITERS.find(({ id }) => id === format);
  if (writer === undefined) throw new Error(`nothing writes ${format}`);
  const blocks = await writer.writes.write(people, fields, { purpose: 'pr_media', at }, running());
  return new Uint8Array(await new Blob([...blocks]).arrayBuffer());
}
