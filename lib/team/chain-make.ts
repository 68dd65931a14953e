import { type Bytes, randomBytes, toHex } from './bytes.ts';
import type { Chain } from './chain.ts';
import { type Act, type EntryBody, readEntry, signEntry } from './chain-entry.ts';
import type { DeviceKeys } from './device-keys.ts';
import { teamIdOf } from './root-key.ts';
import type { SignKeys } from './sign.ts';
import type { PiecePath } from './transport.ts';

/** Ids of members and scopes: nothing can be read from them. */
export const newName = (): string => toHex(randomBytes(8));

export interface MadeEntry {
  readonly path: PiecePath;
  readonly bytes: Bytes;
  readonly hash: string;
}

/** The first entry of a team: its root key names the first owner and their device. `at`: ms. */
export async function createTeam(
  root: SignKeys,
  { sign, boxes }: DeviceKeys,
  at: number,
): Promise<MadeEntry & { readonly team: string; readonly member: string }> {
  const [team, member] = [await teamIdOf(root.publicKey), newName()];
  const box = boxes[0]?.publicKey ?? '';
  const act: Act = { kind: 'create', root: root.publicKey, member, sign: sign.publicKey, box };
  return { ...(await made({ v: 1, team, n: 0, prev: [], at, by: 'root', act }, root)), team, member };
}

/** An entry after all that is known. It is not yet in the chain: `chain.add` says whether it may be. */
export function nextEntry(
  chain: Chain,
  act: Act,
  author: { readonly by: string; readonly sign: SignKeys },
  at: number,
): Promise<MadeEntry> {
  const prev = chain.heads();
  const n = prev.reduce((most, hash) => Math.max(most, (chain.entry(hash)?.n ?? 0) + 1), 0);
  return made({ v: 1, team: chain.team, n, prev: [...prev], at, by: author.by, act }, author.sign);
}

async function made(body: EntryBody, keys: SignKeys): Promise<MadeEntry> {
  const bytes = await signEntry(body, keys);
  const read = await readEntry(bytes);
  if (!read.ok) throw new TypeError(`An entry that nobody would take: ${read.error.kind} ${read.error.at ?? ''}`);
  return { path: `chain/${body.n}-${read.value.hash}`, bytes, hash: read.value.hash };
}
