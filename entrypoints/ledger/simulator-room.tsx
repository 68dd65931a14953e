import { SimulatorPage, type Tried } from '@/components/ledger/simulator.tsx';
import { assess } from '@/lib/assess/assess.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { policyOver } from '@/lib/ledger/rules-for.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { spacesBeside } from '@/lib/ledger/spaces-for.ts';

/** `#/settings/simulator`: the same assessment as the guard's. What is tried is nowhere but in this page. */
export function SimulatorRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const judge = async (tried: Tried) => {
    try {
      const spaces = await spacesBeside(ledger, PERSONAL_SPACE);
      const [inForce, book] = await Promise.all([policyOver(ledger, PERSONAL_SPACE, spaces), ledger.ruleBook()]);
      const now = new Date().toISOString();
      return { verdict: (await assess(draftOf(tried), { ledger, policy: inForce, spaces, now, book })).verdict };
    } catch (thrown) {
      if (thrown instanceof LedgerError) return { wrong: phraseOf(thrown.failure) };
      throw thrown;
    }
  };
  return <SimulatorPage purpose={policy.purpose} onTry={judge} />;
}

const draftOf = ({ text, addresses, channel, purpose }: Tried): Draft => ({
  surface: 'simulator',
  channel,
  audience: 'people',
  recipients: addresses.map((address) => ({ field: channel === 'email' ? 'to' : 'direct', address })),
  text,
  purpose,
  attachments: [],
  unreadable: [],
});
