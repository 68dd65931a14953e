import { PersonForm } from '@/components/ledger/person-form.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { finder } from './people-find.ts';
import { goTo } from './route.ts';

export function NewPersonRoom({ ledger }: { readonly ledger: Ledger }) {
  return (
    <article className="person">
      <h1>{t('people_new')}</h1>
      <PersonForm
        find={finder(ledger)}
        onCancel={() => goTo('people')}
        onSave={async (set) => {
          const id = newId();
          const refused = await writer(ledger, PERSONAL_SPACE, 'person', id)([{ kind: 'person', set }]);
          if (refused === undefined) goTo(`people/${id}`);
          return refused;
        }}
      />
    </article>
  );
}
