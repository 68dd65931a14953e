import type { LoggedEntry } from '@/lib/ledger/activity.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

export interface Today {
  readonly held: number;
  readonly mended: number;
  readonly sentAnyway: number;
}

/** Lines of the log since midnight on the user's clock. */
export async function today(ledger: Ledger, now: Date): Promise<Today> {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
  const lines: LoggedEntry[] = [];
  for (;;) {
    const page = await ledger.activity({
      limit: 200,
      ...(lines.length > 0 ? { before: lines[lines.length - 1]?.seq ?? 0 } : {}),
    });
    const fresh = page.filter(({ at }) => at >= midnight);
    lines.push(...fresh);
    if (fresh.length < 200) break;
  }
  const count = (kind: LoggedEntry['kind']): number => lines.filter((line) => line.kind === kind).length;
  return { held: count('held'), mended: count('fixed'), sentAnyway: count('override') };
}
