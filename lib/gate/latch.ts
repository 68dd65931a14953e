const NEWER = 'izin:newer-guard';

/**
 * After an update the old script still listens while the new one starts. The new one announces itself, and an orphan
 * steps aside. The page can see and fake this event, so it moves nobody whose extension still answers.
 */
export function takeOver(window: Window, isAlive: () => boolean, signal: AbortSignal): AbortSignal {
  const owner = new AbortController();
  window.dispatchEvent(new CustomEvent(NEWER));
  window.addEventListener(NEWER, () => !isAlive() && owner.abort(), {
    signal: AbortSignal.any([owner.signal, signal]),
  });
  return AbortSignal.any([owner.signal, signal]);
}
