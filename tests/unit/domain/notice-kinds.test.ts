import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANNELS, PURPOSES, SOURCE_TYPES, SUBJECT_ROLES } from '@/lib/domain/enums.ts';
import { noticeFacts, usesIn } from '@/lib/domain/notice.ts';
import { noticeKind } from '@/lib/domain/notice-kinds.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import { aConsent, aPerson } from './builders.ts';

const policy: Policy = {
  ...DEFAULT_POLICY,
  controller: { party_id: 'p', name: 'Humas Kota Contoh', role: 'controller', contact_email: 'data@humas.example' },
};

const person: fc.Arbitrary<PersonState> = fc
  .record({
    role: fc.constantFrom(...SUBJECT_ROLES),
    source: fc.constantFrom(...SOURCE_TYPES),
    channels: fc.uniqueArray(fc.constantFrom(...CHANNELS), { maxLength: 3 }),
    purposes: fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1, maxLength: 2 }),
    ageBand: fc.constantFrom('adult' as const, 'child' as const),
    kind: fc.constantFrom('nik' as const, 'bank_account' as const, undefined),
  })
  .map(({ role, source, channels, purposes, ageBand, kind }) =>
    aPerson(
      { role, ageBand, source: { type: source } },
      {
        points: channels.map((channel) => ({ id: channel, channel, address: `${channel}@somewhere.example` })),
        records: purposes.map((purpose) => aConsent({ purpose, channels })),
        data: kind ? [{ id: 'd', kind, value: '1' }] : [],
      },
    ),
  );

it('one person of each kind makes the notice of all', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (states) => {
      const kept = [...new Map(states.map((state) => [noticeKind(state), state])).values()];
      const [whole, short] = [states, kept].map((some) => noticeFacts(policy, { uses: usesIn(some), states: some }));
      const sets = (facts: typeof whole) =>
        facts?.ok && {
          uses: facts.value.uses,
          data: new Set(facts.value.data.map((one) => JSON.stringify(one))),
          sources: new Set(facts.value.sources),
        };
      expect(sets(short)).toEqual(sets(whole));
    }),
  );
});
