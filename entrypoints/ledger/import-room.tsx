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
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { currentLanguage, t } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { ExportRoom } from './export-room.tsx';
import { openDesk } from './import-desk.ts';
import { sayRow, toldOf } from './import-file.ts';
import type { Mapped } from './import-steps.ts';
import { type Import, useImport } from './use-import.ts';
import { useLines } from './use-lines.ts';

export function ImportRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const work = useImport(ledger, policy, openDesk);
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
  const lines = useLines(work.desk, step.kind === 'preview' && !step.replanning ? step.plan : undefined);
  const again = (): void => show({ kind: 'pick' });
  const saveRejected = async (): Promise<void> =>
    download(`${t('import_file')}.csv`, await work.desk.rejected(currentLanguage()));
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
          {...step.plan}
          {...lines}
          say={sayRow}
          replanning={step.replanning ?? false}
          {...(step.wrong ? { wrong: step.wrong } : {})}
          onTakeDoubtful={(take) => work.decide(step, { kind: 'doubtful', take })}
          onChoice={(line, choice) => work.decide(step, { kind: 'row', line, ...(choice ? { choice } : {}) })}
          onAll={(as) => work.decide(step, { kind: 'all', as })}
          onImport={() => work.write(step)}
          onRejected={() => void saveRejected()}
          onBack={() => show({ ...step, kind: 'map' })}
        />
      );
    case 'done':
      return (
        <ImportDone
          written={step.written}
          leftOut={step.plan.leftOut}
          undone={step.undone}
          {...(step.wrong ? { wrong: step.wrong } : {})}
          onUndo={() => work.undo(step)}
          onRejected={() => void saveRejected()}
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
  return (
    <ImportMap
      told={toldOf(file.name, list)}
      warned={(list.warned ?? []).map(writePhrase)}
      columns={list.header.map((heading, index) => ({
        heading,
        filled: list.filled[index] ?? false,
        sample: list.sample.flatMap((cells) => cells[index]?.trim() || []).slice(0, 2),
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
