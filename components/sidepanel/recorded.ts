import { consentChanges, stopChanges } from '@/lib/domain/consent-changes.ts';
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
}

interface How {
  readonly lawPacks: readonly LawPackId[];
  readonly now: string;
  readonly newId: () => string;
}

/** What the short forms write: as said by the person, now, with its evidence. */
export function changesOf(state: PersonState, said: Said, { lawPacks, now, newId }: How): readonly Change[] {
  const { kind, purpose, channel, method, words, scope } = said;
  const event = {
    at: now,
    by_relation: 'self',
    method,
    ...(words ? { evidence: { kind: EVIDENCE_OF[method], excerpt: words } } : {}),
    recorded_by: SELF,
    recorded_at: now,
  } as const;
  const wish = { purpose, channels: [channel], lawPacks } as const;
  switch (kind) {
    case 'note':
      return [{ kind: 'note', note: { id: newId(), text: words, at: now } }];
    case 'stop': {
      const narrow = scope === 'channel' ? { channel } : scope === 'purpose' ? { purpose } : {};
      const source = [t(`method_${method}`), words && `“${words}”`].filter(Boolean).join(': ');
      return stopChanges(state, { ...narrow, said: event, source }, newId);
    }
    case 'refused': {
      // Who had agreed withdraws; a refusal answers a question.
      const before = standingFor(state, purpose, channel, now).state;
      const to = before === 'given' || before === 'renewed' ? 'withdrawn' : 'refused';
      return consentChanges(state, { ...wish, said: { ...event, state: to, consent_type: 'none' } }, newId);
    }
    case 'given': {
      const before = standingFor(state, purpose, channel, now).state;
      const to = before === 'given' || before === 'renewed' || before === 'expired' ? 'renewed' : 'given';
      return consentChanges(state, { ...wish, said: { ...event, state: to, consent_type: 'expressed' } }, newId);
    }
  }
}
