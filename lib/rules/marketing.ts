import type { Purpose } from '../domain/enums.ts';

/** Purposes for which an explicit consent, and a way out, are owed (domain.md R34, R35). */
export const MARKETING: ReadonlySet<Purpose> = new Set(['direct_marketing', 'cross_sell', 'advertising']);

/** Owed to the person, or urgent: no wish about how often or when stands against it, and no list is left by it. */
export const DUTY: ReadonlySet<Purpose> = new Set([
  'crisis_notice',
  'contract_admin',
  'payment',
  'employee_comms',
  'internal_admin',
]);

/** Recipients of one message that make it bulk (domain.md §7.4, ruling 7). */
export const BULK = 10;
