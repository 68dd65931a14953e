import { browser } from './browser.ts';

/** What a column with this heading was taken for. `heading`: a fingerprint, no words of the list. */
export interface RememberedColumn {
  readonly heading: string;
  readonly field: string | null;
  readonly purpose?: string;
}

const KEY = 'import-mappings';
/** Lists whose columns are remembered; the one that was used longest ago goes first. */
const MOST = 40;

type Shelf = Readonly<Record<string, readonly RememberedColumn[]>>;

export async function rememberedMapping(fingerprint: string): Promise<readonly RememberedColumn[] | undefined> {
  return (await shelf())[fingerprint];
}

export async function rememberMapping(fingerprint: string, columns: readonly RememberedColumn[]): Promise<void> {
  const { [fingerprint]: _, ...others } = await shelf();
  const kept = Object.entries(others).slice(-(MOST - 1));
  await browser.storage.local.set({ [KEY]: Object.fromEntries([...kept, [fingerprint, columns]]) });
}

async function shelf(): Promise<Shelf> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([key, columns]: [string, unknown]) =>
      Array.isArray(columns) && columns.every(isColumn) ? [[key, columns]] : [],
    ),
  );
}

const isColumn = (value: unknown): value is RememberedColumn =>
  typeof value === 'object' &&
  value !== null &&
  'heading' in value &&
  typeof value.heading === 'string' &&
  'field' in value &&
  (value.field === null || typeof value.field === 'string') &&
  (!('purpose' in value) || typeof value.purpose === 'string');
