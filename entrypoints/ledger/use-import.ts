import { useEffect, useReducer, useRef } from 'react';
import { writePhrase } from '@/components/kit/phrase.tsx';
import type { Origin } from '@/components/ledger/import-map.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Decision, Desk } from '@/lib/exchange/desk.ts';
import type { ReadOptions } from '@/lib/exchange/formats/format.ts';
import type { ColumnMapping } from '@/lib/exchange/mapping.ts';
import { asLastTime, columnsToRemember } from '@/lib/exchange/remembered.ts';
import type { Running } from '@/lib/exchange/running.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { rememberedMapping, rememberMapping } from '@/lib/platform/remembered-mappings.ts';
import { t } from '@/lib/platform/words.ts';
import { type OpenDesk, WorkerGone } from './import-desk.ts';
import { type Mapped, noteOf, type Planned, type Step } from './import-steps.ts';
import { useWork } from './use-work.ts';

export interface Import {
  readonly step: Step;
  readonly desk: Desk;
  readonly pick: (file: File) => void;
  readonly reread: (mapped: Mapped, options: ReadOptions) => void;
  readonly map: (mapped: Mapped, column: number, as: ColumnMapping) => void;
  readonly suggestAnew: (mapped: Mapped) => void;
  readonly plan: (mapped: Mapped, origin: Origin) => void;
  readonly decide: (planned: Planned, decision: Decision) => void;
  readonly write: (planned: Planned) => void;
  readonly undo: (done: Extract<Step, { kind: 'done' }>) => void;
  readonly show: (step: Step) => void;
  readonly cancel: () => void;
}

/** From a file to one batch of ops. Each long step can be cancelled, and a cancelled one has written nothing. */
export function useImport(ledger: Ledger, policy: Policy, openDesk: OpenDesk): Import {
  const [step, show] = useReducer((_: Step, next: Step) => next, { kind: 'pick' });
  const work = useWork();
  const desk = useDesk(ledger, openDesk);

  /** Runs one long step; a cancel leads back. */
  const run = async (label: string, back: Step, job: (running: Running) => Promise<Step>): Promise<void> => {
    const ended = await work.run(job, (advance) => show({ kind: 'busy', label, ...advance }));
    if (ended.kind === 'done') show(ended.value);
    if (ended.kind === 'cancelled') show(back);
    if (ended.kind !== 'failed') return;
    // Only what is so is said: that nothing is in the ledger, once what was begun is taken back.
    const mended =
      !(ended.thrown instanceof WorkerGone) ||
      (await desk.mend().then(
        () => true,
        () => false,
      ));
    show({ kind: 'pick', wrong: mended ? wrongOf(ended.thrown) : t('import_error_worker_left') });
  };
  const read = async (file: File, options: ReadOptions, running: Running): Promise<Step> => {
    const read = await desk.open(file, options, running);
    if (!read.ok) return { kind: 'pick', wrong: writePhrase(read.error) };
    const list = read.value;
    const known = await rememberedMapping(list.fingerprint);
    const mapping = known ? asLastTime(list.header, list.suggested, known) : list.suggested;
    return { kind: 'map', file, options, list, mapping, asLastTime: known !== undefined };
  };

  return {
    step,
    show,
    desk,
    cancel: work.cancel,
    pick: (file) =>
      void run(t('import_reading', { file: file.name }), { kind: 'pick' }, (running) => read(file, {}, running)),
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
    suggestAnew: (mapped) => show({ ...mapped, kind: 'map', asLastTime: false, mapping: mapped.list.suggested }),
    plan: (mapped, origin) =>
      void run(t('import_planning'), { ...mapped, kind: 'map' }, async (running) => {
        const { list, mapping } = mapped;
        await rememberMapping(list.fingerprint, columnsToRemember(list.header, mapping));
        const batch = newId();
        const { lawPacks, region } = policy;
        const wish = { mapping, origin, batch, space: PERSONAL_SPACE, by: SELF, lawPacks, region };
        return { ...mapped, kind: 'preview', origin, batch, plan: await desk.plan(wish, running) };
      }),
    // Shown at once, and planned anew behind it: rows further down may hang on what was decided higher up.
    decide: async (planned, decision) => {
      show({ ...planned, kind: 'preview', replanning: true });
      const ended = await work.run(
        (running) => desk.decide(decision, running),
        () => undefined,
      );
      if (ended.kind === 'done') show({ ...planned, kind: 'preview', plan: ended.value });
      if (ended.kind === 'failed') show({ kind: 'pick', wrong: wrongOf(ended.thrown) });
    },
    write: (planned) =>
      void run(t('import_writing'), { ...planned, kind: 'preview', wrong: t('import_cancelled') }, async (running) => {
        const written = await desk.write(running);
        if (!written.ok) return { ...planned, kind: 'preview', wrong: writePhrase(phraseOf(written.error)) };
        await note(ledger, { kind: 'import', count: written.value, batch: planned.batch, note: noteOf(planned) });
        // A step is wider than its type: its own kind must come last.
        return { ...planned, kind: 'done', written: written.value, undone: false };
      }),
    undo: async (done) => {
      const undone = await desk.undo();
      if (!undone.ok) return show({ ...done, wrong: writePhrase(phraseOf(undone.error)) });
      await note(ledger, { kind: 'undo', count: undone.value, batch: done.batch });
      show({ ...done, written: undone.value, undone: true });
    },
  };
}

/** One desk for as long as the room is open; what it is at ends with the room. */
function useDesk(ledger: Ledger, openDesk: OpenDesk): Desk {
  const desk = useRef<Desk | undefined>(undefined);
  desk.current ??= openDesk(ledger);
  useEffect(
    () => () => {
      desk.current?.close();
      desk.current = undefined;
    },
    [],
  );
  return desk.current;
}

const wrongOf = (thrown: unknown): string =>
  thrown instanceof WorkerGone ? t('import_error_worker') : t('import_error_read', { detail: String(thrown) });
