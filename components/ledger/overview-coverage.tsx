import type { Coverage } from '@/lib/domain/overview.ts';
import { t } from '@/lib/platform/words.ts';
import { BarChart } from '../kit/chart-bars.tsx';
import { capital } from '../kit/sentence.ts';
import { OverviewPart } from './overview-part.tsx';
import { OverviewTable } from './overview-table.tsx';

const SHOWN = 8;

export function CoveragePart({ coverage }: { readonly coverage: readonly Coverage[] }) {
  const [first] = coverage;
  const answer = first
    ? t('overview_coverage_answer', {
        reach: first.reach,
        ask: first.ask,
        block: first.block,
        count: first.allow,
        purpose: capital(purposeOf(first)),
        channel: channelOf(first),
      })
    : t('overview_coverage_none');
  const drawn = coverage.filter(({ allow, block }, index) => index === 0 || allow + block > 0).slice(0, SHOWN);
  return (
    <OverviewPart question={t('overview_coverage')} answer={answer}>
      {coverage.length > 0 && (
        <>
          <BarChart
            share
            label={t('overview_coverage')}
            rows={drawn.map((cell) => ({
              id: `${cell.purpose}-${cell.channel}`,
              label: `${capital(purposeOf(cell))} · ${channelOf(cell)}`,
              figure: t('overview_of', { done: cell.allow, total: cell.reach }),
              parts: [
                { id: 'allow', label: t('overview_allow'), tone: 'daun', value: cell.allow },
                { id: 'ask', label: t('overview_ask'), tone: 'kunyit', value: cell.ask },
                { id: 'block', label: t('overview_block'), tone: 'bata', value: cell.block },
              ],
            }))}
          />
          <OverviewTable
            caption={t('overview_table', { of: t('overview_coverage') })}
            rows={coverage}
            rowKey={({ purpose, channel }) => `${purpose}-${channel}`}
            columns={[
              {
                id: 'purpose',
                head: t('overview_purpose'),
                cell: (cell) => `${capital(purposeOf(cell))} · ${channelOf(cell)}`,
              },
              { id: 'allow', head: t('overview_allow'), numeric: true, cell: ({ allow }) => n(allow) },
              { id: 'ask', head: t('overview_ask'), numeric: true, cell: ({ ask }) => n(ask) },
              { id: 'block', head: t('overview_block'), numeric: true, cell: ({ block }) => n(block) },
              { id: 'reach', head: t('overview_reach'), numeric: true, cell: ({ reach }) => n(reach) },
            ]}
          />
        </>
      )}
    </OverviewPart>
  );
}

const n = (count: number): string => t('backup_number', { count });
const purposeOf = ({ purpose }: Coverage): string => t(`purpose_${purpose}`);
const channelOf = ({ channel }: Coverage): string => t(`channel_${channel}`);
