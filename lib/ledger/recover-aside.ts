import { err, ok, type Result } from '../domain/result.ts';
import { failure, failureOf, type LedgerFailure } from './failure.ts';
import type { RawSource } from './recover-raw.ts';

/**
 * Deletes the database of a ledger that does not open, so that an empty one can be begun. Only ever by the user's own
 * press, after a raw copy was saved. Its key stays, so that the copy can be taken back.
 */
export function setAside({
  name = 'izin',
  indexedDB: factory = indexedDB,
  patience = 5_000,
}: RawSource & { readonly patience?: number }): Promise<Result<null, LedgerFailure>> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve(ok(null));
    request.onerror = () => resolve(err(failureOf(request.error, 'open-failed')));
    request.onblocked = () => void setTimeout(() => resolve(err(failure('blocked'))), patience);
  });
}
