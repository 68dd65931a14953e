import { CircleAlert } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Seal } from '../kit/seal.tsx';
import type { Ready } from './view.ts';

/** Messages that are ready to be sent; choosing one writes it into its composer. */
export function Mistakes({
  ready,
  onChoose,
}: {
  readonly ready: readonly Ready[];
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ul className="mistakes">
      {ready.map((each) => (
        <li key={each.id}>
          <button type="button" className="mistake" data-ready={each.id} onClick={() => onChoose(each.id)}>
            {each.clean ? <Seal state="clear" silent /> : <CircleAlert size={22} strokeWidth={1.75} aria-hidden />}
            <span>
              <strong>{t(each.title)}</strong>
              <span className="soft small">{t(each.hint)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
