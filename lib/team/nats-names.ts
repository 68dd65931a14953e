import type { StreamConfig } from '@nats-io/jetstream';
import type { PieceName } from './piece-path.ts';
import type { PieceKind } from './transport.ts';

/*
 * Names on the wire. A team has an account of its own, so they are the same in every team. One subject a device and not a
 * person: the server is not to learn how many people there are. Heads share a stream with the key boxes: of both only the
 * last of a subject is kept.
 */
export const STREAMS = ['CHAIN', 'OPS', 'SNAP', 'KEYS', 'INV'] as const;
export type StreamName = (typeof STREAMS)[number];

/** Says that something was stored: told when the server has answered, so whoever asks then finds it. */
export const NEWS = 't.news';

export const STREAM_OF: Readonly<Record<PieceKind, StreamName>> = {
  chain: 'CHAIN',
  ops: 'OPS',
  snap: 'SNAP',
  keys: 'KEYS',
  inv: 'INV',
  hb: 'KEYS',
};

/** All subjects of a kind. */
export const SUBJECTS: Readonly<Record<PieceKind, string>> = {
  chain: 't.m',
  ops: 't.ops.*',
  snap: 't.snap.*.*.*',
  keys: 't.k.*.*.*',
  inv: 't.inv.*',
  hb: 't.hb.*',
};

export function subjectOf(name: PieceName): string {
  switch (name.kind) {
    case 'chain':
      return 't.m';
    case 'ops':
      return `t.ops.${name.device}`;
    case 'snap':
      return `t.snap.${name.scope}.${name.epoch}.${name.page}`;
    case 'keys':
      return `t.k.${name.scope}.${name.epoch}.${name.device}`;
    case 'inv':
      return `t.inv.${name.invite}`;
    case 'hb':
      return `t.hb.${name.device}`;
  }
}

/** The server takes the same message id for a repetition within this time; longer ago the client looks itself. */
export const REPEATS_SECONDS = 120;
const NANOS = 1e9;
const INVITE_HOURS = 72;

/** Only settings that nats-server 2.9 knows. */
export function streamConfig(name: StreamName, replicas: 1 | 3): Partial<StreamConfig> & { name: string } {
  const common = {
    name,
    storage: 'file',
    retention: 'limits',
    num_replicas: replicas,
    allow_direct: true,
    duplicate_window: REPEATS_SECONDS * NANOS,
    max_consumers: -1,
    max_msgs: -1,
    max_bytes: -1,
    max_age: 0,
  } as const;
  switch (name) {
    case 'CHAIN':
      return { ...common, subjects: [SUBJECTS.chain], max_msg_size: 131_072 };
    case 'OPS':
      return { ...common, subjects: [SUBJECTS.ops], max_msg_size: 262_144 };
    case 'SNAP':
      return { ...common, subjects: [SUBJECTS.snap], max_msg_size: 1_048_576 };
    case 'KEYS':
      return { ...common, subjects: [SUBJECTS.keys, SUBJECTS.hb], max_msgs_per_subject: 1, max_msg_size: 131_072 };
    case 'INV':
      return {
        ...common,
        subjects: [SUBJECTS.inv],
        max_msg_size: 32_768,
        max_age: INVITE_HOURS * 3600 * NANOS,
        max_msgs: 1000,
        max_msgs_per_subject: 20,
        max_bytes: 16_777_216,
      };
  }
}
