import { Laptop, LockKeyhole, Package, Users } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';

const WAY = [
  { icon: Laptop, name: 'team_way_here', what: 'team_way_here_what' },
  { icon: Package, name: 'team_way_relay', what: 'team_way_relay_what' },
  { icon: Users, name: 'team_way_there', what: 'team_way_there_what' },
] as const;
const LEARNS = ['team_learns_when', 'team_learns_size', 'team_learns_many'] as const;
const NEVER = ['team_never_who', 'team_never_what', 'team_never_names', 'team_never_drafts'] as const;

/** The way of what is shared, and what whoever carries it can learn. */
export function TeamWay() {
  return (
    <section className="block" aria-labelledby="team-way">
      <h2 id="team-way">{t('team_way_head')}</h2>
      <ol className="team-way">
        {WAY.map(({ icon: Icon, name, what }) => (
          <li key={name}>
            <span className="team-way-mark" aria-hidden>
              <Icon size={24} strokeWidth={1.75} />
              {name === 'team_way_relay' && <LockKeyhole size={14} strokeWidth={2} />}
            </span>
            <strong>{t(name)}</strong>
            <span className="soft small">{t(what)}</span>
          </li>
        ))}
      </ol>
      <div className="team-learns">
        <Learns head={t('team_learns')} keys={LEARNS} />
        <Learns head={t('team_never')} keys={NEVER} />
      </div>
      <p className="soft">{t('team_can')}</p>
    </section>
  );
}

function Learns({ head, keys }: { readonly head: string; readonly keys: typeof LEARNS | typeof NEVER }) {
  return (
    <div className="block">
      <h3>{head}</h3>
      <ul className="said-list">
        {keys.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </div>
  );
}
