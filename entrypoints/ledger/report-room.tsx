import { useEffect, useState } from 'react';
import { SiteReport, type SiteReportState } from '@/components/ledger/site-report.tsx';
import { askGuard } from '@/lib/bus/to-guard.ts';
import { download } from './download.ts';

/** What the adapter sees in one frame, censored: shown first, and saved to a file only if the user wants it. */
export function ReportRoom({ at: [tabId, frameId] }: { readonly at: readonly string[] }) {
  const [state, setState] = useState<SiteReportState>({ kind: 'asking' });
  useEffect(() => {
    void askGuard({ tabId: Number(tabId), frameId: Number(frameId) }, 'report', null).then((answer) =>
      setState(answer.ok && answer.value ? { kind: 'ready', report: answer.value } : { kind: 'none' }),
    );
  }, [tabId, frameId]);
  return (
    <SiteReport
      state={state}
      onSave={(report) =>
        download(`izin-report-${report.surface.replaceAll(':', '-')}.txt`, textOf(report), 'text/plain')
      }
    />
  );
}

function textOf(report: Extract<SiteReportState, { kind: 'ready' }>['report']): string {
  const { surface, hooks, problems, found, outline } = report;
  return [
    `surface: ${surface}`,
    `hooks: ${hooks ? `${hooks.by} ${hooks.version}` : 'code'}`,
    `problems: ${problems.join(', ') || 'none'}`,
    ...found.map((line) => `found: ${line}`),
    '',
    outline,
    '',
  ].join('\n');
}
