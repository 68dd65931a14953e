import type { Op } from '../domain/op.ts';
import type { PersonId, SpaceId } from '../domain/person.ts';
import type { Result } from '../domain/result.ts';
import { type Alarm, alarmId } from './alarm.ts';
import { type Bytes, sameBytes } from './bytes.ts';
import { type Chain, openChain } from './chain.ts';
import { type DeviceKeys, exportDevice, importDevice } from './device-keys.ts';
import { type Beat, readBeat } from './heartbeat.ts';
import type { EpochSecrets } from './key-ring.ts';
import type { Head } from './log-step.ts';
import { headRow, numberRow, readRow, rowOf, secretsRow, textsRow } from './rows.ts';
import type { StoreChange, TeamStore } from './store.ts';

/** What stands around the engine. */
export interface Around {
  readonly store: TeamStore;
  /** Takes ops into the ledger; again and again without harm. An error: nothing is confirmed, and they come again. */
  readonly take: (space: SpaceId, ops: readonly Op[]) => Promise<Result<null, string>>;
  /** Takes back what counted until a removal was known that came before it. */
  readonly takeBack: (space: SpaceId, ops: readonly OpName[]) => Promise<Result<null, string>>;
  readonly tell: (alarm: Alarm) => void;
  /** Ms. */
  readonly now: () => number;
}
export interface OpName {
  readonly id: string;
  readonly subject: PersonId;
  /** The member who wrote it: another may have used its id. Not known of what was given long ago. */
  readonly by?: string;
}

/** All that one device has of one team, in memory; what is in it is in the store first. */
export interface Desk {
  readonly around: Around;
  readonly chain: Chain;
  device: DeviceKeys;
  readonly heads: Map<string, Head>;
  readonly secrets: Map<string, readonly EpochSecrets[]>;
  readonly beats: Map<string, Beat>;
  /** Keys for boxes that each device has ever signed for, newest first. */
  readonly published: Map<string, readonly string[]>;
  /** When this device first knew of an entry of the chain, ms. */
  readonly seenAt: Map<string, number>;
}

export const epochName = (scope: string, epoch: number): string => `${scope}/${epoch}`;
/** Keys are sorted as text. */
export const placeOf = (device: string, dseq: number): string => `${device}/${String(dseq).padStart(15, '0')}`;
export const put = (table: StoreChange['table'], key: string, value: Bytes): StoreChange => ({ table, key, value });
export const gone = (table: StoreChange['table'], key: string): StoreChange => ({ table, key });

/** Keys of a device that joins or begins a team, before anything else is kept of it. */
export const keepDevice = (store: TeamStore, keys: DeviceKeys): Promise<void> =>
  store.write([put('meta', 'device', exportDevice(keys))]);

/** Undefined: this store holds no device. */
export async function openDesk(team: string, around: Around): Promise<Desk | undefined> {
  const { store } = around;
  const kept = await store.get('meta', 'device');
  const device = kept && importDevice(kept);
  if (!device?.ok) return undefined;
  const chain = openChain(team);
  const desk: Desk = {
    around,
    chain,
    device: device.value,
    heads: new Map(),
    secrets: new Map(),
    beats: new Map(),
    published: new Map(),
    seenAt: new Map(),
  };
  const each = async (table: StoreChange['table'], use: (key: string, row: Bytes) => unknown): Promise<void> => {
    for (const key of await store.keys(table)) {
      const row = await store.get(table, key);
      if (row) await use(key, row);
    }
  };
  await each('chain', async (_, row) => {
    const added = await chain.add(row);
    if (!added.ok) throw new TypeError(`A damaged row of the team's store: chain ${added.error.kind}`);
  });
  await each('seen', (key, row) => desk.seenAt.set(key, readRow(numberRow, row)));
  await each('heads', (key, row) => desk.heads.set(key, readRow(headRow, row)));
  await each('keys', (key, row) => desk.secrets.set(key, readRow(secretsRow, row)));
  await each('published', (key, row) => desk.published.set(key, readRow(textsRow, row)));
  await each('beats', (key, row) => {
    const beat = readBeat(row);
    if (beat.ok) desk.beats.set(key, beat.value);
  });
  return desk;
}

/** An alarm is kept and told once. */
export async function raise({ around }: Desk, alarm: Alarm): Promise<void> {
  const id = alarmId(alarm);
  if (await around.store.get('alarms', id)) return;
  await around.store.write([put('alarms', id, rowOf({ ...alarm, at: around.now() }))]);
  around.tell(alarm);
}

/** Keeps the secrets of an epoch; there are two for one number after a fork of the chain. */
export async function keepSecrets(desk: Desk, scope: string, epoch: number, made: EpochSecrets): Promise<void> {
  const name = epochName(scope, epoch);
  const before = desk.secrets.get(name) ?? [];
  if (before.some(({ token }) => sameBytes(token, made.token))) return;
  const after = [...before, made];
  await desk.around.store.write([put('keys', name, rowOf(after))]);
  desk.secrets.set(name, after);
}
