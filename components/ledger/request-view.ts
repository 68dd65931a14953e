import type { RequestType } from '@/lib/domain/enums.ts';
import type { PersonId } from '@/lib/domain/person.ts';
import type { RequestFile } from '@/lib/domain/request-fold.ts';
import type { LawRef } from '@/lib/domain/verdict.ts';

/** A due time, ready to be shown: what it rests on is never left out. */
export interface DueView {
  readonly at: string;
  /** Zone of receipt, in which it was counted. */
  readonly zone: string;
  /** The article; for our own target the number of our row. */
  readonly article: string;
  /** Our own target, not law. */
  readonly policy: boolean;
  /** The row in one plain sentence. */
  readonly sentence: string;
  /** What has to be said beside it: not verified, counted without holidays … */
  readonly notes: readonly string[];
}

export interface RequestView {
  readonly personId: PersonId;
  readonly name: string;
  readonly zone: string;
  readonly words?: string;
  readonly file: RequestFile;
  /** In force. */
  readonly due: DueView;
  /** One for each row that applies, earliest first. */
  readonly dues: readonly DueView[];
  /** What a law allows, where it does. */
  readonly extension?: { readonly until: string; readonly tellBy: string; readonly law: LawRef };
}

/** What is written down when a request comes. */
export interface NewRequest {
  readonly personId: PersonId;
  readonly type: RequestType;
  readonly receivedAt: string;
  readonly zone: string;
  readonly words: string;
  /** Nothing is sent to this person any more, from now on. */
  readonly stop: boolean;
}

/** The proof of an erasure, as the list shows it. */
export interface ErasureLine {
  readonly id: string;
  readonly at: string;
  readonly requestId?: string;
  readonly rows: number;
}
