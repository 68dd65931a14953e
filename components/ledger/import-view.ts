import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';

export const STATUSES = ['new', 'changed', 'same', 'doubtful', 'bad'] as const;
export type Status = (typeof STATUSES)[number];

/** Somebody whom a row may be about. */
export interface CandidateView {
  readonly ref: string;
  readonly name: string;
  readonly outlet?: string;
  /** Named first in this line of the list; absent: the ledger knows them. */
  readonly line?: number;
  readonly by: 'address' | 'name-outlet' | 'name-account' | 'long-name';
}

export type ChoiceView =
  | { readonly kind: 'join'; readonly ref: string }
  | { readonly kind: 'apart' }
  | { readonly kind: 'skip' };

export interface PreviewLine {
  readonly line: number;
  readonly name: string;
  readonly status: Status;
  readonly said: readonly Phrase[];
  readonly candidates?: readonly CandidateView[];
  /** Absent: undecided. */
  readonly choice?: ChoiceView;
}

/** Rows of one status, all, or those about which is asked. */
export type Shown = Status | 'all' | 'ask';

const BY = {
  address: 'import_alike_by_address',
  'name-outlet': 'import_alike_by_name_outlet',
  'name-account': 'import_alike_by_name_account',
  'long-name': 'import_alike_by_long_name',
} as const;

/** "Harian A, in the ledger, the same address". */
export const whereOf = ({ outlet, line, by }: CandidateView): string =>
  [
    ...(outlet ? [outlet] : []),
    line === undefined ? t('import_alike_in_ledger') : t('import_alike_in_line', { line: String(line) }),
    t(BY[by]),
  ].join(', ');
