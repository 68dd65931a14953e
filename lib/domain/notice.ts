import type { Process } from './consent.ts';
import type { RightOffer, Withdrawal } from './consent-control.ts';
import type { DatumUse, Storage } from './consent-data.ts';
import { CONSENT_LIFE, recordDefaults } from './consent-defaults.ts';
import type { Party } from './consent-party.ts';
import type { Channel, LawfulBasis, LawPackId, Purpose, SourceType } from './enums.ts';
import type { PersonState } from './person.ts';
import type { Policy } from './policy.ts';
import { err, ok, type Result } from './result.ts';

/** The seven that UU 27/2022, Article 21 (1), wants told before a consent, in its order. */
export const NOTICE_ITEMS = ['legality', 'purpose', 'data', 'retention', 'details', 'period', 'rights'] as const;
export type NoticeItem = (typeof NOTICE_ITEMS)[number];

/** One use of data: why, on which basis, by which channels. */
export interface NoticeUse {
  readonly purpose: Purpose;
  readonly basis: LawfulBasis;
  readonly channels: readonly Channel[];
  readonly note?: string;
}

/** All that a notice tells, from the settings and the ledger; nothing in it is a person's. */
export interface NoticeFacts {
  readonly controller: Party;
  readonly lawPacks: readonly LawPackId[];
  readonly uses: readonly NoticeUse[];
  readonly data: readonly DatumUse[];
  readonly sources: readonly SourceType[];
  readonly shared: readonly Party[];
  readonly storage: Storage;
  readonly consentLife: string;
  readonly withdrawal: readonly Withdrawal[];
  readonly rights: readonly RightOffer[];
}

export const NOTICE_GAPS = ['controller', 'contact', 'uses', 'data', 'withdrawal', 'shared'] as const;
export type NoticeGap = (typeof NOTICE_GAPS)[number];

/** What a space does with whose data: the whole ledger for its public notice, one person and one use for a question. */
export interface NoticeScope {
  readonly uses: readonly NoticeUse[];
  readonly states: readonly PersonState[];
}

/** The facts, or what has to be settled before anything can be told. */
export function noticeFacts(policy: Policy, { uses, states }: NoticeScope): Result<NoticeFacts, readonly NoticeGap[]> {
  const defaults = recordDefaults(policy);
  const { controller, withdrawal = [], rights = [], shared_with = [] } = defaults;
  const shared = shared_with.flatMap(
    ({ party_id }) => policy.parties?.find((party) => party.party_id === party_id) ?? [],
  );
  const data = uniqueBy(
    states.flatMap((state) => recordDefaults(policy, state).data ?? []),
    ({ category }) => category,
  );
  const gaps: readonly (readonly [NoticeGap, boolean])[] = [
    ['controller', !controller?.name.trim()],
    ['contact', !controller?.contact_email],
    ['uses', uses.length === 0],
    ['data', data.length === 0],
    ['withdrawal', withdrawal.length === 0],
    // A receiver whom the register does not know cannot be told.
    ['shared', shared.length < shared_with.length],
  ];
  const missing = gaps.flatMap(([gap, lacks]) => (lacks ? [gap] : []));
  if (missing.length > 0 || !controller || !defaults.storage) return err(missing);
  const sources = [...new Set(states.flatMap(({ person }) => (person.source ? [person.source.type] : [])))];
  return ok({
    controller,
    lawPacks: policy.lawPacks,
    uses,
    data,
    sources,
    shared,
    storage: defaults.storage,
    consentLife: policy.records?.consent_life ?? CONSENT_LIFE,
    withdrawal,
    rights,
  });
}

/** The uses that the ledger's records really name, each purpose and basis once, with all channels of it. */
export function usesIn(states: readonly PersonState[]): readonly NoticeUse[] {
  const uses = new Map<string, NoticeUse>();
  const processes: readonly Process[] = states.flatMap(({ records }) => records.flatMap((record) => record.processes));
  for (const { purpose, lawful_basis: basis, channels, purpose_note: note } of processes) {
    const key = JSON.stringify([purpose, basis, note]);
    const known = uses.get(key);
    // No channel named means every channel, and that is said by naming none.
    const all = known ? known.channels.length === 0 || channels.length === 0 : channels.length === 0;
    const both = all ? [] : [...new Set([...(known?.channels ?? []), ...channels])].toSorted();
    uses.set(key, { purpose, basis, channels: both, ...(note === undefined ? {} : { note }) });
  }
  return [...uses.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

const uniqueBy = <T>(list: readonly T[], key: (item: T) => string): readonly T[] =>
  [...new Map(list.toReversed().map((item) => [key(item), item])).values()].toReversed();
