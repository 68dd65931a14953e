import { useEffect, useState } from 'react';

/** Something of the browser session's memory: read now and after each change. */
export function useSession<T>(
  read: () => Promise<T | undefined>,
  watch: (changed: () => void, signal: AbortSignal) => void,
  key: unknown,
): T | undefined {
  const [value, setValue] = useState<T>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what the two read
  useEffect(() => {
    const ended = new AbortController();
    const look = (): void => void read().then((found) => !ended.signal.aborted && setValue(found));
    watch(look, ended.signal);
    look();
    return () => ended.abort();
  }, [key]);
  return value;
}
