import { browser } from './browser.ts';

export type Rhythm = 'never' | 'daily' | 'weekly' | 'monthly';

export interface BackupSchedule {
  readonly every: Rhythm;
  /** ISO instants. `since`: when the rhythm was chosen; nothing is due before a whole turn of it. */
  readonly since?: string;
  readonly last?: string;
}

const KEY = 'backup';
const DAYS: Readonly<Record<Rhythm, number>> = { never: Number.POSITIVE_INFINITY, daily: 1, weekly: 7, monthly: 30 };
const isRhythm = (value: unknown): value is Rhythm => typeof value === 'string' && Object.hasOwn(DAYS, value);

export async function backupSchedule(): Promise<BackupSchedule> {
  const { [KEY]: found } = await browser.storage.local.get(KEY);
  if (typeof found !== 'object' || found === null || !isRhythm(Reflect.get(found, 'every'))) return { every: 'never' };
  const [every, since, last] = ['every', 'since', 'last'].map((name) => Reflect.get(found, name));
  return {
    every,
    ...(typeof since === 'string' ? { since } : {}),
    ...(typeof last === 'string' ? { last } : {}),
  };
}

export const keepBackupSchedule = (schedule: BackupSchedule): Promise<void> =>
  browser.storage.local.set({ [KEY]: schedule });

export function isBackupDue({ every, since, last }: BackupSchedule, now: number): boolean {
  const from = Date.parse(last ?? since ?? '');
  return every !== 'never' && (Number.isNaN(from) || now - from >= DAYS[every] * 86_400_000);
}

/** Calls at once and after each change, wherever it was made. */
export function followBackupSchedule(next: (schedule: BackupSchedule) => void): () => void {
  const tell = (changes?: object): void => {
    if (changes === undefined || KEY in changes) void backupSchedule().then(next);
  };
  tell();
  browser.storage.local.onChanged.addListener(tell);
  return () => browser.storage.local.onChanged.removeListener(tell);
}
