import type { RecipientField } from './draft.ts';
import type { Tier } from './enums.ts';

/** A rule's id: stable kebab-case, `domain.md` §7.3. */
export type RuleId = string;

/** Words are keys of the catalogue with values to fill in; a finding never carries a sentence. */
export interface Phrase {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A place in the draft, for "Go to it". Offsets are UTF-16 code units of that zone's text. */
export interface Place {
  readonly zone: 'text' | 'subject' | 'quoted' | 'attachment';
  readonly start: number;
  readonly end: number;
  /** The exact words. Shown in our own frame, never stored. */
  readonly words: string;
  /** Of an attachment: its name; offsets are those of that file's text, or of the part of it that is named. */
  readonly file?: string;
  /** Of an attachment that was read: index of the part. */
  readonly part?: number;
}

export interface Subject {
  /** Address as it stands in the draft. */
  readonly address: string;
  readonly field: RecipientField;
  readonly name?: string;
  readonly outlet?: string;
  readonly personId?: string;
}

/** `act` on webmail; where Izin may not edit, the same fix guides. */
export const FIX_KINDS = [
  'move-to-bcc',
  'remove-people',
  'go-to-it',
  'send-one-by-one',
  'record-consent',
  'add-person',
  'ask-consent',
  'change-purpose',
  'open-record',
  'ask-to-agree',
  'record-agreement',
  'record-permission',
  'check-again',
  'report',
  'reload-page',
  'unlock',
  'remove-it',
  'bind-chat',
  'choose-person',
  'skip-thread',
  'show-members',
  'send-later',
  'show-opt-out',
  'remove-file',
  'show-parts',
  'open-file',
  'back-to-attach',
] as const;
export type FixKind = (typeof FIX_KINDS)[number];

export interface Fix {
  readonly kind: FixKind;
  /** Key `fix_<kind>` unless stated, with its values. */
  readonly label?: Phrase;
  /** Addresses it acts on. */
  readonly addresses?: readonly string[];
  readonly place?: Place;
  /** The release that an agreement is about. */
  readonly releaseId?: string;
  /** Name of the attachment that it acts on. */
  readonly file?: string;
  /** What of that file is to be shown. */
  readonly parts?: 'hidden' | 'people' | 'changes';
}

/** An article that a finding rests on. `mark`: how well the row is verified (V, V2, NV, P). */
export interface LawRef {
  readonly pack: string;
  readonly article: string;
  readonly mark: 'V' | 'V2' | 'NV' | 'P';
}

/** `record`: the rule was wrong too often. `said`: the user wished not to hear it again. */
export interface Moved {
  readonly from: Tier;
  readonly by: 'role' | 'you' | 'team' | 'record' | 'reply' | 'said' | 'trial' | 'budget';
  /** In its trial or over the budget: what it would have been. */
  readonly instead?: Tier;
}

export interface Finding {
  readonly rule: RuleId;
  readonly tier: Tier;
  /** Where it is not the rule's own tier: which one that is, and what changed it last. */
  readonly moved?: Moved;
  readonly kind: 'fact' | 'guess';
  /** One sentence: whom and what. */
  readonly title: Phrase;
  /** One line each: since when, how we know. */
  readonly evidence: readonly Phrase[];
  readonly law: readonly LawRef[];
  readonly subjects: readonly Subject[];
  readonly places: readonly Place[];
  /** Name of the attachment that it is about as a whole. */
  readonly file?: string;
  /** Safe one first. */
  readonly fixes: readonly Fix[];
}

/** All findings of one draft, worst first. An empty list is a clear verdict. */
export interface Verdict {
  readonly tier: Tier;
  readonly findings: readonly Finding[];
  /** False: something was not read or not finished; it is said. */
  readonly complete: boolean;
  readonly purpose: string;
}

export const holds = (tier: Tier): boolean => tier >= 'T2';
