import { Cloud, CloudOff, RefreshCw } from 'lucide-react';
import type { RelayView, TeamView } from '@/lib/domain/team-view.ts';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip, type Tone } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { Refused } from './team-acts.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly place: TeamView['place'];
  readonly relay: RelayView;
  readonly waiting: number;
  readonly onLook: () => Refused;
}

const STATES = {
  connected: ['daun', 'team_connected'],
  connecting: ['nila', 'team_connecting'],
  away: ['kunyit', 'team_lost'],
} as const satisfies Readonly<Record<RelayView['state'], readonly [Tone, WordKey]>>;

/** How old what is known here is, and what waits. */
export function TeamRelay({ place, relay, waiting, onLook }: Props) {
  const { busy, wrong, run } = useAct();
  const [tone, word] = STATES[relay.state];
  return (
    <section className="block team-relay" aria-label={t('team_state')}>
      <p className="actions">
        <Chip tone={tone} icon={relay.state === 'away' ? CloudOff : Cloud}>
          {t(word)}
        </Chip>
        <span className="soft small" dir="ltr">
          {place.address}
        </span>
        <Button look="word" icon={RefreshCw} disabled={busy} onClick={() => void run(onLook)}>
          {t('team_again')}
        </Button>
      </p>
      {relay.state === 'away' && (
        <p>
          {t(relay.at ? 'team_lost_since' : 'team_lost_never', { at: writeInstant(relay.since, 'moment') })}
          {relay.failure && ` ${t(whyOf(relay.failure.kind))}`}
        </p>
      )}
      <p className="soft small">
        {relay.at ? t('team_newest', { at: writeInstant(relay.at, 'moment') }) : t('team_newest_never')}
        {waiting > 0 && ` ${t('team_waiting', { count: waiting })}`}
      </p>
      {wrong && (
        <Notice tone="kunyit" live>
          {writePhrase(wrong)}
        </Notice>
      )}
    </section>
  );
}

function whyOf(kind: string): WordKey {
  if (kind === 'unreachable') return 'team_lost_unreachable';
  if (kind === 'refused') return 'team_lost_refused';
  return kind === 'full' ? 'team_lost_full' : 'team_lost_other';
}
