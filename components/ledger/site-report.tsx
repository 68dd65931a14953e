import { Download } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';

/** What an adapter sees of one composer, censored before it comes here. */
interface ShownReport {
  readonly surface: string;
  readonly hooks?: { readonly version: number; readonly by: string };
  readonly problems: readonly string[];
  readonly found: readonly string[];
  readonly outline: string;
}

export type SiteReportState =
  | { readonly kind: 'asking' | 'none' }
  | { readonly kind: 'ready'; readonly report: ShownReport };

interface Props {
  readonly state: SiteReportState;
  readonly onSave: (report: ShownReport) => void;
}

/** All of it is to be seen before any of it is saved. */
export function SiteReport({ state, onSave }: Props) {
  return (
    <div className="page">
      <p>
        <a href="#/sites">{t('report_back')}</a>
      </p>
      <h1>{t('report_title')}</h1>
      {state.kind === 'asking' && <p className="soft">{t('report_asking')}</p>}
      {state.kind === 'none' && <Notice tone="kunyit">{t('report_none')}</Notice>}
      {state.kind === 'ready' && <Ready report={state.report} onSave={onSave} />}
    </div>
  );
}

function Ready({ report, onSave }: { readonly report: ShownReport } & Pick<Props, 'onSave'>) {
  const { found, outline, problems } = report;
  return (
    <>
      <p>{t('report_what')}</p>
      <Notice tone="plain">{t('report_stays')}</Notice>
      <div className="actions">
        <Button look="safe" icon={Download} onClick={() => onSave(report)}>
          {t('report_save')}
        </Button>
      </div>
      <section className="block">
        <h2>{t('report_hooks')}</h2>
        <p>{problems.length === 0 ? t('report_whole') : t('report_problems', { what: problems.join(', ') })}</p>
        {found.length > 0 && <Lines label={t('report_hooks')} text={found.join('\n')} />}
      </section>
      <section className="block">
        <h2>{t('report_outline')}</h2>
        <Lines label={t('report_outline')} text={outline} />
      </section>
    </>
  );
}

const Lines = ({ label, text }: { readonly label: string; readonly text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="report-lines" aria-label={label} tabIndex={0}>
    <pre>{text}</pre>
  </section>
);
