import { useReducer } from 'react';
import { writePhrase } from '@/components/kit/phrase.tsx';
import type { Origin } from '@/components/ledger/import-map.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { FileBytes, ReadOptions } from '@/lib/exchange/formats/format.ts';
import { idsInBulk } from '@/lib/exchange/ids.ts';
import { opsOf, planPrepared, prepareImport, rejected } from '@/lib/exchange/import.ts';
import { readList } from '@/lib/exchange/list.ts';
import type { ColumnMapping } from '@/lib/exchange/mapping.ts';
import type { Choice, PlanContext } from '@/lib/exchange/plan.ts';
import { asLastTime, columnsToRemember } from '@/lib/exchange/remembered.ts';
import type { Running } from '@/lib/exchange/running.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { rememberedMapping, rememberMapping } from '@/lib/platform/remembered-mappings.ts';
import { t } from '@/lib/platform/words.ts';
import { everybody } from './everybody.ts';
import { type Mapped, noteOf, type Planned, type Step, suggestionFor } from './import-steps.ts';
import { useWork } from './use-work.ts';

export interface Import {
  readonly step: Step;
  readonly pick: (file: File) => void;
  readonly reread: (mapped: Mapped, options: ReadOptions) => void;
  readonly map: (mapped: Mapped, column: number, as: ColumnMapping) => void;
  readonly suggestAnew: (mapped: Mapped) => void;
  readonly plan: (mapped: Mapped, origin: Origin) => void;
  readonly decide: (planned: Planned, choices: ReadonlyMap<number, Choice>, takeDoubtful: boolean) => void;
  readonly write: (planned: Planned) => void;
  readonly undo: (done: Extract<Step, { kind: 'done' }>) => void;
  readonly show: (step: Step) => void;
  readonly cancel: () => void;
}

/** From a file to one batch of ops. Each long step can be cancelled, and a cancelled one has written nothing. */
export function useImport(ledger: Ledger, policy: Policy): Import {
  const [step, show] = useReducer((_: Step, next: Step) => next, { kind: 'pick' });
  const work = useWork();

  /** Runs one long step; a cancel leads back. */
  const run = async (label: string, back: Step, job: (running: Running) => Promise<Step>): Promise<void> => {
    const ended = await work.run(job, (advance) => show({ kind: 'busy', label, ...advance }));
    if (ended.kind === 'done') show(ended.value);
    if (ended.kind === 'cancelled') show(back);
    if (ended.kind === 'failed')
      show({ kind: 'pick', wrong: t('import_error_read', { detail: String(ended.thrown) }) });
  };
  const read = async (file: FileBytes, options: ReadOptions, running: Running): Promise<Step> => {
    const list = await readList(file, running, options);
    if (!list.ok) return { kind: 'pick', wrong: writePhrase(list.error) };
    const suggested = suggestionFor(list.value);
    const known = await rememberedMapping(list.value.fingerprint);
    const mapping = known ? asLastTime(list.value.header, suggested, known) : suggested;
    return { kind: 'map', file, options, list: list.value, mapping, asLastTime: known !== undefined };
  };
  const contextOf = (planned: Pick<Planned, 'origin' | 'batch' | 'takeDoubtful' | 'choices'>): PlanContext => ({
    ...planned.origin,
    takeDoubtful: planned.takeDoubtful,
    choices: planned.choices,
    batch: planned.batch,
    newId: idsInBulk(),
    space: PERSONAL_SPACE,
    by: SELF,
    now: new Date().toISOString(),
    lawPacks: policy.lawPacks,
    region: policy.region,
  });

  return {
    step,
    show,
    cancel: work.cancel,
    pick: (file) =>
      void run(t('import_reading', { file: file.name }), { kind: 'pick' }, async (running) =>
        read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, {}, running),
      ),
    reread: (mapped, options) =>
      void run(t('import_reading', { file: mapped.file.name }), { ...mapped, kind: 'map' }, (running) =>
        read(mapped.file, options, running),
      ),
    map: (mapped, column, as) =>
      show({
        ...mapped,
        kind: 'map',
        asLastTime: false,
        mapping: mapped.mapping.map((one, index) => (index === column ? as : one)),
      }),
    suggestAnew: (mapped) => show({ ...mapped, kind: 'map', asLastTime: false, mapping: suggestionFor(mapped.list) }),
    plan: (mapped, origin) =>
      void run(t('import_planning'), { ...mapped, kind: 'map' }, async (running) => {
        const { list, mapping } = mapped;
        await rememberMapping(list.fingerprint, columnsToRemember(list.header, mapping));
        const people = await everybody(ledger, running.signal);
        const prepared = await prepareImport(list, mapping, people, policy.region, running);
        const undecided = { origin, batch: newId(), takeDoubtful: false, choices: new Map<number, Choice>() };
        const preview = await planPrepared(prepared, contextOf(undecided), running);
        return { ...mapped, ...undecided, kind: 'preview', prepared, preview };
      }),
    // Shown at once, and planned anew behind it: rows further down may hang on what was decided higher up.
    decide: async (planned, choices, takeDoubtful) => {
      const next = { ...planned, choices, takeDoubtful };
      show({ ...next, kind: 'preview', replanning: true });
      const ended = await work.run(
        (running) => planPrepared(planned.prepared, contextOf(next), running),
        () => undefined,
      );
      if (ended.kind === 'done') show({ ...next, kind: 'preview', preview: ended.value });
      if (ended.kind === 'failed') throw ended.thrown;
    },
    write: (planned) =>
      void run(t('import_writing'), { ...planned, kind: 'preview', wrong: t('import_cancelled') }, async (running) => {
        const quiet = { ...running, progress: () => undefined };
        const ops = await opsOf(planned.prepared, contextOf(planned), quiet);
        const { signal, progress: onProgress } = running;
        const written = await ledger.appendBulk([ops], { total: ops.length, signal, onProgress });
        if (!written.ok) return { ...planned, kind: 'preview', wrong: writePhrase(phraseOf(written.error)) };
        await note(ledger, { kind: 'import', count: written.value, batch: planned.batch, note: noteOf(planned) });
        // A step is wider than its type: its own kind must come last.
        return { ...planned, kind: 'done', written: written.value, undone: false };
      }),
    undo: async (done) => {
      const undone = await ledger.undo(PERSONAL_SPACE, done.batch, SELF);
      if (!undone.ok) return show({ ...done, wrong: writePhrase(phraseOf(undone.error)) });
      await note(ledger, { kind: 'undo', count: undone.value, batch: done.batch });
      show({ ...done, written: undone.value, undone: true });
    },
  };
}

export const leftOut = ({ preview, takeDoubtful }: Planned) => rejected(preview, takeDoubtful);
