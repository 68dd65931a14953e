import { rule as channelMismatch } from './channel-mismatch.rule.ts';
import { rule as clearanceTooLow } from './clearance-too-low.rule.ts';
import { rule as consentExpired } from './consent-expired.rule.ts';
import { rule as contactCap } from './contact-cap.rule.ts';
import { rule as contactListAttached } from './contact-list-attached.rule.ts';
import { rule as embargoEarly } from './embargo-early.rule.ts';
import { rule as embargoIncomplete } from './embargo-incomplete.rule.ts';
import { rule as embargoNotAgreed } from './embargo-not-agreed.rule.ts';
import { rule as exposedRecipients } from './exposed-recipients.rule.ts';
import { rule as fileNotChecked } from './file-not-checked.rule.ts';
import { rule as forgottenAttachment } from './forgotten-attachment.rule.ts';
import { rule as guardianMissing } from './guardian-missing.rule.ts';
import { rule as hiddenMembers } from './hidden-members.rule.ts';
import { rule as hiddenSheet } from './hidden-sheet.rule.ts';
import { rule as identifierInText } from './identifier-in-text.rule.ts';
import { rule as individualSubscriber } from './individual-subscriber.rule.ts';
import { rule as internalNotes } from './internal-notes.rule.ts';
import { rule as ledgerLocked } from './ledger-locked.rule.ts';
import { rule as marketingWithoutConsent } from './marketing-without-consent.rule.ts';
import { rule as missingOptOut } from './missing-opt-out.rule.ts';
import { rule as noBasis } from './no-basis.rule.ts';
import { rule as noUnsolicited } from './no-unsolicited.rule.ts';
import { rule as optedOut } from './opted-out.rule.ts';
import { rule as otherPartyTerms } from './other-party-terms.rule.ts';
import { rule as purposeMismatch } from './purpose-mismatch.rule.ts';
import { rule as quietHours } from './quiet-hours.rule.ts';
import { rule as quotedHistory } from './quoted-history.rule.ts';
import { rule as recipientsUnreadable } from './recipients-unreadable.rule.ts';
import { rule as requestAgain } from './request-again.rule.ts';
import { rule as rightsRequestOpen } from './rights-request-open.rule.ts';
import type { Rule } from './rule.ts';
import { rule as secretTerm } from './secret-term.rule.ts';
import { rule as sharedTitle } from './shared-title.rule.ts';
import { rule as sourceUnknown } from './source-unknown.rule.ts';
import { rule as specificData } from './specific-data.rule.ts';
import { rule as stopWordSeen } from './stop-word-seen.rule.ts';
import { rule as surfaceDegraded } from './surface-degraded.rule.ts';
import { rule as teamOutOfReach } from './team-out-of-reach.rule.ts';
import { rule as thirdPartyData } from './third-party-data.rule.ts';
import { rule as trackedChanges } from './tracked-changes.rule.ts';
import { rule as unfilledPlaceholder } from './unfilled-placeholder.rule.ts';
import { rule as unknownPerson } from './unknown-person.rule.ts';
import { rule as wrongGreeting } from './wrong-greeting.rule.ts';

/** Written out, because scripts run without a bundler's glob. Of findings of one tier the earlier rule's come first. */
export const RULES: readonly Rule[] = [
  ledgerLocked,
  optedOut,
  rightsRequestOpen,
  guardianMissing,
  recipientsUnreadable,
  sharedTitle,
  exposedRecipients,
  hiddenMembers,
  embargoEarly,
  embargoNotAgreed,
  embargoIncomplete,
  internalNotes,
  secretTerm,
  clearanceTooLow,
  hiddenSheet,
  contactListAttached,
  trackedChanges,
  identifierInText,
  thirdPartyData,
  otherPartyTerms,
  specificData,
  quotedHistory,
  unfilledPlaceholder,
  marketingWithoutConsent,
  missingOptOut,
  consentExpired,
  noBasis,
  noUnsolicited,
  individualSubscriber,
  purposeMismatch,
  channelMismatch,
  requestAgain,
  stopWordSeen,
  wrongGreeting,
  contactCap,
  quietHours,
  sourceUnknown,
  unknownPerson,
  teamOutOfReach,
  forgottenAttachment,
  fileNotChecked,
  surfaceDegraded,
];
