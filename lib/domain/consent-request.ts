import { type AskText, askText } from './consent-ask.ts';
import { consentChanges } from './consent-changes.ts';
import { recordNow } from './consent-defaults.ts';
import { noticeInForce } from './consent-notice.ts';
import type { Speech } from './consent-speech.ts';
import type { Channel, Purpose } from './enums.ts';
import { type NoticeGap, noticeFacts } from './notice.ts';
import type { Change } from './op.ts';
import { type Instant, type PersonState, SELF } from './person.ts';
import type { Policy } from './policy.ts';
import { ok, type Result } from './result.ts';

export interface RequestFor {
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** The parent or guardian of a child, who is asked instead. */
  readonly guardian?: PersonState;
  readonly reminder: boolean;
}

/** The message that asks this person for this one use, or what the settings lack for it. */
export function requestText(
  policy: Policy,
  state: PersonState,
  { purpose, channel, guardian, reminder }: RequestFor,
  speech: Speech,
): Result<AskText, readonly NoticeGap[]> {
  const facts = noticeFacts(policy, { uses: [{ purpose, basis: 'consent', channels: [channel] }], states: [state] });
  if (!facts.ok) return facts;
  const uri = noticeInForce(policy.notices)?.uri;
  return ok(
    askText(
      {
        person: state.person,
        facts: facts.value,
        reminder,
        ...(guardian ? { guardian: guardian.person } : {}),
        ...(uri ? { noticeUri: uri } : {}),
      },
      speech,
    ),
  );
}

/**
 * The lines by which such a message is known again in a draft: all but the greeting and the close, which a writer may
 * change. Spaces do not count.
 */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n\n')
    .slice(1, -1)
    .flatMap((part) => part.split('\n'))
    .map(plain)
    .filter((line) => line !== '');

/** Every line of the request stands in this draft. */
export const standsIn = (lines: readonly string[], draft: string): boolean => {
  const text = plain(draft);
  return lines.length > 0 && lines.every((line) => text.includes(line));
};

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What is written once a request has left: the state, and the message as evidence by its hash. Never before. */
export function requestedChanges(
  state: PersonState,
  policy: Policy,
  sent: Pick<RequestFor, 'purpose' | 'channel' | 'reminder'> & { readonly at: Instant; readonly sha256: string },
  newId: () => string,
): readonly Change[] {
  const { purpose, channel, reminder, at, sha256 } = sent;
  // A reminder changes no state: it is told by the contact, which is counted.
  if (reminder) return [];
  const said = {
    state: 'requested',
    consent_type: 'none',
    at,
    by_relation: 'controller',
    evidence: { kind: 'message_ref', sha256 },
    recorded_by: SELF,
    recorded_at: at,
  } as const;
  const { lawPacks } = policy;
  const record = recordNow(policy, state, at, false);
  return consentChanges(state, { purpose, channels: [channel], lawPacks, said, record }, newId);
}

export const askedContact = (channel: Channel, at: Instant): Change => ({
  kind: 'contacted',
  contact: { at, channel, purpose: 'consent_request' },
});

/** No answer after the one reminder: the question rests for ninety days. */
export function deferredChanges(
  state: PersonState,
  policy: Policy,
  { purpose, channel, at }: { readonly purpose: Purpose; readonly channel: Channel; readonly at: Instant },
  newId: () => string,
): readonly Change[] {
  const said = {
    state: 'request_deferred',
    consent_type: 'none',
    at,
    by_relation: 'controller',
    recorded_by: SELF,
    recorded_at: at,
  } as const;
  return consentChanges(state, { purpose, channels: [channel], lawPacks: policy.lawPacks, said }, newId);
}
