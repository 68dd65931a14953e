import type { ReadHooks } from '../surfaces/hooks.ts';

/**
 * Which part of the address is the chat's own key, from the addresses of several chats: the one part that differs.
 * From one address alone nothing is concluded.
 */
export function threadOf(addresses: readonly string[]): ReadHooks | undefined {
  const all = [...new Set(addresses.map(pathOf))];
  const [first, ...more] = all;
  if (first === undefined || more.length === 0) return undefined;
  const parts = all.map(partsOf);
  const length = parts[0]?.length ?? 0;
  if (parts.some((each) => each.length !== length)) return undefined;
  const differing = Array.from({ length }, (_, at) => at).filter(
    (at) => new Set(parts.map((each) => each[at])).size > 1,
  );
  const [at, another] = differing;
  if (at === undefined || another !== undefined || at % 2 === 1) return undefined;
  const before = (parts[0] ?? []).slice(Math.max(0, at - 2), at).join('');
  return { in: 'url', match: `${literal(before)}([^/?#&=]+)` };
}

/** The page's address without its origin, as the hooks read it. */
function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}

/** Words and what parts them, by turns: `['', '/', 'chat', '/', '42', '']`. */
const partsOf = (path: string): readonly string[] => path.split(/([/?#&=])/);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
