import type { Asking } from '@/lib/domain/consent-asking.ts';
import type { Channel, Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { writeInstant } from '../kit/instant.tsx';

/** One request, as its text was made. */
export interface AskMade {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly reminder: boolean;
  readonly text: string;
}

/** What asking for consent may do. */
export interface AskDesk {
  readonly guardian: (state: PersonState) => Promise<PersonState | undefined>;
  /** Into the message in focus. False: the page did not take it whole. */
  readonly put: (state: PersonState, made: AskMade) => Promise<boolean>;
  /** To the clipboard. False: it did not take it. */
  readonly copy: (state: PersonState, made: AskMade) => Promise<boolean>;
  /** The user says that it was sent. What comes back is why that was not recorded. */
  readonly sent: (state: PersonState, made: AskMade) => Promise<Phrase | undefined>;
  readonly defer: (state: PersonState, of: Pick<AskMade, 'purpose' | 'channel'>) => Promise<Phrase | undefined>;
  /** Who answers for the data, where nobody has said it yet. */
  readonly settle: (controller: { readonly name: string; readonly email: string }) => Promise<Phrase | undefined>;
}

/** Why there is nothing to ask now, since when, and from when there will be. Undefined: they may be asked. */
export function whyNotNow(asking: Asking): string | undefined {
  const at = (instant: string): string => writeInstant(instant);
  switch (asking.kind) {
    case 'ask':
    case 'remind':
      return undefined;
    case 'stopped':
      return t(`asking_stopped_${asking.why}`, { since_at: at(asking.since) });
    case 'agreed':
      return t('asking_agreed', { since_at: at(asking.since) });
    case 'cool-down':
      return t(asking.state === 'refused' ? 'asking_cool_refused' : 'asking_cool_deferred', {
        since_at: at(asking.since),
        from_at: at(asking.from),
      });
    case 'asked':
      return t('asking_asked', { since_at: at(asking.since), from_at: at(asking.remindFrom) });
    case 'silent':
      return t('asking_silent', { since_at: at(asking.since) });
  }
}

/** Rests on a waiting time of ours. */
export const isOurTime = ({ kind }: Asking): boolean => kind === 'cool-down' || kind === 'asked' || kind === 'silent';
