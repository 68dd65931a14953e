import { listenOn } from './listening.ts';

const NEWER = 'izin:newer-guard';

/**
 * After an update the old script still listens while the new one starts. The new one announces itself, and an orphan
 * steps aside. The page can see and fake this event, so it moves nobody whose extension still answers.
 */
export function takeOver(window: Window, isAlive: () => boolean, signal: AbortSignal): AbortSignal {
  const owner = new AbortController();
  window.dispatchEvent(new CustomEvent(NEWER));
  const either = AbortSignal.any([owner.signal, signal]);
  listenOn(window, [NEWER], () => !isAlive() && owner.abort(), { signal: either });
  return either;
}
