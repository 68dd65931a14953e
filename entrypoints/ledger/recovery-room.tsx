import { Recovery, type SavedCopy } from '@/components/ledger/recovery.tsx';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { rawCopy } from '@/lib/exchange/backup/raw.ts';
import type { LedgerFailure } from '@/lib/ledger/failure.ts';
import { setAside } from '@/lib/ledger/recover-aside.ts';
import { adviceOf, phraseOf } from '@/lib/ledger/said.ts';
import { ledgerBegun } from '@/lib/platform/begun.ts';
import { fileName, saveFile } from './backup-file.ts';
import { goTo } from './route.ts';

/** For these, what is there is good: it only has to be let go of, made room for, or read by a newer Izin. */
const PASSING: ReadonlySet<LedgerFailure['code']> = new Set(['blocked', 'quota', 'newer-version']);

export function RecoveryRoom({ failure }: { readonly failure: LedgerFailure }) {
  const save = async (): Promise<SavedCopy | Phrase> => {
    const copy = await rawCopy({});
    if (!copy.ok) return phraseOf(copy.error);
    const file = fileName(new Date().toISOString(), 'raw.izin');
    saveFile(file, copy.value.file);
    return { file, rows: copy.value.rows, unread: copy.value.unread };
  };
  const anew = async (): Promise<Phrase | undefined> => {
    const gone = await setAside({});
    if (!gone.ok) return phraseOf(gone.error);
    await ledgerBegun.forget();
    goTo('settings/backup');
    location.reload();
    return undefined;
  };
  return (
    <Recovery
      problem={phraseOf(failure)}
      advice={adviceOf(failure)}
      {...(failure.detail ? { detail: failure.detail } : {})}
      onRetry={() => location.reload()}
      onSave={save}
      {...(PASSING.has(failure.code) ? {} : { onAnew: anew })}
    />
  );
}
