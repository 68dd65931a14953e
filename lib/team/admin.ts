import { err, ok, type Result } from '../domain/result.ts';
import { auditBoxes } from './box-audit.ts';
import { type Act, type Last, readEntry } from './chain-entry.ts';
import { nextEntry } from './chain-make.ts';
import { type NotAllowed, refusedBy } from './chain-rights.ts';
import { type Desk, keepSecrets, put, raise } from './desk.ts';
import { type Box, makeBox, readBox } from './key-box.ts';
import { commitTo, nextSecrets } from './key-ring.ts';
import { newestKey, secretsOf } from './send-out.ts';
import { keepEntry } from './take-in.ts';
import { newestEpoch } from './team-state.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** `behind`: somebody was there first; fetch, look, and decide again. */
export type NotDone =
  | { readonly kind: 'not-allowed'; readonly why: NotAllowed }
  | { readonly kind: 'behind' }
  | { readonly kind: 'transport'; readonly failure: TransportFailure };

/**
 * One entry of the chain, at the relay before it counts here: a relay that compares lets one of two through, so that the
 * chain does not fork where it need not.
 */
export async function commitEntry(
  desk: Desk,
  act: Act,
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<string, NotDone>> {
  const author = { by: desk.device.id, sign: desk.device.sign };
  const made = await nextEntry(desk.chain, act, author, desk.around.now());
  const read = await readEntry(made.bytes);
  const why = read.ok ? refusedBy(desk.chain.state(), read.value) : 'target';
  if (why) return err({ kind: 'not-allowed', why });
  const answer = await transport.put([{ path: made.path, bytes: made.bytes }], signal);
  if (!answer.ok) return err({ kind: 'transport', failure: answer.error });
  if (answer.value[0] === 'behind') return err({ kind: 'behind' });
  const added = await desk.chain.add(made.bytes);
  if (added.ok && !added.value.known) await keepEntry(desk, made.hash, added.value.entry.n, made.bytes);
  // For the other relays, and for this one should it lose what it has.
  await desk.around.store.write([put('offer', made.path, made.bytes)]);
  return ok(made.hash);
}

/** A new epoch, and its boxes. The secrets are kept before the chain names them: nobody else could ever make them again. */
export async function rotate(
  desk: Desk,
  scope: string,
  why: Extract<Act, { readonly kind: 'rotate' }>['why'],
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<number, NotDone>> {
  const known = desk.chain.state().scopes.get(scope);
  if (!known) return err({ kind: 'not-allowed', why: 'scope' });
  const epoch = newestEpoch(known) + 1;
  const before = await secretsOf(desk, scope, epoch - 1);
  const secrets = nextSecrets(before);
  const { key = '', token } = await commitTo(scope, epoch, secrets);
  await keepSecrets(desk, scope, epoch, secrets);
  const done = await commitEntry(desk, { kind: 'rotate', scope, epoch, key, token, why }, transport, signal);
  if (!done.ok) return done;
  await giveKeys(desk, scope);
  return ok(epoch);
}

/** Boxes for every device of a member that has none, of every epoch that is held here. Strange boxes are told. */
export async function giveKeys(desk: Desk, scope: string): Promise<void> {
  const { store } = desk.around;
  const state = desk.chain.state();
  const published = new Map(desk.published);
  published.set(
    desk.device.id,
    desk.device.boxes.map(({ publicKey }) => publicKey),
  );
  for (const epoch of state.scopes.get(scope)?.epochs.keys() ?? []) {
    const boxes = await boxesOf(desk, scope, epoch);
    const secrets = await secretsOf(desk, scope, epoch);
    for (const finding of await auditBoxes(state, scope, boxes, published)) {
      if (finding.kind !== 'missing') {
        const kind = finding.kind === 'extra' ? 'extra-box' : 'swapped-box';
        await raise(desk, { kind, scope, device: finding.by, evidence: [`keys/${scope}/${epoch}/${finding.device}`] });
        continue;
      }
      if (!secrets) continue;
      const { device, box, withKey } = finding;
      const made = await makeBox(secrets, { team: state.team, scope, epoch, device, box, withKey }, desk.device);
      if (made.ok)
        await store.write([
          put('offer', made.value.path, made.value.bytes),
          put('boxes', made.value.path, made.value.bytes),
        ]);
    }
  }
}

async function boxesOf({ around: { store } }: Desk, scope: string, epoch: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (const path of await store.keys('boxes', `keys/${scope}/${epoch}/`)) {
    const bytes = await store.get('boxes', path);
    const box = bytes && readBox(bytes);
    if (box?.ok) boxes.push(box.value);
  }
  return boxes;
}

/** Where the logs of a member's devices end for everybody, as they are known here: for `remove`, and for a lower role. */
export const lastOf = (desk: Desk, member: string): Last[] =>
  [...desk.chain.state().devices.values()].flatMap((device) => {
    const head = desk.heads.get(device.id);
    return device.member === member && head ? [{ device: device.id, dseq: head.dseq, hash: head.hash }] : [];
  });

/** Removes, and gives every list that they had a new key in the same step. */
export async function removeMember(
  desk: Desk,
  member: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<null, NotDone>> {
  const scopes = [...(desk.chain.state().members.get(member)?.scopes ?? [])];
  const done = await commitEntry(desk, { kind: 'remove', member, last: lastOf(desk, member) }, transport, signal);
  if (!done.ok) return done;
  for (const scope of scopes) {
    // A list of theirs that this admin has not is rotated by the first admin online who has it.
    if (!(await newestKey(desk, scope))) continue;
    const rotated = await rotate(desk, scope, 'removed', transport, signal);
    if (!rotated.ok) return rotated;
  }
  return ok(null);
}
