import { Download, Eye, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Wrong } from '../kit/wrong.tsx';
import { TaughtForm } from './taught-form.tsx';
import { Guarded } from './taught-list.tsx';
import type { TaughtEdit, TaughtView } from './taught-view.ts';

interface Props {
  readonly site: TaughtView;
  /** Asks the browser; called from the click. */
  readonly onGuard: () => Promise<Phrase | undefined>;
  readonly onStop: () => Promise<Phrase | undefined>;
  readonly onSave: (edit: TaughtEdit) => Promise<readonly Phrase[]>;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}

/** One taught site: what Izin understood, and whether it guards there. */
export function TaughtSitePage({ site, onGuard, onStop, onSave, onExport, onDelete }: Props) {
  const [wrong, setWrong] = useState<Phrase>();
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState(false);
  const { teachers, version } = site;
  return (
    <div className="page">
      <a className="back" href="#/sites/taught">
        {t('taught_back')}
      </a>
      <h1>{site.name}</h1>
      <p className="taught-state">
        <Guarded guarded={site.guarded} /> <span className="soft">{site.origin}</span>
      </p>
      <Wrong phrase={wrong} />
      {site.guarded ? (
        <Notice tone="daun">{t('taught_guards', { origin: site.origin })}</Notice>
      ) : (
        <section className="block" aria-labelledby="taught-allow">
          <h2 id="taught-allow">{t('taught_allow_head')}</h2>
          <p>{t('taught_allow_what', { origin: site.origin })}</p>
          <p className="actions">
            <Button look="safe" icon={Eye} onClick={() => void onGuard().then(setWrong)}>
              {t('taught_allow')}
            </Button>
          </p>
        </section>
      )}
      <section className="block" aria-labelledby="taught-learnt">
        <h2 id="taught-learnt">{t('taught_learnt')}</h2>
        {site.boxes.map(({ name, told }) => (
          <ul key={name} className="taught-told">
            {told.map((phrase) => (
              <li key={phrase.key}>{writePhrase(phrase)}</li>
            ))}
          </ul>
        ))}
        <p className="soft small">
          {t('taught_version', { version, on: writeInstant(site.taughtAt) })}{' '}
          {t('taught_teachers', { count: teachers })}
        </p>
        <p className="soft small">{t('taught_limits')}</p>
      </section>
      {editing && (
        <TaughtForm
          site={site}
          onSave={async (edit) => {
            const faults = await onSave(edit);
            setEditing(faults.length > 0);
            return faults;
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      <p className="actions">
        {!editing && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {t('taught_edit')}
          </Button>
        )}
        <Button icon={Download} onClick={onExport}>
          {t('taught_export')}
        </Button>
        {site.guarded && (
          <Button look="word" onClick={() => void onStop().then(setWrong)}>
            {t('taught_stop')}
          </Button>
        )}
        {sure ? (
          <Button look="danger" icon={Trash2} autoFocus onClick={onDelete} onBlur={() => setSure(false)}>
            {t('taught_delete_sure')}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            {t('taught_delete')}
          </Button>
        )}
      </p>
    </div>
  );
}
