import type { Evidence } from '@/lib/domain/consent.ts';
import { type ConsentWish, consentChanges, type NewRecordFields, stopChanges } from '@/lib/domain/consent-changes.ts';
import { stateFor } from '@/lib/domain/consent-state.ts';
import type { Channel, LawPackId, Method, Purpose } from '@/lib/domain/enums.ts';
import type { Change } from '@/lib/domain/op.ts';
import { type PersonState, SELF } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { EVIDENCE_OF } from '../kit/evidence.ts';
import { standingFor } from '../ledger/standing.ts';
import type { Recording } from './record-bar.tsx';

export type StopScope = 'all' | 'channel' | 'purpose';

interface Said {
  readonly kind: Recording;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly method: Method;
  /** The person's own words; may be empty where a refusal needs none. */
  readonly words: string;
  readonly scope: StopScope;
  /** What was caught in the page; left out: the words alone. */
  readonly evidence?: Evidence;
  /** When it was said; left out: now. */
  readonly at?: string;
}

interface How {
  readonly lawPacks: readonly LawPackId[];
  readonly now: string;
  readonly newId: () => string;
  /** What a new record says beside its one use. */
  readonly record?: NewRecordFields;
}

/** What the short forms write: as said by the person, with its evidence. */
export function changesOf(state: PersonState, said: Said, { lawPacks, now, newId, record }: How): readonly Change[] {
  const { kind, purpose, channel, method, words, scope } = said;
  const event = {
    at: said.at ?? now,
    by_relation: 'self',
    method,
    ...(said.evidence
      ? { evidence: said.evidence }
      : words
        ? { evidence: { kind: EVIDENCE_OF[method], excerpt: words } }
        : {}),
    recorded_by: SELF,
    recorded_at: now,
  } as const;
  const wish = { purpose, channels: [channel], lawPacks, ...(record ? { record } : {}) } as const;
  switch (kind) {
    case 'note':
      return [{ kind: 'note', note: { id: newId(), text: words, at: now } }];
    case 'stop': {
      const narrow = scope === 'channel' ? { channel } : scope === 'purpose' ? { purpose } : {};
      const source = [t(`method_${method}`), words && `“${words}”`].filter(Boolean).join(': ');
      const proof = said.evidence ? { evidence: said.evidence } : {};
      return stopChanges(state, { ...narrow, ...proof, said: event, source }, newId);
    }
    case 'refused': {
      // Who had agreed withdraws; a refusal answers a question.
      const before = standingFor(state, purpose, channel, now).state;
      const to = before === 'given' || before === 'renewed' ? 'withdrawn' : 'refused';
      return answered(state, { ...wish, said: { ...event, state: to, consent_type: 'none' } }, now, newId);
    }
    case 'given': {
      const before = standingFor(state, purpose, channel, now).state;
      const to = before === 'given' || before === 'renewed' || before === 'expired' ? 'renewed' : 'given';
      return consentChanges(state, { ...wish, said: { ...event, state: to, consent_type: 'expressed' } }, newId);
    }
  }
}

/**
 * A refusal answers a question (domain.md §4.3): where nothing is on record, a record begins as unknown, and the refusal
 * follows it there.
 */
function answered(state: PersonState, wish: ConsentWish, now: string, newId: () => string): readonly Change[] {
  const scope = { purpose: wish.purpose, channel: wish.channels[0] ?? 'email' };
  const before = state.records.map((record) => stateFor(record, scope, now).state);
  if (wish.said.state !== 'refused' || before.some((one) => one !== 'none')) return consentChanges(state, wish, newId);
  const { evidence: _, method: __, ...bare } = wish.said;
  const begun = consentChanges(state, { ...wish, said: { ...bare, state: 'unknown' } }, newId);
  return begun.flatMap((change): readonly Change[] =>
    change.kind === 'consent'
      ? [change, { ...change, event: { ...change.event, ...wish.said, event_id: newId() } }]
      : [change],
  );
}
