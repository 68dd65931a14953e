import type { RecordSettings } from './consent-defaults.ts';
import type { PublishedNotice } from './consent-notice.ts';
import type { Party } from './consent-party.ts';
import type { LawPackId, Preset, Purpose, Tier } from './enums.ts';
import type { RulePolicy } from './rule-policy.ts';
import type { RuleId } from './verdict.ts';

/** What a person or a team has settled. Figures are our own policy unless a law row says otherwise. */
export interface Policy {
  readonly preset: Preset;
  readonly purpose: Purpose;
  readonly lawPacks: readonly LawPackId[];
  /** Public holidays, `2026-12-25`, that business days leave out; by the clocks of wherever a request arrives. */
  readonly holidays?: readonly string[];
  /** Domains whose people are insiders; lower case. */
  readonly ownDomains: readonly string[];
  /** Own addresses and numbers, so that a signature makes no finding. */
  readonly ownAddresses: readonly string[];
  /** Region for numbers without a country code, ISO 3166-1 alpha-2. */
  readonly region: string;
  /** Outsiders in To and Cc from which they are exposed. */
  readonly exposedFrom: number;
  /** As ledgers held it before rules had a policy of their own; what `rules` says comes before it. */
  readonly tiers: Readonly<Partial<Record<RuleId, Tier>>>;
  /** What is settled about rules: their tiers, a trial, a budget. */
  readonly rules?: RulePolicy;
  /** Who answers for the data of this space, as records and notices name it. */
  readonly controller?: Party;
  /** Register of those that data are shared with. */
  readonly parties?: readonly Party[];
  /** Every published version, oldest first; the last is in force. */
  readonly notices?: readonly PublishedNotice[];
  /** What a new consent record starts with. */
  readonly records?: RecordSettings;
}

export const DEFAULT_POLICY: Policy = {
  preset: 'humas',
  purpose: 'pr_media',
  lawPacks: ['ID_PDP'],
  ownDomains: [],
  ownAddresses: [],
  region: 'ID',
  exposedFrom: 5,
  tiers: {},
};

/** What counts due times. */
export type LawInForce = Pick<Policy, 'lawPacks' | 'holidays'>;

export const PRESET_PURPOSE: Readonly<Record<Preset, Purpose>> = {
  humas: 'pr_media',
  kol_manager: 'kol_collab',
  admin: 'internal_admin',
};
