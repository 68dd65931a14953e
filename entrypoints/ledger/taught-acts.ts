import releaseKeys from '@/assets/release-keys.json';
import type { FileAnswer } from '@/components/ledger/taught-file.tsx';
import type { TaughtEdit } from '@/components/ledger/taught-view.ts';
import { readCorrection } from '@/lib/adapters/correction-file.ts';
import { install } from '@/lib/adapters/corrections.ts';
import { parseHooks } from '@/lib/adapters/schema.ts';
import { readShelf, type TaughtSite, writeShelf } from '@/lib/adapters/shelf.ts';
import { fingerprintOf } from '@/lib/adapters/signing.ts';
import { changeTaught, edited, withoutTaught, withTaught } from '@/lib/adapters/taught.ts';
import { readTaught } from '@/lib/adapters/taught-file.ts';
import { teacherId } from '@/lib/adapters/teacher.ts';
import { ask } from '@/lib/bus/bus.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { giveBackSite, requestSite } from '@/lib/platform/permissions.ts';
import surfaces from '@/lib/surfaces/registry.ts';
import { editedHooks } from './taught-view.ts';

/** What a correction can put right: surfaces that are made of data. */
export const BUILT_IN = surfaces.flatMap(({ hooks, around }) => hooks ?? around?.hooks ?? []);

/** From the click: the browser asks the user first, and only then anything is guarded. */
export async function guard({ hooks, origin }: TaughtSite): Promise<Phrase | undefined> {
  if (!(await requestSite(origin))) return { key: 'sites_refused', params: { origin } };
  // Allowed before the guard comes in, so that it finds the site when it looks.
  await writeShelf((shelf) => changeTaught(shelf, hooks.id, (site) => ({ ...site, allowed: true })));
  const answer = await ask('sites', { origin, watch: true });
  return answer.ok ? undefined : { key: 'sites_failed', params: { origin } };
}

export async function stopGuarding({ hooks, origin }: TaughtSite): Promise<Phrase | undefined> {
  const answer = await ask('sites', { origin, watch: false });
  await giveBackUnlessNeeded(hooks.id, origin);
  await writeShelf((shelf) => changeTaught(shelf, hooks.id, (site) => ({ ...site, allowed: false })));
  return answer.ok ? undefined : { key: 'sites_failed', params: { origin } };
}

export async function deleteSite(site: TaughtSite): Promise<void> {
  if (site.allowed) await stopGuarding(site);
  await writeShelf((shelf) => withoutTaught(shelf, site.hooks.id));
}

/** Where leave knows no port, another site of the same host may still stand on it. */
async function giveBackUnlessNeeded(id: string, origin: string): Promise<void> {
  const { taught } = await readShelf();
  const { hostname } = new URL(origin);
  const others = taught.filter((site) => site.allowed && site.hooks.id !== id);
  if (!others.some((site) => new URL(site.origin).hostname === hostname)) await giveBackSite(origin);
}

export async function saveEdit(site: TaughtSite, edit: TaughtEdit): Promise<readonly Phrase[]> {
  const parsed = parseHooks(editedHooks(site.hooks, edit));
  if (!parsed.ok) return parsed.error;
  const teacher = await teacherId();
  await writeShelf((shelf) => changeTaught(shelf, site.hooks.id, (now) => edited(now, teacher, parsed.value)));
  return [];
}

export async function importSite(text: string): Promise<FileAnswer> {
  const read = readTaught(text);
  if (!read.ok) return { wrong: read.error };
  const { hooks, origin } = read.value;
  const known = (await readShelf()).taught.some((site) => site.hooks.id === hooks.id);
  await writeShelf((shelf) => withTaught(shelf, read.value));
  return { done: { key: known ? 'taught_merged' : 'taught_imported', params: { origin } } };
}

export async function installCorrection(text: string): Promise<FileAnswer> {
  const read = await readCorrection(text);
  if (!read.ok) return { wrong: read.error };
  const now = new Date().toISOString();
  const installed = install(await readShelf(), read.value, BUILT_IN, releaseKeys, now);
  if (!installed.ok) return { wrong: [asCode(installed.error)] };
  await writeShelf((shelf) => {
    const again = install(shelf, read.value, BUILT_IN, releaseKeys, now);
    return again.ok ? again.value : shelf;
  });
  const { name, version } = read.value.file.hooks;
  return { done: { key: 'correction_installed', params: { surface: name, version } } };
}

/** A site that we do know, but by code: said, so that nobody looks for a misspelt name. */
function asCode(wrong: Phrase): Phrase {
  const known = surfaces.find(({ id }) => wrong.key === 'correction_wrong_surface' && id === wrong.params?.surface);
  return known ? { key: 'correction_code_surface', params: { surface: known.name } } : wrong;
}

export async function trust(name: string, key: string): Promise<Phrase | undefined> {
  const fingerprint = await fingerprintOf(key);
  const trustedAt = new Date().toISOString();
  await writeShelf((shelf) => ({
    ...shelf,
    signers: [...shelf.signers.filter((one) => one.fingerprint !== fingerprint), { fingerprint, name, key, trustedAt }],
  }));
  return undefined;
}
