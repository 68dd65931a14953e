import { ask, type BusError } from '@/lib/bus/bus.ts';
import { answerTeam, teamNews } from '@/lib/bus/team.ts';
import type { Result } from '@/lib/domain/result.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { type Host, openHost } from '@/lib/team/host.ts';
import { aroundOf } from './around.ts';

/*
 * Where the teams of this device live: a page without a face, for as long as there is a team. Of the browser it has its
 * messages alone, so the background keeps for it what has to be kept outside a database.
 */
const news = teamNews(new AbortController().signal);
const list = async (set?: readonly string[]): Promise<readonly string[]> =>
  (await must(ask('teamList', set ? { set } : {}))).teams;
const begun = {
  is: async () => (await must(ask('begun', { set: false }))).is,
  set: async () => void (await must(ask('begun', { set: true }))),
};

let opening: Promise<Host> | undefined;

/** Opened once. A failure is told to whoever asked, and the next question tries again. */
function host(): Promise<Host> {
  opening ??= open();
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

async function open(): Promise<Host> {
  const ledger = await openLedger({ begun, onChange: () => void ask('changed', null) });
  if (!ledger.ok) throw new LedgerError(ledger.error);
  const made = await openHost(aroundOf(ledger.value, list, news));
  // Now, and whenever something was written for a team by whichever page or worker.
  ledger.value.teams.watchOutgoing(() => void made.look());
  return made;
}

/** Nothing of a team is here: the place is not needed. */
async function endIfNone(): Promise<void> {
  if ((await list()).length === 0) await list([]);
}

async function must<T>(asked: Promise<Result<T, BusError>>): Promise<T> {
  const answer = await asked;
  if (answer.ok) return answer.value;
  throw new Error(answer.error.message);
}

answerTeam({
  answers: async () => (await host()).answers,
  look: async () => (await host()).look(),
  answered: () => void endIfNone(),
});
void list().then((teams) => (teams.length > 0 ? host() : undefined));
