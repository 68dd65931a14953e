import type { Alarm } from './alarm.ts';
import type { Chain } from './chain.ts';
import { type Envelope, isOf, NO_PREV, pathOfEnvelope } from './envelope.ts';

/** Where the log of a device stands here. */
export interface Head {
  readonly dseq: number;
  readonly hash: string;
  /** Heads of the chain that its author knew then. */
  readonly chain: readonly string[];
}

/**
 * Whether an envelope is the next of its author's log.
 * - `next`: it is; with an alarm where what its author knew went back
 * - `known`: it is there already. `waits`: for the chain, for its author, or for the envelope before
 * - `refused`: never; the log stands where it stood
 */
export type Linked =
  | { readonly kind: 'next'; readonly head: Head; readonly alarm?: Alarm }
  | { readonly kind: 'known' }
  | { readonly kind: 'waits'; readonly for: 'chain' | 'author' | 'before' }
  | { readonly kind: 'refused'; readonly alarm: Alarm };

export interface LogSoFar {
  readonly chain: Chain;
  readonly head: Head | undefined;
  /** Hash of the envelope that lies at that place of the same log. */
  readonly at: (dseq: number) => Promise<string | undefined>;
}

export async function link(envelope: Envelope, path: string, { chain, head, at }: LogSoFar): Promise<Linked> {
  const { header, hash } = envelope;
  const { device, dseq, scope } = header;
  const refused = (kind: Alarm['kind'], evidence: readonly string[] = [path]): Linked => ({
    kind: 'refused',
    alarm: { kind, device, scope, evidence },
  });
  if (header.team !== chain.team) return refused('other-team');
  if (pathOfEnvelope(envelope) !== path) return refused('mislabelled');
  const then = chain.stateAt(header.chain);
  if (!then) return { kind: 'waits', for: 'chain' };
  // Its key is as the author's own chain says: a fork may have taken the device away since, but not its signature.
  const author = then.devices.get(device) ?? chain.state().devices.get(device);
  if (!author) return { kind: 'waits', for: 'author' };
  if (!(await isOf(envelope, author.sign))) return refused('forged-author');
  const end = head?.dseq ?? 0;
  if (dseq <= end) {
    const lies = await at(dseq);
    return lies === hash || lies === undefined
      ? { kind: 'known' }
      : refused('fork', [`${dseq}-${lies}`, path].toSorted());
  }
  if (dseq > end + 1) return { kind: 'waits', for: 'before' };
  if (header.prev !== (head?.hash ?? NO_PREV)) return refused('fork', [`${end}-${head?.hash ?? ''}`, path].toSorted());
  const back = head?.chain.find((known) => !chain.includes(header.chain, known));
  const next = { dseq, hash, chain: header.chain };
  return back === undefined
    ? { kind: 'next', head: next }
    : { kind: 'next', head: next, alarm: { kind: 'rollback', device, scope, evidence: [path, back] } };
}
