import type { WordKey } from '@/lib/platform/words.ts';

export const MAIL_FIELDS = ['to', 'cc', 'bcc'] as const;

export interface Letter {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly subject: string;
  readonly body: string;
}
export const EMPTY_LETTER: Letter = { to: '', cc: '', bcc: '', subject: '', body: '' };

export interface Peer {
  readonly name: string;
  readonly address: string;
}

/** What left, as it left: newest first. */
export type Sent =
  | ({ readonly kind: 'mail'; readonly id: number; readonly files: readonly string[] } & Letter)
  | { readonly kind: 'chat'; readonly id: number; readonly peer: Peer; readonly body: string };

/** A message that is ready to be sent, with a mistake in it or none. */
export interface Ready {
  readonly id: string;
  readonly title: WordKey;
  readonly hint: WordKey;
  readonly clean?: boolean;
}
