/** The only patterns that a taught site has: one origin, all of its pages. Unlike the browser's own they know the port. */
const PATTERN = /^(https?:\/\/[^/*]+)\/\*$/;

export const patternOf = (origin: string): string => `${origin}/*`;

/** A page's address against patterns of whole origins. */
export function isAt({ href }: Pick<Location, 'href'>, patterns: readonly string[]): boolean {
  if (!URL.canParse(href)) return false;
  const { origin } = new URL(href);
  return patterns.some((pattern) => PATTERN.exec(pattern)?.[1] === origin);
}

/** `taught:HOST[:PORT]`. */
export const taughtId = (origin: string): string => `taught:${new URL(origin).host}`;
