import { browser } from '../platform/browser.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import { isAt } from './address.ts';

/** What one teacher found out about a site. A later version of the same teacher's takes the place of the former. */
export interface Lesson {
  /** Random, made once for each browser profile: it says "the same teacher", not who. */
  readonly teacher: string;
  readonly hooks: SiteHooks;
}

export interface TaughtSite {
  /** The lessons folded into one (`merge.ts`); its id is `taught:HOST`. */
  readonly hooks: SiteHooks;
  readonly lessons: readonly Lesson[];
  /** `https://HOST[:PORT]`: the permission that is asked for. */
  readonly origin: string;
  readonly taughtAt: string;
  /** The user allowed this origin, and the guard stands there. Only then it is used. */
  readonly allowed: boolean;
}

/**
 * `candidate`: on trial until a page of the site was seen; `used`: it found what the built-in hooks find, or more;
 * `set-aside`: it found less; `former`: kept to go back to.
 */
export type CorrectionState = 'candidate' | 'used' | 'set-aside' | 'former';

/** Other hooks for a built-in surface, from a signed file. */
export interface Correction {
  /** The built-in surface's id is `hooks.id`, the correction's version `hooks.version`. */
  readonly hooks: SiteHooks;
  /** Fingerprint of the key that signed it. */
  readonly signer: string;
  readonly installedAt: string;
  readonly state: CorrectionState;
  /** Set aside: what it did not find. */
  readonly lacks?: readonly string[];
}

/** Somebody (a team's admin) whose corrections the user takes. */
export interface Signer {
  readonly fingerprint: string;
  readonly name: string;
  /** Ed25519 public key, base64url. */
  readonly key: string;
  readonly trustedAt: string;
}

export interface Shelf {
  readonly taught: readonly TaughtSite[];
  readonly corrections: readonly Correction[];
  readonly signers: readonly Signer[];
}

const KEY = 'shelf';
const EMPTY: Shelf = { taught: [], corrections: [], signers: [] };

/** Only our own pages write here, after parsing: the guard looks at the outline alone, and stays small. */
function shelfFrom(value: unknown): Shelf {
  if (typeof value !== 'object' || value === null) return EMPTY;
  const { taught, corrections, signers } = value as Partial<Record<keyof Shelf, unknown>>;
  const withHooks = <T>(list: unknown): readonly T[] =>
    Array.isArray(list) ? list.filter((one) => Array.isArray(one?.hooks?.boxes)) : [];
  return {
    taught: withHooks<TaughtSite>(taught),
    corrections: withHooks<Correction>(corrections),
    signers: Array.isArray(signers) ? signers : [],
  };
}

export async function readShelf(): Promise<Shelf> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  return shelfFrom(value);
}

/** Reads, changes and writes; two doors that do so at once wait for each other. */
export async function writeShelf(change: (shelf: Shelf) => Shelf): Promise<Shelf> {
  const write = async (): Promise<Shelf> => {
    const next = change(await readShelf());
    await browser.storage.local.set({ [KEY]: next });
    return next;
  };
  return globalThis.navigator?.locks ? navigator.locks.request('izin:shelf', write) : write();
}

/** Tells each change until `signal` ends; the first reading is the caller's own. */
export function onShelf(listener: (shelf: Shelf) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change) listener(shelfFrom(change.newValue));
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(changed));
}

/** One site as data for a page, and where it came from. */
export interface Applied {
  readonly hooks: SiteHooks;
  readonly by: 'built-in' | 'correction' | 'taught';
  /** With a correction: the built-in hooks, which it must not fall behind on the page itself (`trial.ts`). */
  readonly instead?: SiteHooks;
}

/**
 * All hooks that may stand for a page: the built-in ones, each with its correction in its place where one is on trial or
 * in use, then what was taught for this address. Whether a built-in site is this page is for its surface to say.
 */
export function hooksFor(
  shelf: Shelf,
  location: Pick<Location, 'href'>,
  builtIn: readonly SiteHooks[],
): readonly Applied[] {
  const known = builtIn.map((hooks): Applied => {
    const correction = shelf.corrections.find(
      (one) =>
        one.hooks.id === hooks.id &&
        one.hooks.version > hooks.version &&
        (one.state === 'used' || one.state === 'candidate'),
    );
    return correction ? { hooks: correction.hooks, by: 'correction', instead: hooks } : { hooks, by: 'built-in' };
  });
  const taught = shelf.taught
    .filter((site) => site.allowed && isAt(location, site.hooks.matches))
    .map((site): Applied => ({ hooks: site.hooks, by: 'taught' }));
  return [...known, ...taught];
}
