import type { Subject } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';

interface Props {
  readonly subjects: readonly Subject[];
  readonly onChoose: (address: string, personId: string) => void;
}

/** Whom this chat means. It counts while the chat stays open; opened anew, it is asked anew. */
export function ChoosePerson({ subjects, onChoose }: Props) {
  return (
    <div className="form">
      <ul className="candidates" aria-label={t('warning_who_is_it')}>
        {subjects.map(
          ({ personId, name, outlet, address }) =>
            personId && (
              <li key={personId}>
                <Button onClick={() => onChoose(address, personId)}>
                  <span dir="auto">{name}</span>
                  {outlet && (
                    <span className="soft" dir="auto">
                      {outlet}
                    </span>
                  )}
                </Button>
              </li>
            ),
        )}
      </ul>
      <p className="field-hint">{t('warning_choose_hint')}</p>
    </div>
  );
}
