import type { Found } from '@/components/sidepanel/view.ts';
import { lookUp } from '@/lib/assess/look-up.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { spacesBeside } from '@/lib/ledger/spaces-for.ts';

const SHOWN = 8;

/** The people whom a question may mean. A handle fits many networks, so a stranger is added only by what names one. */
export async function answerTo(
  ledger: Ledger,
  space: SpaceId,
  query: string,
  policy: Pick<Policy, 'region' | 'purpose'>,
): Promise<Found> {
  const { people, total, points } = await lookUp(ledger, await spacesBeside(ledger, space), query, {
    limit: SHOWN,
    ...policy,
  });
  const [first, second] = points;
  const one = first && (!second || first.channel === 'whatsapp') ? first : undefined;
  return { query: query.trim(), people, total, ...(one ? { at: one } : {}) };
}
