import { PersonForm } from '@/components/ledger/person-form.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { finder } from './people-find.ts';
import { peopleAt } from './people-path.ts';
import { goTo } from './route.ts';

export function NewPersonRoom({ ledger, space }: { readonly ledger: Ledger; readonly space: SpaceId }) {
  return (
    <article className="person">
      <h1>{t('people_new')}</h1>
      <PersonForm
        find={finder(ledger, space)}
        onCancel={() => goTo(peopleAt(space))}
        onSave={async (set) => {
          const id = newId();
          const refused = await writer(ledger, space, 'person', id)([{ kind: 'person', set }]);
          if (refused === undefined) goTo(peopleAt(space, id));
          return refused;
        }}
      />
    </article>
  );
}
