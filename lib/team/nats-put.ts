import type { JetStreamPublishOptions, PubAck } from '@nats-io/jetstream';
import { err, ok } from '../domain/result.ts';
import { codeOf, failureOfNats, isAbsent, isPassing, WRONG_LAST } from './nats-failure.ts';
import type { StreamIndex } from './nats-index.ts';
import { type Link, orCancelled } from './nats-link.ts';
import { REPEATS_SECONDS, STREAM_OF, subjectOf } from './nats-names.ts';
import { lastDirect, lastOf, PATH_HEADER } from './nats-read.ts';
import { type PieceName, parsePath } from './piece-path.ts';
import type { Moved, Piece, PiecePath, Put } from './transport.ts';

/** A leader that was killed is replaced in 4 to 7 seconds; a repetition with the same id is stored once. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 150;

/**
 * The server knows repetitions of two minutes; what is older is looked up. A look that is younger than half of that and
 * the server's own memory together leave no gap.
 */
const TRUST_MS = (REPEATS_SECONDS * 1000) / 2;

interface Sent {
  readonly ack: PubAck;
  /** It was sent more than once: a repetition is then our own. */
  readonly again: boolean;
}

async function send(
  link: Link,
  name: PieceName,
  bytes: Uint8Array,
  options: Partial<JetStreamPublishOptions>,
  signal: AbortSignal,
): Promise<Sent> {
  const until = performance.now() + PATIENCE_MS;
  for (let again = false; ; again = true) {
    try {
      const ack = await orCancelled(link.js.publish(subjectOf(name), bytes, options), signal);
      return { ack, again };
    } catch (error) {
      if (again && codeOf(error) === WRONG_LAST) throw new Repeated('our own first try may have been stored');
      if (signal.aborted || !isPassing(error) || performance.now() > until) throw error;
      // Nobody answers: no leader, or no such stream. The second is said at once.
      await link.jsm.streams.info(STREAM_OF[name.kind]).catch((why: unknown) => {
        if (isAbsent(why)) throw why;
      });
      await orCancelled(new Promise((done) => setTimeout(done, PAUSE_MS)), signal);
    }
  }
}

class Repeated extends Error {}

/** One piece, by the rules of its kind. */
export async function putPiece(
  link: Link,
  index: StreamIndex,
  piece: Piece,
  name: PieceName,
  signal: AbortSignal,
): Moved<Put> {
  try {
    switch (name.kind) {
      case 'ops':
      case 'inv':
        return await append(link, index, piece, name, signal);
      case 'snap':
      case 'keys':
        return ok(await once(link, piece, name, signal));
      case 'hb':
        return ok(await replace(link, piece, name, signal));
      case 'chain':
        return await appendToChain(link, index, piece, name, signal);
    }
  } catch (error) {
    return err(failureOfNats(error, signal));
  }
}

async function append(
  link: Link,
  index: StreamIndex,
  { path, bytes }: Piece,
  name: PieceName,
  signal: AbortSignal,
): Moved<Put> {
  // One who asks to join may look at nothing.
  const known = name.kind === 'ops' ? await index.seqOf(link, name, path, TRUST_MS, signal) : undefined;
  if (known !== undefined) return ok('known');
  const { ack, again } = await send(link, name, bytes, { msgID: path }, signal);
  index.add(name, path, ack.seq);
  return ok(ack.duplicate && !again ? 'known' : 'stored');
}

/** A page or a key box: the first of its subject, or it is there already. */
async function once(link: Link, { path, bytes }: Piece, name: PieceName, signal: AbortSignal): Promise<Put> {
  try {
    await send(link, name, bytes, { headers: withPath(link, path), expect: { lastSubjectSequence: 0 } }, signal);
    return 'stored';
  } catch (error) {
    if (error instanceof Repeated) return 'stored';
    if (codeOf(error) === WRONG_LAST) return 'known';
    throw error;
  }
}

async function replace(
  link: Link,
  { path, bytes }: Piece,
  name: PieceName & { kind: 'hb' },
  signal: AbortSignal,
): Promise<Put> {
  const last = await lastOf(link, STREAM_OF.hb, subjectOf(name));
  const there = last && parsePath(last.path);
  if (there?.kind === 'hb' && there.n >= name.n) return 'known';
  await send(link, name, bytes, { headers: withPath(link, path) }, signal);
  return 'stored';
}

/** Compare and append: stored only if the last entry is the one before this. */
async function appendToChain(
  link: Link,
  index: StreamIndex,
  { path, bytes }: Piece,
  name: PieceName & { kind: 'chain' },
  signal: AbortSignal,
): Moved<Put> {
  const last = await lastOf(link, STREAM_OF.chain, subjectOf(name));
  const there = last && parsePath(last.path);
  const next = there?.kind === 'chain' ? there.n + 1 : 0;
  if (name.n > next) return err({ kind: 'reset', detail: `entry ${next} of the chain comes first` });
  const settled = async (): Promise<Put> =>
    (await index.seqOf(link, name, path, 0, signal)) === undefined ? 'behind' : 'known';
  if (name.n < next) return ok(await settled());
  try {
    const expect = { lastSubjectSequence: last?.seq ?? 0 };
    const { ack, again } = await send(link, name, bytes, { msgID: path, expect }, signal);
    return ok(ack.duplicate && !again ? 'known' : 'stored');
  } catch (error) {
    if (error instanceof Repeated) return ok((await settled()) === 'known' ? 'stored' : 'behind');
    if (codeOf(error) === WRONG_LAST) return ok(await settled());
    throw error;
  }
}

const withPath = (link: Link, path: PiecePath) => {
  const headers = link.headers();
  headers.set(PATH_HEADER, path);
  return headers;
};

/** Where a piece lies now. */
export async function seqNow(
  link: Link,
  index: StreamIndex,
  name: PieceName,
  path: PiecePath,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (name.kind === 'chain' || name.kind === 'ops' || name.kind === 'inv')
    return index.seqOf(link, name, path, 0, signal);
  const look = name.kind === 'snap' ? lastDirect : lastOf;
  const last = await look(link, STREAM_OF[name.kind], subjectOf(name));
  return last?.path === path ? last.seq : undefined;
}
