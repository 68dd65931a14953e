import type { PersonState } from '@/lib/domain/person.ts';
import { type Preview, planImport } from '@/lib/exchange/import.ts';
import { type List, type Running, readList } from '@/lib/exchange/list.ts';
import { suggestMapping } from '@/lib/exchange/mapping.ts';
import type { PlanContext } from '@/lib/exchange/plan.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const units = [...(mark ? ['\ufeff'] : []), ...text].flatMap((sign) => [...sign.split('')]);
  return new Uint8Array(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
    }),
  );
}

/** Latin-1 letters stand at the same places in Windows-1252. */
export const windows1252 = (text: string): Uint8Array => new Uint8Array([...text].map((sign) => sign.charCodeAt(0)));

export const running = (signal = new AbortController().signal): Running => ({
  signal,
  progress: () => undefined,
  pause: async () => undefined,
});

export async function listOf(content: string | Uint8Array): Promise<List> {
  const read = await readList(typeof content === 'string' ? bytes(content) : content, running());
  if (!read.ok) throw new Error(`not a list: ${JSON.stringify(read.error)}`);
  return read.value;
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
  content: string | Uint8Array,
  { people = [], context = aContext() }: { people?: readonly PersonState[]; context?: PlanContext } = {},
): Promise<Preview> {
  const list = await listOf(content);
  const mapping = suggestMapping(
    list.header,
    list.rows.slice(0, 20).map(({ cells }) => cells),
  );
  return planImport(list, mapping, people, context, running());
}

/** `line: status reason…`, as the preview shows it. */
export const told = (result: Preview): readonly string[] =>
  result.rows.map(({ row, status, said }) => [`${row.line}: ${status}`, ...said.map(({ key }) => key)].join(' '));
