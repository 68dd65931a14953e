import { Printer } from 'lucide-react';
import type { Overview } from '@/lib/domain/overview.ts';
import type { ActivityOverview } from '@/lib/domain/overview-activity.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Select } from '../kit/select.tsx';
import { CoveragePart } from './overview-coverage.tsx';
import { HeldPart } from './overview-held.tsx';
import { monthName } from './overview-months.ts';
import { ExpiringPart, ListsPart, RequestsPart } from './overview-parts.tsx';
import '../kit/chart.css';

interface Props {
  readonly overview: Overview;
  readonly activity: ActivityOverview;
  /** Those that a report can be made for, newest first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly onMonth: (month: string) => void;
  readonly onPrint: () => void;
  readonly now: string;
}

/** Five questions, each with its picture and its table. */
export function OverviewPage({ overview, activity, months, month, onMonth, onPrint, now }: Props) {
  return (
    <div className="page">
      <div className="person-head">
        <h1>
          <span className="no-print">{t('room_overview')}</span>
          <span className="print-only" aria-hidden>
            {t('overview_report', { month: monthName(month, 'long') })}
          </span>
        </h1>
        <p className="actions no-print">
          <a href="#/overview/retention">{t('retention_link')}</a>
        </p>
      </div>
      <p className="soft">{t('overview_what', { count: overview.people, at: writeInstant(now, 'moment') })}</p>
      <div className="form-line no-print">
        <Select
          label={t('overview_month')}
          value={month}
          onChange={onMonth}
          options={months.map((value) => ({ value, label: monthName(value, 'long') }))}
        />
        <Button icon={Printer} onClick={onPrint}>
          {t('overview_print')}
        </Button>
      </div>
      <CoveragePart coverage={overview.coverage} />
      <ExpiringPart expiring={overview.expiring} expired={overview.expired} />
      <HeldPart activity={activity} month={month} />
      <RequestsPart requests={overview.requests} />
      <ListsPart lists={overview.lists} />
    </div>
  );
}
