import type { Result } from '../domain/result.ts';

/**
 * Where nobody tells: looks again and again, the first time at once, and says what changed. The next look begins after
 * the last has ended, so a slow folder is not asked twice at a time.
 */
export function watchByLooking(
  look: () => Promise<Result<string, 'away'>>,
  every: number,
  told: (news: 'more' | 'up' | 'down') => void,
  until: AbortSignal,
): void {
  let state: { readonly up: boolean; readonly what: string | undefined } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async (): Promise<void> => {
    const now = await look();
    if (until.aborted) return;
    const before = state;
    state = now.ok ? { up: true, what: now.value } : { up: false, what: before?.what };
    if (before?.up === false && now.ok) told('up');
    if (before?.up !== false && !now.ok) told('down');
    // Whoever begins to watch has pulled at some time before: the first look may already hold more.
    if (now.ok && now.value !== before?.what) told('more');
    timer = setTimeout(again, every);
  };
  until.addEventListener('abort', () => clearTimeout(timer), { once: true });
  if (!until.aborted) void again();
}
