import type { SiteCase } from '../case.ts';

const found = import.meta.glob<SiteCase>('../cases/*.case.ts', { eager: true, import: 'default' });

export const cases: readonly SiteCase[] = Object.values(found).sort((a, b) => a.surface.localeCompare(b.surface));
