import type { Channel } from './enums.ts';
import type { Instant } from './person.ts';
import type { Heard } from './said-words.ts';

/** Somebody named beside words that were selected. */
export interface Writer {
  readonly channel: Channel;
  readonly address: string;
  readonly name?: string;
  /** The page says that they wrote it; else it only names them near by. */
  readonly sure: boolean;
}

/** Words that a person wrote, as they are kept for proof: never more of them than the excerpt. */
export interface SaidWords {
  /** At most 280 characters. */
  readonly excerpt: string;
  /** Hex SHA-256 of all that was selected, UTF-8. */
  readonly sha256: string;
  /** When it was selected. */
  readonly at: Instant;
  /** When it was written, where the page says so. */
  readonly saidAt?: Instant;
  /** What the words seem to ask for: a guess, which the user confirms. */
  readonly heard?: Heard;
  /** Where they can be found again: the page's host and its own mark of the message. */
  readonly locator?: string;
  /** By which the page is written to. */
  readonly channel?: Channel;
  readonly writers: readonly Writer[];
  /** The user's own words, as far as the page shows it. */
  readonly own: boolean;
}
