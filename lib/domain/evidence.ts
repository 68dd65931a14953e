import type { ConsentEvent, Evidence } from './consent.ts';
import { type ConsentType, EVIDENCE_KINDS, type EvidenceKind, type Method } from './enums.ts';
import { VALID } from './transitions.ts';

/** What a kind of evidence can be shown for, and what it cannot (domain.md §4.5). */
export interface EvidenceRule {
  readonly kind: EvidenceKind;
  /** The strongest consent that it supports, and every weaker one. */
  readonly supports: ConsentType;
  /** Written or recorded, as UU PDP 22 wants consent to be. */
  readonly recorded: boolean;
  /** Of these at least one must be there, or there is nothing to show. */
  readonly shows: readonly (keyof Omit<Evidence, 'kind'>)[];
  /** Keys of one plain sentence each. */
  readonly can: `evidence_can_${EvidenceKind}`;
  readonly cannot: `evidence_cannot_${EvidenceKind}`;
}

const rule = (
  kind: EvidenceKind,
  supports: ConsentType,
  recorded: boolean,
  shows: EvidenceRule['shows'],
): EvidenceRule => ({
  kind,
  supports,
  recorded,
  shows,
  can: `evidence_can_${kind}`,
  cannot: `evidence_cannot_${kind}`,
});

export const EVIDENCE_RULES: Readonly<Record<EvidenceKind, EvidenceRule>> = {
  message_ref: rule('message_ref', 'explicit', true, ['locator', 'excerpt', 'sha256']),
  screenshot_hash: rule('screenshot_hash', 'explicit', true, ['sha256', 'locator']),
  form_snapshot: rule('form_snapshot', 'explicit', true, ['sha256', 'locator']),
  file_hash: rule('file_hash', 'explicit', true, ['sha256', 'locator']),
  recording_hash: rule('recording_hash', 'explicit', true, ['sha256', 'locator']),
  note_only: rule('note_only', 'expressed', false, ['excerpt', 'locator']),
};

/** Kinds in which an answer that came by a method is kept; the first is the usual one. */
export const KINDS_OF_METHOD: Readonly<Record<Method, readonly EvidenceKind[]>> = {
  checkbox_form: ['form_snapshot', 'screenshot_hash', 'file_hash'],
  email_reply: ['message_ref', 'file_hash', 'screenshot_hash'],
  chat_reply: ['message_ref', 'screenshot_hash', 'file_hash'],
  signed_doc: ['file_hash', 'screenshot_hash'],
  voice_recorded: ['recording_hash'],
  // What was said in a room is nothing that can be shown: a letter, a reply or a recording has to follow.
  in_person_noted: ['file_hash', 'message_ref', 'recording_hash'],
  double_opt_in: ['form_snapshot', 'message_ref', 'screenshot_hash', 'file_hash'],
  platform_setting: ['screenshot_hash', 'form_snapshot', 'file_hash'],
  unsubscribe_link: ['form_snapshot', 'message_ref', 'file_hash', 'screenshot_hash'],
  reply_keyword: ['message_ref', 'screenshot_hash', 'file_hash'],
  letter: ['file_hash', 'screenshot_hash'],
};

export const EVIDENCE_FAULTS = ['missing', 'note_only', 'in_person', 'nothing_to_show', 'unlike_method'] as const;
export type EvidenceFault = (typeof EVIDENCE_FAULTS)[number];

export interface EvidenceDoubt {
  readonly fault: EvidenceFault;
  /** It cannot be recorded so; else it is recorded, and weak. */
  readonly refused: boolean;
}

type Weighed = Pick<ConsentEvent, 'state' | 'consent_type'> & Partial<Pick<ConsentEvent, 'method' | 'evidence'>>;

/** What speaks against a consent's evidence, refusals first. A restriction needs no proof, so nothing is weighed there. */
export function weighEvidence({ state, consent_type, method, evidence }: Weighed): readonly EvidenceDoubt[] {
  if (!VALID.has(state)) return [];
  const explicit = consent_type === 'explicit';
  if (!evidence) return [{ fault: 'missing', refused: explicit }];
  const { supports, shows } = EVIDENCE_RULES[evidence.kind];
  const doubts: EvidenceDoubt[] = [];
  if (explicit && supports !== 'explicit') doubts.push({ fault: 'note_only', refused: true });
  const fits = method === undefined || KINDS_OF_METHOD[method].includes(evidence.kind);
  if (!fits && method === 'in_person_noted') doubts.push({ fault: 'in_person', refused: explicit });
  if (!fits && method !== 'in_person_noted') doubts.push({ fault: 'unlike_method', refused: false });
  if (shows.every((field) => !evidence[field]?.trim())) doubts.push({ fault: 'nothing_to_show', refused: false });
  return doubts.toSorted((a, b) => Number(b.refused) - Number(a.refused));
}

/** Kinds among which a form lets its user choose, for a consent of that type by that method. */
export const kindsFor = (type: ConsentType, method: Method): readonly EvidenceKind[] =>
  EVIDENCE_KINDS.filter(
    (kind) => !weighEvidence({ state: 'given', consent_type: type, method, evidence: { kind } }).some((d) => d.refused),
  );
