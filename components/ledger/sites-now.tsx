import { Check, CircleAlert, CircleHelp } from 'lucide-react';
import type { ReadProblem } from '@/lib/domain/draft.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { Notice } from '../kit/notice.tsx';
import { listed } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';

/** One frame of one open tab in which Izin is. */
export interface OpenSite {
  readonly tabId: number;
  readonly frameId: number;
  readonly name: string;
  readonly problems: readonly ReadProblem[];
  /** Writing boxes seen since the page was loaded. */
  readonly boxes: number;
  readonly hooks?: { readonly version: number; readonly by: 'built-in' | 'correction' | 'taught' };
}

/** Every watched page that is open, and what the self-check on it says. */
export function SitesNow({ open }: { readonly open: readonly OpenSite[] | 'unreachable' | undefined }) {
  return (
    <section className="block">
      <h2>{t('sites_now')}</h2>
      {open === 'unreachable' && <Notice tone="kunyit">{t('sites_now_unreachable')}</Notice>}
      {open !== undefined && open !== 'unreachable' && open.length === 0 && (
        <p className="soft">{t('sites_now_none')}</p>
      )}
      {open !== undefined && open !== 'unreachable' && open.length > 0 && (
        <Table
          caption={t('sites_now')}
          rows={open}
          rowKey={({ tabId, frameId }) => `${tabId}/${frameId}`}
          columns={[
            { id: 'name', head: t('sites_name'), cell: ({ name }) => name },
            { id: 'state', head: t('sites_state'), cell: (site) => <State {...site} /> },
            { id: 'by', head: t('sites_by'), cell: ({ hooks }) => hooksWord(hooks) },
            { id: 'report', head: t('sites_report'), cell: (site) => site.boxes > 0 && <Report {...site} /> },
          ]}
        />
      )}
    </section>
  );
}

const Report = ({ name, tabId, frameId }: OpenSite) => (
  <a href={`#/sites/report/${tabId}/${frameId}`} aria-label={t('sites_report_one', { name })}>
    {t('sites_report_look')}
  </a>
);

function State({ problems, boxes }: OpenSite) {
  if (problems.length > 0)
    return (
      <Chip tone="kunyit" icon={CircleAlert}>
        {t('sites_state_part', { what: listed(problems.map((part) => t(`popup_part_${part}`))) })}
      </Chip>
    );
  if (boxes === 0) return <Chip icon={CircleHelp}>{t('sites_state_none')}</Chip>;
  return (
    <Chip tone="daun" icon={Check}>
      {t('sites_state_whole')}
    </Chip>
  );
}

function hooksWord(hooks: OpenSite['hooks']): string {
  if (hooks === undefined) return t('sites_by_code');
  return t(`sites_by_${hooks.by}`, { version: hooks.version });
}
