import { useEffect, useReducer, useRef } from 'react';
import { writePhrase } from '@/components/kit/phrase.tsx';
import type { Origin } from '@/components/ledger/import-map.tsx';
import { newId } from '@/lib/domain/new-op.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { type Preview, planImport, rejected } from '@/lib/exchange/import.ts';
import { type List, type Running, readList } from '@/lib/exchange/list.ts';
import { type ColumnMapping, suggestMapping } from '@/lib/exchange/mapping.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { everybody } from './everybody.ts';
import { pause, wrongWords } from './import-file.ts';

interface Mapped {
  readonly name: string;
  readonly list: List;
  readonly mapping: readonly ColumnMapping[];
}
interface Planned extends Mapped {
  readonly origin: Origin;
  readonly preview: Preview;
  readonly takeDoubtful: boolean;
}

export type Step =
  | { readonly kind: 'pick'; readonly wrong?: string }
  | {
      readonly kind: 'busy';
      readonly label: string;
      readonly done: number;
      readonly total: number;
      readonly elapsed: number;
    }
  | ({ readonly kind: 'map' } & Mapped)
  | ({ readonly kind: 'preview'; readonly wrong?: string } & Planned)
  | ({
      readonly kind: 'done';
      readonly batch: string;
      readonly written: number;
      readonly undone: boolean;
      readonly wrong?: string;
    } & Planned);

export interface Import {
  readonly step: Step;
  readonly pick: (file: File) => void;
  readonly map: (mapped: Mapped, column: number, field: ColumnMapping['field']) => void;
  readonly plan: (mapped: Mapped, origin: Origin, takeDoubtful: boolean) => void;
  readonly write: (planned: Planned) => void;
  readonly undo: (done: Extract<Step, { kind: 'done' }>) => void;
  readonly show: (step: Step) => void;
  readonly cancel: () => void;
}

/** From a file to one batch of ops. Each long step can be cancelled, and a cancelled one has written nothing. */
export function useImport(ledger: Ledger, policy: Policy): Import {
  const [step, show] = useReducer((_: Step, next: Step) => next, { kind: 'pick' });
  const work = useRef(new AbortController());
  useEffect(() => () => work.current.abort(), []);

  /** Runs one long step; a cancel leads back. */
  const run = async (label: string, back: Step, job: (running: Running) => Promise<Step>): Promise<void> => {
    work.current.abort();
    const own = new AbortController();
    work.current = own;
    const began = performance.now();
    const progress = (done: number, total: number): void => {
      if (!own.signal.aborted) show({ kind: 'busy', label, done, total, elapsed: performance.now() - began });
    };
    progress(0, 0);
    try {
      const next = await job({ signal: own.signal, progress, pause });
      if (work.current === own) show(next);
    } catch (thrown) {
      if (work.current !== own) return;
      show(own.signal.aborted ? back : { kind: 'pick', wrong: t('import_error_read', { detail: String(thrown) }) });
    }
  };

  return {
    step,
    show,
    cancel: () => work.current.abort(),
    pick: (file) =>
      void run(t('import_reading', { file: file.name }), { kind: 'pick' }, async (running) => {
        const read = await readList(new Uint8Array(await file.arrayBuffer()), running);
        if (!read.ok) return { kind: 'pick', wrong: wrongWords(read.error) };
        const { header, rows } = read.value;
        const mapping = suggestMapping(
          header,
          rows.slice(0, 50).map(({ cells }) => cells),
        );
        return { kind: 'map', name: file.name, list: read.value, mapping };
      }),
    map: (mapped, column, field) =>
      show({
        ...mapped,
        kind: 'map',
        mapping: mapped.mapping.map((one, index) => (index === column ? { field, confidence: 1 } : one)),
      }),
    plan: ({ name, list, mapping }, origin, takeDoubtful) =>
      void run(t('import_planning'), { kind: 'map', name, list, mapping }, async (running) => {
        const people = await everybody(ledger, running.signal);
        const context = {
          ...origin,
          takeDoubtful,
          newId,
          space: PERSONAL_SPACE,
          batch: newId(),
          by: SELF,
          now: new Date().toISOString(),
          lawPacks: policy.lawPacks,
          region: policy.region,
        };
        const preview = await planImport(list, mapping, people, context, running);
        return { kind: 'preview', name, list, mapping, origin, takeDoubtful, preview };
      }),
    write: (planned) =>
      void run(
        t('import_writing'),
        { ...planned, kind: 'preview', wrong: t('import_cancelled') },
        async ({ signal, progress }) => {
          const { ops } = planned.preview;
          const written = await ledger.appendBulk(ops, { signal, onProgress: progress });
          if (!written.ok) return { ...planned, kind: 'preview', wrong: writePhrase(phraseOf(written.error)) };
          const batch = ops[0]?.batch ?? '';
          await note(ledger, { kind: 'import', count: written.value, batch });
          // A step is wider than its type: its own kind must come last.
          return { ...planned, kind: 'done', batch, written: written.value, undone: false };
        },
      ),
    undo: async (done) => {
      const undone = await ledger.undo(PERSONAL_SPACE, done.batch, SELF);
      if (!undone.ok) return show({ ...done, wrong: writePhrase(phraseOf(undone.error)) });
      await note(ledger, { kind: 'undo', count: undone.value, batch: done.batch });
      show({ ...done, written: undone.value, undone: true });
    },
  };
}

export const leftOut = ({ preview, takeDoubtful }: Planned) => rejected(preview, takeDoubtful);
