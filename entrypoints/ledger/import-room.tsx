import { writePhrase } from '@/components/kit/phrase.tsx';
import { ImportDone } from '@/components/ledger/import-done.tsx';
import { ImportMap } from '@/components/ledger/import-map.tsx';
import { ImportPick } from '@/components/ledger/import-pick.tsx';
import { ImportPreview } from '@/components/ledger/import-preview.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { PURPOSES } from '@/lib/domain/enums.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { FIELDS, isDataField } from '@/lib/exchange/fields.ts';
import { mappingProblems } from '@/lib/exchange/mapping.ts';
import { rejectedCsv } from '@/lib/exchange/rejects.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { ExportRoom } from './export-room.tsx';
import { sayRow, toldOf } from './import-file.ts';
import { filledColumns, type Mapped, sampleOf } from './import-steps.ts';
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

function ImportStep(work: Import & { readonly policy: Policy }) {
  const { step, policy, show } = work;
  const again = (): void => show({ kind: 'pick' });
  switch (step.kind) {
    case 'pick':
      return <ImportPick {...(step.wrong ? { wrong: step.wrong } : {})} onFile={work.pick} />;
    case 'busy':
      return <Progress {...step} onCancel={work.cancel} />;
    case 'map':
      return <MapStep {...work} mapped={step} purpose={policy.purpose} onBack={again} />;
    case 'preview':
      return (
        <ImportPreview
          counts={step.preview.counts}
          lines={step.preview.rows.map(({ row: { line }, ...more }) => ({ ...more, line }))}
          choices={step.choices}
          say={sayRow}
          willWrite={step.preview.willWrite}
          leftOut={leftOut(step).length}
          replanning={step.replanning ?? false}
          {...(step.wrong ? { wrong: step.wrong } : {})}
          takeDoubtful={step.takeDoubtful}
          onTakeDoubtful={(take) => work.decide(step, step.choices, take)}
          onChoices={(choices) => work.decide(step, choices, step.takeDoubtful)}
          onImport={() => work.write(step)}
          onRejected={() => saveRejected(step)}
          onBack={() => show({ ...step, kind: 'map' })}
        />
      );
    case 'done':
      return (
        <ImportDone
          written={step.written}
          leftOut={leftOut(step).length}
          undone={step.undone}
          {...(step.wrong ? { wrong: step.wrong } : {})}
          onUndo={() => work.undo(step)}
          onRejected={() => saveRejected(step)}
          onAgain={again}
        />
      );
  }
}

const ORDINARY = FIELDS.filter((field) => !isDataField(field));

function MapStep({
  mapped,
  purpose,
  onBack,
  ...work
}: Import & { readonly mapped: Mapped; readonly purpose: Policy['purpose']; readonly onBack: () => void }) {
  const { list, mapping, file, options, asLastTime } = mapped;
  const sample = sampleOf(list);
  const filled = filledColumns(list);
  return (
    <ImportMap
      told={toldOf(file.name, list)}
      warned={(list.warned ?? []).map(writePhrase)}
      columns={list.header.map((heading, index) => ({
        heading,
        filled: filled[index] ?? false,
        sample: sample.flatMap((cells) => cells[index]?.trim() || []).slice(0, 2),
        ...(mapping[index] ?? { field: null, confidence: 0 }),
      }))}
      fields={ORDINARY}
      purposes={PURPOSES}
      onMapping={(column, { excess, ...as }) => {
        const known = mapping[column]?.excess;
        work.map(mapped, column, excess && known ? { ...as, excess: known } : as);
      }}
      asLastTime={asLastTime}
      onSuggestAnew={() => work.suggestAnew(mapped)}
      {...(list.sheets && list.sheet !== undefined
        ? {
            book: {
              sheets: list.sheets,
              sheet: list.sheet,
              hiddenParts: list.hiddenParts ?? false,
              hidden: options.hidden ?? false,
            },
          }
        : {})}
      onBook={(sheet, hidden) => work.reread(mapped, { sheet, hidden })}
      problems={mappingProblems(mapping)}
      purpose={purpose}
      onPreview={(origin) => work.plan(mapped, origin)}
      onBack={onBack}
    />
  );
}

function saveRejected(step: Parameters<typeof leftOut>[0]): void {
  const words = { line: t('import_col_line'), reason: t('import_col_reason'), say: sayRow };
  download(`${t('import_file')}.csv`, rejectedCsv(step.list.header, leftOut(step), words));
}
