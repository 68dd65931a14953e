import * as v from 'valibot';
import { type Bytes, toHex } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { type Act, type Entry, TEAM_SCOPE } from './chain-entry.ts';
import type { Desk } from './desk.ts';
import { label, sha256 } from './hash.ts';
import { openCard, sealCard } from './invite.ts';
import { newestKey, secretsOf } from './send-out.ts';
import { bytes, whole } from './wire.ts';

/*
 * What the chain says in words: sealed under the key of the team's own list, so that the relay reads no name. A card of
 * an `admit` names the member, of a `scope` the list, of an `invite` the key that opens its answers; a `policy` names the
 * team and who made it, or brings a device another credential of the server, which is of no use without its own seed.
 */
const contents = v.strictObject({
  name: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  reading: v.exactOptional(bytes),
  team: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  member: v.exactOptional(v.string()),
  pass: v.exactOptional(v.strictObject({ device: v.string(), jwt: v.string(), until: whole })),
});
export type Card = v.InferOutput<typeof contents>;

export interface Cards {
  readonly team: string | undefined;
  readonly members: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
  readonly readingKeys: ReadonlyMap<string, Bytes>;
  /** By device, the newest. */
  readonly passes: ReadonlyMap<string, { readonly jwt: string }>;
}

/** Undefined: this device has not the key of the team's own list. */
export async function cardOf(
  desk: Desk,
  about: string,
  card: Card,
): Promise<{ readonly epoch: number; readonly sealed: Bytes } | undefined> {
  const newest = await newestKey(desk, TEAM_SCOPE);
  return newest && sealCard(newest.key, newest.epoch, card, about);
}

/** The entry that says this to all; its hash binds it to what the card holds. */
export async function policyOf(desk: Desk, card: Card): Promise<Act | undefined> {
  const digest = await sha256();
  const hash = toHex(digest(label('policy'), encodeCbor(card)));
  const sealed = await cardOf(desk, hash, card);
  return sealed && { kind: 'policy', hash, card: sealed };
}

const opened = new WeakMap<Desk, Map<string, Card>>();

/** All that the chain says in words, as far as its keys are here; a later entry takes the place of an earlier one. */
export async function cardsOf(desk: Desk): Promise<Cards> {
  const known = opened.get(desk) ?? new Map<string, Card>();
  opened.set(desk, known);
  let team: string | undefined;
  const members = new Map<string, string>();
  const lists = new Map<string, string>();
  const readingKeys = new Map<string, Bytes>();
  const passes = new Map<string, { readonly jwt: string }>();
  for (const entry of desk.chain.entries()) {
    const about = aboutOf(entry.act);
    const card = known.get(entry.hash) ?? (await cardIn(desk, entry, about));
    if (!card) continue;
    known.set(entry.hash, card);
    const { name, reading, pass } = card;
    if (name !== undefined && entry.act.kind === 'admit') members.set(about, name);
    if (name !== undefined && entry.act.kind === 'scope') lists.set(about, name);
    if (reading && entry.act.kind === 'invite') readingKeys.set(about, reading);
    if (entry.act.kind !== 'policy') continue;
    team = card.team ?? team;
    if (card.member !== undefined && name !== undefined) members.set(card.member, name);
    if (pass) passes.set(pass.device, pass);
  }
  return { team, members, lists, readingKeys, passes };
}

const aboutOf = (act: Act): string => {
  if (act.kind === 'admit') return act.member;
  if (act.kind === 'scope') return act.scope;
  if (act.kind === 'invite') return act.invite;
  return act.kind === 'policy' ? act.hash : '';
};

async function cardIn(desk: Desk, { act }: Entry, about: string): Promise<Card | undefined> {
  if (about === '' || !('card' in act) || !act.card) return undefined;
  const { epoch, sealed } = act.card;
  const secrets = await secretsOf(desk, TEAM_SCOPE, epoch);
  const content = secrets?.key && (await openCard(secrets.key, sealed, about));
  const read = content?.ok ? v.safeParse(contents, content.value) : undefined;
  return read?.success ? read.output : undefined;
}
