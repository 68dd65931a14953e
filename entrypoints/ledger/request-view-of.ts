import type { DueView, RequestView } from '@/components/ledger/request-view.ts';
import type { PersonState, RightsRequest } from '@/lib/domain/person.ts';
import type { LawInForce } from '@/lib/domain/policy.ts';
import type { RequestClock } from '@/lib/domain/request.ts';
import { type RequestFile, requestFile } from '@/lib/domain/request-fold.ts';
import { spokenZone, ZONES } from '@/lib/domain/zone.ts';
import { refOf, rowOf } from '@/lib/law/articles.ts';
import { type Due, dueFor, extensionOf } from '@/lib/law/clock.ts';
import { isWord, words } from '@/lib/platform/words.ts';

/** Zone of this device, for what came without one. */
export const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The three of Indonesia, and that of this device where it is another. */
export function zonesHere(): readonly string[] {
  return [...new Set([spokenZone(here()), ...Object.keys(ZONES)])];
}

export function viewOf({ person }: PersonState, request: RightsRequest, law: LawInForce): RequestView {
  const file = requestFile(request);
  const zone = request.zone ?? here();
  const { all, due } = dueFor(file.type, file.receivedAt, zone, law.lawPacks, [], law.holidays);
  const dues = all.map((one) => dueView(one, zone));
  const extension = extensionIn(file, zone, law, due);
  return {
    personId: person.id,
    name: person.name,
    zone,
    ...(request.words ? { words: request.words } : {}),
    file,
    due: file.due ? storedDue(file.due, dues, zone) : dueView(due, zone),
    dues,
    ...(extension ? { extension } : {}),
  };
}

export const dueView = ({ at, row, duty, told }: Due, zone: string): DueView => ({
  at,
  zone,
  article: row.article,
  policy: row.mark === 'P',
  sentence: [words(row.key), duty && `${duty.article}: ${words(duty.key)}`].filter(Boolean).join(' '),
  notes: told.filter((note) => note !== 'policy').map((note) => words(`due_note_${note.replaceAll('-', '_')}`)),
});

/** As it was counted when the request came: a law pack that is switched on or off later does not move it. */
function storedDue({ at, law }: RequestClock, dues: readonly DueView[], zone: string): DueView {
  const same = dues.find((one) => one.article === law.article);
  const key = rowOf(law)?.key ?? '';
  const told = { sentence: isWord(key) ? words(key) : '', notes: [] };
  return { ...told, ...same, at, zone, article: law.article, policy: law.mark === 'P' };
}

/** Only where the row that is in force allows one: a longer time elsewhere would change nothing. */
function extensionIn(
  { receivedAt, type, due: stored }: RequestFile,
  zone: string,
  { lawPacks, holidays }: LawInForce,
  due: Due,
): RequestView['extension'] {
  const allowed = extensionOf(due.row, receivedAt, zone);
  if (!allowed || (stored && stored.law.article !== due.row.article)) return undefined;
  const wish = { toldAt: receivedAt, reason: 'asked', months: allowed.months };
  const until = dueFor(type, receivedAt, zone, lawPacks, [wish], holidays).due.at;
  if (Date.parse(until) <= Date.parse(due.at)) return undefined;
  return { until, tellBy: allowed.tellBy, law: refOf(due.row) };
}
