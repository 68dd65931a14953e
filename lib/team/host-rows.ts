import * as v from 'valibot';
import { readRow, rowOf } from './rows.ts';
import type { StoreChange, TeamStore } from './store.ts';
import { bytes, whole } from './wire.ts';

/* What the host keeps of a team in `meta`, beside what the engine keeps there. */
const text = v.string();

const credential = v.strictObject({ jwt: text, id: text, seed: text });
const natsKey = v.strictObject({ id: text, seed: text });

const kept = {
  /** Where the team meets. */
  place: v.variant('kind', [
    v.strictObject({ kind: v.literal('server'), urls: v.pipe(v.array(text), v.readonly()) }),
    v.strictObject({
      kind: v.literal('folder'),
      url: text,
      user: v.exactOptional(text),
      password: v.exactOptional(text),
    }),
  ]),
  /** What this device connects to the server with. */
  credential,
  /** Of who set the server up: its operator, the team's account, and whom a credential was given. `until`: seconds. */
  hub: v.strictObject({
    operator: v.strictObject({
      key: natsKey,
      jwt: text,
      system: v.strictObject({ id: text, jwt: text, admin: credential }),
    }),
    account: natsKey,
    signer: natsKey,
    revoked: v.record(text, whole),
    users: v.record(text, v.strictObject({ user: text, kind: text, until: whole })),
  }),
  /** The seed of the root key, until the kit was tried; and which two of its words were asked for. */
  root: v.strictObject({ seed: bytes, ask: v.strictTuple([whole, whole]) }),
  /** An invitation that was answered and not yet granted. `request`: hash of the answer, `user`: own key at a server. */
  joining: v.strictObject({
    secret: bytes,
    me: text,
    at: whole,
    stage: v.picklist(['sending', 'waiting', 'refused', 'admitted']),
    request: text,
    path: text,
    piece: bytes,
    pass: v.exactOptional(text),
    user: v.exactOptional(natsKey),
  }),
  /** When the relay last gave all that it had, ms. */
  looked: whole,
  /** Alarms that the user has read, requests that were refused. */
  passed: v.array(text),
} as const;

type Kept = { readonly [Name in keyof typeof kept]: v.InferOutput<(typeof kept)[Name]> };
export type Place = Kept['place'];
export type HubKeys = Kept['hub'];
export type Joining = Kept['joining'];

const schemas: { readonly [Name in keyof Kept]: v.GenericSchema<unknown, Kept[Name]> } = kept;
const key = (name: keyof Kept): string => `host ${name}`;

export async function keptOf<Name extends keyof Kept>(store: TeamStore, name: Name): Promise<Kept[Name] | undefined> {
  const row = await store.get('meta', key(name));
  return row && readRow<Kept[Name]>(schemas[name], row);
}

/** Undefined: it goes. */
export const keeping = <Name extends keyof Kept>(name: Name, value: Kept[Name] | undefined): StoreChange =>
  value === undefined ? { table: 'meta', key: key(name) } : { table: 'meta', key: key(name), value: rowOf(value) };
