import { chatShown } from '@/lib/domain/chat.ts';
import type { Subject } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';

/** Who is meant, where a finding is about more than one. */
export function People({ subjects }: { readonly subjects: readonly Subject[] }) {
  if (subjects.length < 2) return null;
  return (
    <Disclosure inline summary={t('warning_who', { count: subjects.length })}>
      <ul className="people">
        {subjects.map((subject) => (
          <li key={`${subject.field} ${subject.address} ${subject.personId ?? ''}`} dir="auto">
            {subject.name ? `${subject.name} · ` : ''}
            {subject.outlet ? `${subject.outlet} · ` : ''}
            <span className="soft">
              {t(`field_${subject.field}`)}: {chatShown(subject.address)}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
