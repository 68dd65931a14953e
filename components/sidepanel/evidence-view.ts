import type { Channel, EvidenceKind, Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Heard, Outcome } from '@/lib/domain/said-words.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Candidate } from '../warning/view.ts';
import type { StopScope } from './recorded.ts';

/** Who may have written the words: somebody of the ledger, or an address that nobody there has. */
export interface Speaker {
  readonly key: string;
  readonly name: string;
  readonly outlet?: string;
  readonly channel: Channel;
  readonly address?: string;
  /** Absent: new, and added with what they said. */
  readonly state?: PersonState;
  /** The page, or the message in focus, says that it is them; else they are only named near by. */
  readonly sure: boolean;
}

/** Words that wait to be recorded. */
export interface SaidView {
  readonly excerpt: string;
  readonly sha256: string;
  readonly kind: EvidenceKind;
  /** ISO date and time; today where the page does not say. */
  readonly saidAt: string;
  readonly dated: boolean;
  readonly heard?: Heard;
  readonly own: boolean;
  readonly speakers: readonly Speaker[];
  readonly channel: Channel;
  readonly purpose: Purpose;
}

export interface SaidForm {
  readonly outcome: Outcome;
  readonly who: Who;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly scope: StopScope;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export type Who =
  | { readonly kind: 'person'; readonly personId: string; readonly name: string }
  | {
      readonly kind: 'new';
      readonly name: string;
      readonly point?: { readonly channel: Channel; readonly address: string };
    };

/** What was recorded, and how to take it back for a moment. */
export interface Recorded {
  readonly outcome: Outcome;
  readonly name: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly undone: boolean;
  readonly wrong?: Phrase;
}

/** What the cards of evidence are given. */
export interface EvidenceDesk {
  readonly find: (query: string) => Promise<readonly Candidate[]>;
  /** What comes back is why it was not recorded; undefined: it is. */
  readonly record: (form: SaidForm) => Promise<Phrase | undefined>;
  readonly drop: () => void;
}

export const whoOf = ({ state, name, channel, address }: Speaker): Who =>
  state
    ? { kind: 'person', personId: state.person.id, name: state.person.name }
    : { kind: 'new', name, ...(address === undefined ? {} : { point: { channel, address } }) };
