import type { Tier } from '@/lib/domain/enums.ts';
import type { RuleKind } from '@/lib/domain/tier-fall.ts';
import { browser } from '@/lib/platform/browser.ts';

/** A held send. Its secret opens one warning; it lives in session memory, so that a worker that was stopped still knows it. */
export interface Hold {
  readonly tabId?: number;
  readonly surface: string;
  readonly since: number;
  /** Opened from the seal; nothing was held. */
  readonly look?: boolean;
  /** Rules that it has shown, each once for a tier that it gives by default. */
  readonly shown?: readonly ShownRule[];
}

export interface ShownRule extends RuleKind {
  readonly by: Tier;
  readonly tier: Tier;
  /** It was said that it was not useful, or wrong. */
  readonly faulted?: boolean;
}

const LIFE_MS = 60 * 60 * 1000;
const key = (secret: string): string => `hold:${secret}`;
const isHold = (value: unknown): value is Hold =>
  typeof value === 'object' && value !== null && 'surface' in value && 'since' in value;

/** 128 random bits as hex, good for an hour. */
export async function openHold(hold: Omit<Hold, 'since'>, now = Date.now()): Promise<string> {
  const secret = [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  await forgetOld(now);
  await browser.storage.session.set({ [key(secret)]: { ...hold, since: now } });
  return secret;
}

/** Undefined: no such hold, or it is over. */
export async function holdOf(secret: string, now = Date.now()): Promise<Hold | undefined> {
  const { [key(secret)]: hold } = await browser.storage.session.get(key(secret));
  return isHold(hold) && now - hold.since < LIFE_MS ? hold : undefined;
}

/** As long as it lives, and no longer than it would have. */
export async function changeHold(secret: string, change: (hold: Hold) => Hold): Promise<void> {
  const hold = await holdOf(secret);
  if (hold) await browser.storage.session.set({ [key(secret)]: change(hold) });
}

async function forgetOld(now: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const old = Object.entries(all).filter(
    ([name, value]) => name.startsWith('hold:') && isHold(value) && now - value.since >= LIFE_MS,
  );
  if (old.length > 0) await browser.storage.session.remove(old.map(([name]) => name));
}
