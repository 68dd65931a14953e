/** Why a change was not accepted. `code` picks the words, `params` fill them. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string>>;
}

export const REFUSAL_CODES = [
  'transition',
  'relation',
  'too-soon',
  'not-yet',
  'future',
  'no-instant',
  'reason-required',
  'evidence-required',
  'note-only',
  'in-person',
  'before-withdrawal',
  'was-given',
  'never-given',
  'not-a-child',
  'until-before-at',
  'unknown-event',
  'duplicate-event',
  'no-record',
  'no-process',
  'no-request',
  'request-before',
  'request-closed',
  'request-transition',
  'request-reason',
  'request-unfinished',
  'request-extension',
  'request-first',
  'request-step',
  'erased',
  /** Of a space that this member may read only, and of what only its admins may do. */
  'read-only',
  'admins-only',
  /** More than one envelope holds. */
  'too-large',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const refusal = (code: RefusalCode, params: Readonly<Record<string, string>> = {}): Refusal => ({
  code,
  params,
});
