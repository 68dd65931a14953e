import { ANSWER_MS, type Link, orCancelled } from './nats-link.ts';
import { type StreamName, SUBJECTS, subjectOf } from './nats-names.ts';
import { parsePath } from './piece-path.ts';
import { LARGEST, type Piece, type PieceKind, type PiecePath } from './transport.ts';

/** What lies in a stream: a piece, or its path alone where bytes were not asked for. */
export interface Stored extends Piece {
  readonly seq: number;
}

/** Beside the server's own header for repetitions, which is not set where a piece takes the place of another. */
export const PATH_HEADER = 'Izin-Path';
const ID_HEADER = 'Nats-Msg-Id';

interface Message {
  readonly subject: string;
  readonly headers?: { get(name: string): string };
  readonly data: Uint8Array;
  readonly seq: number;
}

/** Undefined: nothing that one of ours has put there. */
export function storedOf({ subject, headers, data, seq }: Message): Stored | undefined {
  const path = headers?.get(ID_HEADER) || headers?.get(PATH_HEADER) || '';
  const name = parsePath(path);
  if (name === undefined || subjectOf(name) !== subject || data.length > LARGEST[name.kind]) return undefined;
  return { path: path as PiecePath, bytes: new Uint8Array(data), seq };
}

/** The last message of a subject, asked of the stream's leader. The answer is written in JSON, so not for large ones. */
export async function lastOf(link: Link, stream: StreamName, subject: string): Promise<Stored | undefined> {
  const message = await link.jsm.streams.getMessage(stream, { last_by_subj: subject });
  return message
    ? storedOf({ subject: message.subject, headers: message.header, data: message.data, seq: message.seq })
    : undefined;
}

/** As `lastOf`, with the bytes as they are; a server that lags behind may not know it yet. */
export async function lastDirect(link: Link, stream: StreamName, subject: string): Promise<Stored | undefined> {
  const message = await link.jsm.direct.getMessage(stream, { last_by_subj: subject });
  return message
    ? storedOf({ subject: message.subject, headers: message.header, data: message.data, seq: message.seq })
    : undefined;
}

export async function messageAt(link: Link, stream: StreamName, seq: number): Promise<Stored | undefined> {
  const message = await link.jsm.streams.getMessage(stream, { seq });
  return message
    ? storedOf({ subject: message.subject, headers: message.header, data: message.data, seq: message.seq })
    : undefined;
}

/** So many messages at a time: pages are large. */
const PART: Readonly<Record<PieceKind, number>> = { chain: 256, ops: 256, snap: 16, keys: 256, inv: 64, hb: 64 };
const NANOS_PER_SECOND = 1e9;

export interface Reading {
  readonly stream: StreamName;
  readonly kind: PieceKind;
  /** Narrower than all of its kind. */
  readonly subject?: string;
  readonly from: number;
  readonly headersOnly?: boolean;
}

/** All of a kind from a number on, in parts, in the stream's order. Throws where a part does not come whole. */
export async function* readFrom(
  link: Link,
  { stream, kind, subject = SUBJECTS[kind], from, headersOnly = false }: Reading,
  signal: AbortSignal,
): AsyncGenerator<readonly Stored[], void> {
  const info = await orCancelled(
    link.jsm.consumers.add(stream, {
      name: `r${crypto.randomUUID().replaceAll('-', '')}`,
      ack_policy: 'none',
      deliver_policy: 'by_start_sequence',
      opt_start_seq: Math.max(1, from),
      filter_subject: subject,
      headers_only: headersOnly,
      mem_storage: true,
      num_replicas: 1,
      inactive_threshold: 30 * NANOS_PER_SECOND,
    }),
    signal,
  );
  const consumer = link.js.consumers.getConsumerFromInfo(info);
  try {
    let pending = info.num_pending;
    let delivered = 0;
    while (pending > 0) {
      const part: Stored[] = [];
      const before = delivered;
      const size = headersOnly ? 512 : PART[kind];
      const batch = await orCancelled(
        consumer.fetch({ max_messages: Math.min(size, pending), expires: ANSWER_MS }),
        signal,
      );
      for await (const message of batch) {
        if (message.info.deliverySequence !== delivered + 1) throw new Error('a part did not come whole');
        delivered += 1;
        pending = message.info.pending;
        const stored = storedOf({
          subject: message.subject,
          headers: message.headers,
          data: message.data,
          seq: message.seq,
        });
        if (stored) part.push(stored);
        if (signal.aborted) throw new Error('cancelled');
      }
      if (delivered === before) pending = (await consumer.info()).num_pending > 0 ? stuck() : 0;
      yield part;
    }
  } finally {
    // It ends by itself when this does not come through.
    void link.jsm.consumers.delete(stream, info.name).catch(() => undefined);
  }
}

const stuck = (): never => {
  throw new Error('the server stopped in the middle of a part');
};
