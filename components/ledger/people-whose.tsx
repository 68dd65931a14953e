import { t } from '@/lib/platform/words.ts';
import { Select } from '../kit/select.tsx';
import { listOf, type TeamList } from './team-share.tsx';

interface Props {
  readonly value: string;
  /** The space of one's own list. */
  readonly own: string;
  readonly lists: readonly TeamList[];
  readonly onChange: (space: string) => void;
}

/** One's own list, or one that is shared. */
export const PeopleWhose = ({ value, own, lists, onChange }: Props) => (
  <Select
    label={t('people_whose')}
    value={value}
    onChange={onChange}
    options={[
      { value: own, label: t('people_own') },
      ...lists.map((one) => ({ value: one.space, label: `${listOf(one)} · ${one.team}` })),
    ]}
  />
);
