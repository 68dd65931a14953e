import type { Surface } from './surface.ts';

const found = import.meta.glob<Surface>('./**/*.surface.ts', { eager: true, import: 'default' });

/** Every site that Izin knows. A new one is one file, `NAME.surface.ts`, here or in a folder of its own. */
const surfaces: readonly Surface[] = Object.values(found).sort((a, b) => a.id.localeCompare(b.id));
export default surfaces;

/**
 * Hosts for the manifest. Self-hosted sites are asked for one at a time instead. Whole hosts: with a path, browsers refuse
 * to follow into the frames that a page writes itself.
 */
export const matches: readonly string[] = [
  ...new Set(
    surfaces.flatMap((surface) =>
      surface.optional ? [] : surface.matches.map((match) => match.replace(/^(\w+:\/\/[^/]+\/).*$/, '$1*')),
    ),
  ),
].sort();
