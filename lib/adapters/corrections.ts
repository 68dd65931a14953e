import { err, ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import type { Signed } from './correction-file.ts';
import type { Correction, Shelf } from './shelf.ts';
import type { TrialOutcome } from './trial.ts';

/** Which of a surface's corrections is in its place now, if any. */
export const standing = (shelf: Shelf, surface: string): Correction | undefined =>
  shelf.corrections.find(({ hooks, state }) => hooks.id === surface && (state === 'used' || state === 'candidate'));

export const versionsOf = (shelf: Shelf, surface: string): readonly Correction[] =>
  shelf.corrections.filter(({ hooks }) => hooks.id === surface).sort((a, b) => b.hooks.version - a.hooks.version);

/**
 * Takes a signed file. Its key must be one of the release's or of a signer that the user trusts; it must be newer than
 * all that is known of this surface. What stood before is kept to go back to. The new one is a candidate: the next page
 * of the site decides (`trial.ts`).
 */
export function install(
  shelf: Shelf,
  { file, fingerprint }: Signed,
  builtIn: readonly SiteHooks[],
  releaseKeys: readonly string[],
  now: string,
): Result<Shelf, Phrase> {
  const { hooks } = file;
  const stands = builtIn.find(({ id }) => id === hooks.id);
  if (!stands) return err({ key: 'correction_wrong_surface', params: { surface: hooks.id } });
  if (!releaseKeys.includes(file.key) && !shelf.signers.some(({ key }) => key === file.key))
    return err({ key: 'correction_wrong_signer', params: { fingerprint } });
  const kept = versionsOf(shelf, hooks.id);
  const newest = Math.max(stands.version, ...kept.map((one) => one.hooks.version));
  const params = { surface: hooks.name, version: hooks.version, newest };
  if (kept.some((one) => one.hooks.version === hooks.version)) return err({ key: 'correction_known', params });
  if (hooks.version <= newest) return err({ key: 'correction_old', params });
  // Where a site lies, and how well its adapter is proven, is not for a correction to say.
  const bound = { ...hooks, matches: stands.matches, proof: stands.proof, channel: stands.channel };
  const correction: Correction = { hooks: bound, signer: fingerprint, installedAt: now, state: 'candidate' };
  return ok({ ...shelf, corrections: [...shelf.corrections.map(steppingBack(hooks.id)), correction] });
}

/** To a version that is kept, which is tried anew; without one, to the built-in hooks. */
export function goBack(shelf: Shelf, surface: string, version?: number): Shelf {
  const corrections = shelf.corrections.map(steppingBack(surface)).map((one): Correction => {
    if (one.hooks.id !== surface || one.hooks.version !== version) return one;
    const { lacks: _, ...rest } = one;
    return { ...rest, state: 'candidate' };
  });
  return { ...shelf, corrections };
}

/** What a page said. Only about the version that stands: an older page may speak late. */
export function tried(shelf: Shelf, surface: string, version: number, outcome: TrialOutcome): Shelf {
  const corrections = shelf.corrections.map((one): Correction => {
    if (one.hooks.id !== surface || one.hooks.version !== version || one.state !== 'candidate') return one;
    return outcome.kind === 'used' ? { ...one, state: 'used' } : { ...one, state: 'set-aside', lacks: outcome.lacks };
  });
  return { ...shelf, corrections };
}

/** A signer whom the user trusts no longer: what they signed goes with them. */
export const withoutSigner = (shelf: Shelf, fingerprint: string): Shelf => ({
  ...shelf,
  signers: shelf.signers.filter((signer) => signer.fingerprint !== fingerprint),
  corrections: shelf.corrections.filter(({ signer }) => signer !== fingerprint),
});

const steppingBack =
  (surface: string) =>
  (one: Correction): Correction =>
    one.hooks.id === surface && (one.state === 'used' || one.state === 'candidate') ? { ...one, state: 'former' } : one;
