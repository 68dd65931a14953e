import type { AskDesk, AskMade } from '@/components/sidepanel/ask-view.ts';
import { dropAsk, keepAsk, type PendingAsk } from '@/lib/bus/asking.ts';
import { askGuard } from '@/lib/bus/to-guard.ts';
import { sha256Hex } from '@/lib/domain/consent-hash.ts';
import { linesOf } from '@/lib/domain/consent-request.ts';
import type { PersonState, SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { askingWrites } from '@/lib/ledger/asking.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { Seen } from './use-writing.ts';

/** Asking for consent: nobody counts as asked before the message was seen to leave, or the user has said so. */
export function askDesk(ledger: Ledger, space: SpaceId, policy: Policy, seen: Seen | undefined): AskDesk {
  const writes = askingWrites(ledger, space, policy);
  const pending = async ({ person }: PersonState, made: AskMade): Promise<PendingAsk> => {
    const { purpose, channel, reminder, text } = made;
    const of = { space: person.space, personId: person.id, purpose, channel, reminder };
    return { ...of, sha256: await sha256Hex(text), lines: linesOf(text), seen: [] };
  };
  return {
    ...writes,
    async put(state, made) {
      const { tabId, writing } = seen ?? {};
      if (tabId === undefined || !writing) return false;
      // Before it stands there: the draft is judged as soon as it changes.
      await keepAsk(await pending(state, made));
      const taken = await askGuard({ tabId, frameId: writing.frameId }, 'put', made.text);
      return taken.ok && taken.value;
    },
    async copy(state, made) {
      const copied = await navigator.clipboard.writeText(made.text).then(
        () => true,
        () => false,
      );
      if (copied) await keepAsk(await pending(state, made));
      return copied;
    },
    async sent(state, made) {
      const refused = await writes.sent(state, made);
      if (refused === undefined) await dropAsk(await pending(state, made));
      return refused;
    },
  };
}
