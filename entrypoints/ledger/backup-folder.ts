import { keep, kept } from '@/lib/ledger/backup-keep.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { note } from '@/lib/ledger/writing.ts';
import { backupSchedule, keepBackupSchedule } from '@/lib/platform/backup-schedule.ts';
import { backupFile, fileName, isRoot } from './backup-file.ts';

// File System Access (WICG): Chromium alone has the picker and lasting handles, so their types are not among the browser's.
interface Handle extends FileSystemDirectoryHandle {
  queryPermission(of: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(of: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { readonly mode: 'readwrite'; readonly id: string }) => Promise<Handle>;

const WRITE = { mode: 'readwrite' } as const;

const isHandle = (value: unknown): value is Handle =>
  typeof value === 'object' && value !== null && 'queryPermission' in value && 'getFileHandle' in value;
const pickerOf = (): Picker | undefined => {
  const picker: unknown = Reflect.get(globalThis, 'showDirectoryPicker');
  return typeof picker === 'function' ? (options) => picker.call(globalThis, options) : undefined;
};

export type FolderNow =
  | { readonly kind: 'none' | 'no-key' | 'free' }
  | { readonly kind: 'ready' | 'ask'; readonly name: string };

export async function folderNow(): Promise<FolderNow> {
  if (!pickerOf()) return { kind: 'none' };
  if (!isRoot(await kept('root'))) return { kind: 'no-key' };
  const folder = await kept('folder');
  if (!isHandle(folder)) return { kind: 'free' };
  const granted = (await folder.queryPermission(WRITE)) === 'granted';
  return { kind: granted ? 'ready' : 'ask', name: folder.name };
}

/** By the user's own press: a folder anew, or leave for the one that was chosen. False: they thought better of it. */
export async function chooseFolder(again: boolean): Promise<boolean> {
  const known = await kept('folder');
  if (again && isHandle(known)) return (await known.requestPermission(WRITE)) === 'granted';
  try {
    const folder = await pickerOf()?.({ ...WRITE, id: 'izin-backup' });
    if (folder) await keep('folder', folder);
    return folder !== undefined;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return false;
    throw thrown;
  }
}

/** Writes the sealed file where that needs no press. The browser replaces an older one only when the new one is whole. */
export async function writeToFolder(ledger: Ledger): Promise<boolean> {
  const [folder, root] = [await kept('folder'), await kept('root')];
  if (!isHandle(folder) || !isRoot(root) || (await folder.queryPermission(WRITE)) !== 'granted') return false;
  const made = new Date().toISOString();
  const { file, made: what } = await backupFile(ledger, { root, made });
  const handle = await folder.getFileHandle(fileName(made), { create: true });
  const writable = await handle.createWritable();
  await file.stream().pipeTo(writable);
  await keepBackupSchedule({ ...(await backupSchedule()), last: made });
  await note(ledger, { kind: 'backup', count: what.ops });
  return true;
}
