import { Plus } from 'lucide-react';
import type { SavedList } from '@/lib/domain/saved-list.ts';
import { t } from '@/lib/platform/words.ts';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly lists: readonly SavedList[];
  readonly current?: string;
}

/** Lists that were kept, by name. */
export function ListsIndex({ lists, current }: Props) {
  return (
    <nav className="people-list" aria-label={t('lists_saved')}>
      <div className="people-find">
        <h1>{t('room_lists')}</h1>
        <p className="soft small">{t('lists_what')}</p>
        <a className="button button-plain" href="#/lists/new">
          <Plus size={16} strokeWidth={1.75} aria-hidden />
          {t('lists_new')}
        </a>
      </div>
      <ul className="lists-rows">
        {lists.map(({ id, name, purpose, channel }) => (
          <li key={id}>
            <a className="people-row" href={`#/lists/${id}`} aria-current={id === current ? 'true' : undefined}>
              <span className="people-name" dir="auto">
                {name}
              </span>
              <span className="people-more soft small">
                {capital(t(`purpose_${purpose}`))} · {t(`channel_${channel}`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
