import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';
import { type FileAnswer, TaughtFile } from './taught-file.tsx';
import type { TaughtView } from './taught-view.ts';

interface Props {
  readonly sites: readonly TaughtView[];
  readonly onImport: (text: string) => Promise<FileAnswer>;
}

/** The sites that were taught here or came from a colleague. */
export function TaughtList({ sites, onImport }: Props) {
  return (
    <section className="block" aria-labelledby="taught-head">
      <h2 id="taught-head">{t('taught_head')}</h2>
      <p className="soft">{t('taught_what')}</p>
      {sites.length > 0 && (
        <Table
          caption={t('taught_head')}
          rows={sites}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              head: t('taught_site'),
              cell: ({ id, origin }) => <a href={`#/sites/taught/${encodeURIComponent(id)}`}>{origin}</a>,
            },
            { id: 'channel', head: t('taught_channel'), cell: ({ channel }) => capital(t(`channel_${channel}`)) },
            { id: 'state', head: t('taught_state'), cell: ({ guarded }) => <Guarded guarded={guarded} /> },
          ]}
        />
      )}
      <TaughtFile label={t('taught_import')} onFile={onImport} />
    </section>
  );
}

export const Guarded = ({ guarded }: { readonly guarded: boolean }) => (
  <Chip tone={guarded ? 'daun' : 'kunyit'}>{t(guarded ? 'taught_guarded' : 'taught_waiting')}</Chip>
);
