import type { ConsentState, Relation } from './enums.ts';

/** The table of `domain.md` §4.3 as data. What is not listed is refused when an event is recorded. */
export const MAY_FOLLOW: Readonly<Record<ConsentState | 'none', readonly ConsentState[]>> = {
  none: ['unknown', 'requested', 'given'],
  unknown: ['requested', 'given', 'refused', 'invalidated'],
  requested: ['given', 'refused', 'request_deferred', 'expired'],
  request_deferred: ['requested', 'given', 'refused'],
  refused: ['given', 'requested'],
  given: ['withdrawn', 'revoked', 'expired', 'invalidated', 'renewed'],
  renewed: ['withdrawn', 'revoked', 'expired', 'invalidated', 'renewed'],
  expired: ['requested', 'renewed', 'given'],
  withdrawn: ['given'],
  revoked: ['requested', 'given'],
  invalidated: ['requested', 'given'],
};

/** Who may make an event of that state. */
export const MAY_MAKE: Readonly<Record<ConsentState, readonly Relation[]>> = {
  unknown: ['self', 'guardian', 'representative', 'controller', 'authority', 'imported'],
  requested: ['self', 'guardian', 'representative', 'controller', 'authority', 'imported'],
  request_deferred: ['self', 'guardian', 'representative', 'controller', 'authority', 'imported'],
  refused: ['self', 'guardian', 'representative', 'imported'],
  given: ['self', 'guardian', 'representative', 'imported'],
  renewed: ['self', 'guardian'],
  withdrawn: ['self', 'guardian'],
  revoked: ['controller', 'authority', 'representative'],
  invalidated: ['self', 'guardian', 'representative', 'controller', 'authority'],
  expired: ['clock'],
};

/** Only the person (or the guardian) takes back a refusal or a withdrawal of their own. */
export const OWN_WORD: ReadonlySet<ConsentState> = new Set(['refused', 'withdrawn']);
export const OWN_VOICE: ReadonlySet<Relation> = new Set(['self', 'guardian']);

export const REASON_REQUIRED: ReadonlySet<ConsentState> = new Set(['revoked', 'invalidated']);
/** The only two that are valid for processing. */
export const VALID: ReadonlySet<ConsentState> = new Set(['given', 'renewed']);

// Our own policy (domain.md §5.3), not law.
export const REQUEST_WINDOW_DAYS = 30;
export const DEFERRED_DAYS = 90;
export const REFUSED_MONTHS = 12;
export const CLOCK_SKEW_MINUTES = 5;
