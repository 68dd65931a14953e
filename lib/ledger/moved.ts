import { type Key, keyText } from './context.ts';
import type { Tables } from './tables.ts';

/*
 * Who has rows of their own, as far as it saves asking for them: of those who lie in pages most have none, and to be told
 * so costs a request each. What is remembered only grows. So it may send somebody to look in vain; whoever it does not
 * know has no row: every row that is written has the revision with which it came.
 */
export interface Moved {
  /** Reads what came since. In a transaction over `states` that has read the ledger's revision: to its end the answers hold. */
  readonly refresh: (db: Tables, revision: Promise<number>) => Promise<void>;
  readonly mayLead: (token: string) => boolean;
  readonly mayHave: (key: Key) => boolean;
}

/** More rows than this at once are not read for it: some megabytes, and some milliseconds. */
const MOST_ROWS = 1_000;

export function movedOf(): Moved {
  const tokens = new Set<string>();
  const keys = new Set<string>();
  let seen = -1;
  let tooMany = false;
  return {
    async refresh(db, now) {
      if (tooMany) return;
      const [revision, rows] = await Promise.all([
        now,
        db.states
          .where('rev')
          .above(seen)
          .limit(MOST_ROWS + 1)
          .toArray(),
      ]);
      tooMany = rows.length > MOST_ROWS;
      for (const { space, subject, tokens: own } of rows) {
        keys.add(keyText([space, subject]));
        for (const token of own) tokens.add(token);
      }
      seen = Math.max(seen, revision);
    },
    mayLead: (token) => tooMany || tokens.has(token),
    mayHave: (key) => tooMany || keys.has(keyText(key)),
  };
}
