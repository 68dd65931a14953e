import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { decrypt, encrypt } from './aead.ts';
import { type Bytes, byCode, fromHex, randomBytes, toHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import { type Fault, fault } from './fault.ts';
import { label, sha256 } from './hash.ts';
import { rootOf } from './merkle.ts';
import { LARGEST } from './transport.ts';
import { bytes, deviceId, whole } from './wire.ts';

/*
 * Folded state of one list: the ops that still count, each with the envelope that it came in, so that its author stays
 * provable. The plain text of the pages is a function of the set of ops alone: every device makes the same, and sees by one
 * hash whether who sealed them told the truth.
 */
export interface Surviving {
  readonly device: string;
  readonly dseq: number;
  /** Place within the envelope. */
  readonly index: number;
  readonly subject: string;
  readonly id: string;
  /** Canonical CBOR of the op. */
  readonly bytes: Bytes;
}

const PER_PAGE = 128;
export const MOST_PAGES = 8192;

/** A power of two, by how many there are: a page changes when somebody in it does, and with the number only by doubling. */
export function pagesFor(count: number): number {
  let pages = 1;
  while (pages < MOST_PAGES && pages * PER_PAGE < count) pages *= 2;
  return pages;
}

const byPlace = (a: Surviving, b: Surviving): number =>
  byCode(a.device, b.device) || a.dseq - b.dseq || a.index - b.index;

/** The plain text of each page. An op that lies in two envelopes is kept once, by the first place. */
export async function plainPages(all: readonly Surviving[]): Promise<readonly Bytes[]> {
  const hash = await sha256();
  const first = new Map<string, Surviving>();
  for (const one of all) {
    const other = first.get(one.id);
    if (!other || byPlace(one, other) < 0) first.set(one.id, one);
  }
  const count = pagesFor(first.size);
  const pages: Surviving[][] = Array.from({ length: count }, () => []);
  // Ids of subjects are random: their hash says nothing of them, and puts them evenly.
  const start = label('page');
  for (const one of first.values()) {
    const digest = hash(start, new TextEncoder().encode(one.subject));
    pages[new DataView(digest.buffer).getUint32(0) % count]?.push(one);
  }
  return pages.map((page) =>
    encodeCbor(page.toSorted((a, b) => byCode(a.subject, b.subject) || byCode(a.id, b.id)).map(rowOf)),
  );
}

const rowOf = ({ device, dseq, index, subject, id, bytes: op }: Surviving) => [
  fromHex(device),
  dseq,
  index,
  subject,
  id,
  op,
];

const row = v.pipe(
  v.strictTuple([deviceId, whole, whole, v.string(), v.string(), bytes]),
  v.transform(([device, dseq, index, subject, id, op]): Surviving => ({ device, dseq, index, subject, id, bytes: op })),
);

/** Plain text can be many times what is sealed; a page of 128 small ops is 60 KB. */
const MOST_PLAIN = 64_000_000;
export const readPage = (plain: Bytes): Result<readonly Surviving[], Fault> =>
  readCbor(v.array(row), plain, MOST_PLAIN);

/** Over the plain pages in order. Hexadecimal. */
export async function stateRootOf(pages: readonly Bytes[]): Promise<string> {
  const hash = await sha256();
  return toHex(
    rootOf(
      hash,
      pages.map((page) => hash(label('state'), page)),
    ),
  );
}

export interface SealedPage {
  readonly key: Bytes;
  /** SHA-256 of the sealed bytes: its name. */
  readonly hash: string;
  readonly sealed: Bytes;
}

/** Deflated and sealed under a key of its own: erasing somebody costs their page alone. */
export async function sealPage(plain: Bytes, about: Bytes): Promise<Result<SealedPage, Fault>> {
  const key = randomBytes(32);
  const sealed = await encrypt(key, await through(plain, new CompressionStream('deflate-raw')), about);
  if (sealed.length > LARGEST.snap) return err(fault('too-large'));
  return ok({ key, sealed, hash: await nameOf(sealed) });
}

export async function openPage(sealed: Bytes, key: Bytes, about: Bytes): Promise<Result<Bytes, Fault>> {
  const opened = await decrypt(key, sealed, about);
  if (!opened.ok) return opened;
  try {
    return ok(await through(opened.value, new DecompressionStream('deflate-raw')));
  } catch {
    return err(fault('malformed'));
  }
}

export const nameOf = async (sealed: Bytes): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', sealed)));

async function through(plain: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  const out = new Blob([plain]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(out).arrayBuffer());
}
