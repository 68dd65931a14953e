import type { LawPackId, RequestType } from '../domain/enums.ts';
import type { LawRef } from '../domain/verdict.ts';

/** What a row is about. The first eight are those that findings cite. */
export type LawTopic =
  | 'withdrawal'
  | 'basis'
  | 'purpose'
  | 'proof'
  | 'expiry'
  | 'disclosure'
  | 'identifier'
  | 'security'
  | 'information'
  | 'notice'
  | 'rectification'
  | 'access'
  | 'erasure'
  | 'restriction'
  | 'portability'
  | 'objection'
  | 'automated'
  | 'sensitivity'
  | 'child'
  | 'disability'
  | 'breach'
  | 'records'
  | 'assessment'
  | 'processors'
  | 'exceptions'
  | 'severity'
  | 'authority'
  | 'public-information'
  | 'marketing'
  | 'identity'
  | 'source';

/** How long, as the row counts it (domain.md §5.3). Units are those of the law; `clock.ts` turns them into an instant. */
export type ClockRule =
  /** Hours that run on through weekends and holidays. */
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number }
  /** Monday to Friday by the zone of receipt, but for the holidays that are given. */
  | { readonly unit: 'business-days'; readonly count: number }
  /** Calendar months; `extension`: how many more, if the person is told before the first run out. */
  | { readonly unit: 'months'; readonly count: number; readonly extension?: number }
  /** A duty without a figure: our own policy sets the target. */
  | { readonly unit: 'unstated' };

/**
 * One row of a pack. `mark`: V read in a source, V2 secondary source only, NV general knowledge that was not checked, P
 * our own policy. Not legal advice.
 */
export interface LawRow extends LawRef {
  readonly pack: LawPackId;
  readonly topics: readonly LawTopic[];
  /** Key of one plain sentence in the catalogue. */
  readonly key: string;
  /** Where it was read, and in which month: `2026-11`. */
  readonly source: string;
  readonly read: string;
  /** The rule is verified as `mark` says, but its wording was not read. */
  readonly wording?: 'NV';
  readonly clock?: ClockRule & { readonly types: readonly RequestType[] };
}

/** A row of our own, with no outside authority. Never shown as law. */
export interface PolicyRow extends LawRef {
  readonly pack: 'IZIN';
  readonly mark: 'P';
  readonly key: string;
  /** ISO 8601 duration or a bare number, where there is one. */
  readonly figure?: string;
}

export interface LawPack {
  readonly id: LawPackId;
  /** The laws, as they call themselves. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, or EU. */
  readonly jurisdiction: string;
  readonly rows: readonly LawRow[];
}

/** Rows of one pack: what they share is said once. */
export const rowsOf =
  (pack: LawPackId, law: string, read: string) =>
  (
    article: string,
    mark: LawRow['mark'],
    key: string,
    source: string,
    topics: readonly LawTopic[],
    more: Pick<LawRow, 'clock' | 'wording'> = {},
  ): LawRow => ({
    pack,
    article: `${law}${law && article ? ' ' : ''}${article}`,
    mark,
    topics,
    key,
    source,
    read,
    ...more,
  });
