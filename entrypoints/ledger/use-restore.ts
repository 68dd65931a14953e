import { useRef, useState } from 'react';
import type { Restoring } from '@/components/ledger/backup-restore.tsx';
import { isRawCopy, openRaw } from '@/lib/exchange/backup/raw.ts';
import { openBackup, readHead, type Sealed } from '@/lib/exchange/backup/read.ts';
import { previewRestore, type Restored, restore } from '@/lib/exchange/backup/restore.ts';
import { BackupError } from '@/lib/exchange/backup/seal.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { faultPhrase, thrownPhrase } from './backup-file.ts';

type Copy = Parameters<typeof previewRestore>[0];
const PICK: Extract<Restoring, { kind: 'pick' }> = { kind: 'pick' };

/** A file → what it says → what it would bring → merged, or taken out again. Each long step can be cancelled. */
export function useRestore(ledger: Ledger) {
  const [restoring, show] = useState<Restoring>(PICK);
  const work = useRef(new AbortController());
  const held = useRef<{ sealed?: Sealed; name?: string; copy?: Copy; ops?: number; restored?: Restored }>({});

  const run = async (label: string, total: number, job: (running: Running) => Promise<Restoring>): Promise<void> => {
    work.current.abort();
    const own = new AbortController();
    work.current = own;
    const began = performance.now();
    const progress = (done: number): void => {
      if (!own.signal.aborted)
        show({ kind: 'busy', label, done, total: Math.max(total, done), elapsed: performance.now() - began });
    };
    progress(0);
    const next = await job({ signal: own.signal, progress }).catch((thrown: unknown): Restoring => {
      if (own.signal.aborted) return PICK;
      return { ...PICK, wrong: thrown instanceof BackupError ? faultPhrase(thrown.fault) : thrownPhrase(thrown) };
    });
    if (work.current === own) show(next);
  };

  const preview = (copy: Copy, ops: number): Promise<void> => {
    held.current = { ...held.current, copy, ops };
    return run(t('restore_checking'), ops, async (running) => ({
      kind: 'preview',
      preview: await previewRestore(copy, ledger, running),
    }));
  };

  return {
    restoring,
    onFile: async (file: File): Promise<void> => {
      if (await isRawCopy(file)) {
        const raw = await openRaw(ledger.archive, file);
        return raw.ok ? preview(raw.value, 0) : show({ ...PICK, wrong: faultPhrase(raw.error) });
      }
      const head = await readHead(file);
      if (!head.ok) return show({ ...PICK, wrong: faultPhrase(head.error) });
      held.current = { sealed: head.value, name: file.name };
      show(lockedOf(head.value, file.name));
    },
    onPassphrase: async (passphrase: string): Promise<void> => {
      const { sealed, name = '' } = held.current;
      if (!sealed) return;
      const opened = await openBackup(sealed, passphrase.trim());
      if (opened.ok) return preview(opened.value, sealed.header.counts.ops);
      show({ ...lockedOf(sealed, name), wrong: faultPhrase(opened.error) });
    },
    onMerge: (): void => {
      const { copy, ops = 0 } = held.current;
      if (!copy) return;
      void run(t('restore_merging'), ops, async (running) => {
        const done = await restore(copy, ledger, running);
        if (!done.ok) return { ...PICK, wrong: phraseOf(done.error) };
        held.current = { ...held.current, restored: done.value };
        await note(ledger, { kind: 'restored', count: done.value.added.length });
        return doneOf(done.value, false);
      });
    },
    onUndo: async (): Promise<void> => {
      const { restored } = held.current;
      if (!restored) return;
      const undone = await ledger.archive.unmerge(restored.added, restored.revision);
      const late = !undone.ok && undone.error.detail === 'revision';
      if (undone.ok) return show(doneOf(restored, true));
      show({ ...doneOf(restored, false), wrong: late ? { key: 'restore_undo_late' } : phraseOf(undone.error) });
    },
    onBack: (): void => {
      work.current.abort();
      held.current = {};
      show(PICK);
    },
  };
}

interface Running {
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

const lockedOf = ({ header }: Sealed, file: string): Extract<Restoring, { kind: 'locked' }> => ({
  kind: 'locked',
  file,
  made: header.made,
  people: header.counts.people,
  ops: header.counts.ops,
});

const doneOf = ({ added, refused, erased }: Restored, undone: boolean): Extract<Restoring, { kind: 'done' }> => ({
  kind: 'done',
  added: added.length,
  refused,
  erased,
  undone,
});
