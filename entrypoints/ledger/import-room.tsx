import { Notice } from '@/components/kit/notice.tsx';
import { ImportDone } from '@/components/ledger/import-done.tsx';
import { ImportMap } from '@/components/ledger/import-map.tsx';
import { ImportPick } from '@/components/ledger/import-pick.tsx';
import { ImportPreview } from '@/components/ledger/import-preview.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import type { Policy } from '@/lib/domain/policy.ts';
import { FIELDS } from '@/lib/exchange/fields.ts';
import { mappingProblems } from '@/lib/exchange/mapping.ts';
import { rejectedCsv } from '@/lib/exchange/rejects.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { ExportRoom } from './export-room.tsx';
import { sayRow, toldOf } from './import-file.ts';
import { type Import, leftOut, useImport } from './use-import.ts';

export function ImportRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const work = useImport(ledger, policy);
  return (
    <div className="page">
      <h1>{t('room_import')}</h1>
      <ImportStep {...work} policy={policy} />
      {work.step.kind === 'pick' && <ExportRoom ledger={ledger} policy={policy} />}
    </div>
  );
}

function ImportStep({
  step,
  policy,
  pick,
  map,
  plan,
  write,
  undo,
  show,
  cancel,
}: Import & { readonly policy: Policy }) {
  const again = (): void => show({ kind: 'pick' });
  switch (step.kind) {
    case 'pick':
      return <ImportPick {...(step.wrong ? { wrong: step.wrong } : {})} onFile={pick} />;
    case 'busy':
      return <Progress {...step} onCancel={cancel} />;
    case 'map':
      return (
        <ImportMap
          told={toldOf(step.name, step.list)}
          header={step.list.header}
          sample={step.list.rows.slice(0, 20).map(({ cells }) => cells)}
          fields={FIELDS}
          mapping={step.mapping}
          onMapping={(column, field) => map(step, column, field)}
          problems={mappingProblems(step.mapping)}
          purpose={policy.purpose}
          onPreview={(origin) => plan(step, origin, false)}
          onBack={again}
        />
      );
    case 'preview':
      return (
        <>
          {step.wrong && (
            <Notice tone="kunyit" live>
              {step.wrong}
            </Notice>
          )}
          <ImportPreview
            counts={step.preview.counts}
            lines={step.preview.rows.map(({ row, name, status, said }) => ({ line: row.line, name, status, said }))}
            say={sayRow}
            willWrite={step.preview.ops.length}
            takeDoubtful={step.takeDoubtful}
            onTakeDoubtful={(take) => plan(step, step.origin, take)}
            onImport={() => write(step)}
            onRejected={() => saveRejected(step)}
            onBack={() => show({ kind: 'map', name: step.name, list: step.list, mapping: step.mapping })}
          />
        </>
      );
    case 'done':
      return (
        <ImportDone
          written={step.written}
          leftOut={leftOut(step).length}
          undone={step.undone}
          {...(step.wrong ? { wrong: step.wrong } : {})}
          onUndo={() => undo(step)}
          onRejected={() => saveRejected(step)}
          onAgain={again}
        />
      );
  }
}

function saveRejected(step: Parameters<typeof leftOut>[0]): void {
  const words = { line: t('import_col_line'), reason: t('import_col_reason'), say: sayRow };
  download(`${t('import_file')}.csv`, rejectedCsv(step.list.header, leftOut(step), words));
}
