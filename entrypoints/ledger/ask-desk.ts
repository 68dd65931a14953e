import type { AskDesk } from '@/components/sidepanel/ask-view.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { askingWrites } from '@/lib/ledger/asking.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';

/** Asking from the person's page: no message is in focus here, so the text is copied, and its sending is the user's word. */
export const askDesk = (ledger: Ledger, space: SpaceId, policy: Policy): AskDesk => ({
  ...askingWrites(ledger, space, policy),
  put: async () => false,
  copy: (_, { text }) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
});
