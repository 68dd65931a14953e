import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ConsentEvent } from '../../lib/domain/consent.ts';
import { PURPOSES } from '../../lib/domain/enums.ts';
import { epoch, utc } from '../../lib/domain/instant.ts';
import { newId } from '../../lib/domain/new-op.ts';
import type { Change, Op, PersonFields } from '../../lib/domain/op.ts';
import type { Ledger } from '../../lib/ledger/ledger.ts';
import { openLedger } from '../../lib/ledger/open-ledger.ts';
import { memoryKeyStore } from '../../lib/vault/key-store.ts';
import { beforehand, eventsOf, processesOf } from './history.ts';
import type { Scenario, ScenarioPerson } from './schema.ts';

export const SPACE = 'personal';
type ScenarioLedger = NonNullable<Scenario['ledger']>;
let count = 0;

/** A real ledger, filled by ops alone: each consent event is recorded at its own time, as if the user had been there. */
export async function ledgerOf({ ledger = {}, now, policy = {} }: Scenario): Promise<Ledger> {
  let clock = utc(epoch(now));
  const opened = await openLedger({
    name: `scenario-${++count}`,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    keyStore: memoryKeyStore(),
    now: () => clock,
  });
  if (!opened.ok) throw new Error(`The ledger did not open: ${opened.error.code}`);
  const books = opened.value;
  const append = async (ops: readonly Op[]): Promise<boolean> => (await books.append(ops)).ok;

  const people = [...(ledger.people ?? []), ...(ledger.parties ?? []).map(partyAsPerson)];
  const first = [
    ...people.map((person) => personOp(person, policy.law_packs ?? ['ID_PDP'], clock)),
    ...topicOps(ledger, clock),
  ];
  const written = await books.append(first);
  if (!written.ok) throw new Error(`The ledger refused ${JSON.stringify(written.error)}`);
  for (const person of people)
    for (const event of eventsOf(person)) {
      const record = async (one: ConsentEvent): Promise<boolean> => {
        clock = one.at;
        return append([
          op(person.key, 'person', [{ kind: 'consent', recordId: `${person.key}-record`, event: one }], one.at),
        ]);
      };
      if (await record(event)) continue;
      const before = beforehand(event);
      // What the ledger still refuses is not in it, as it would not be in life.
      if (before && (await record(before))) await record(event);
    }
  clock = utc(epoch(now));
  return books;
}

const op = (subject: string, of: Op['of'], changes: readonly Change[], at: string): Op => ({
  id: newId(),
  space: SPACE,
  subject,
  of,
  at,
  by: 'scenario',
  changes,
});

function personOp(
  person: ScenarioPerson,
  packs: NonNullable<NonNullable<Scenario['policy']>['law_packs']>,
  at: string,
): Op {
  const processes = processesOf(person);
  const notice = person.notice && {
    version: person.notice.version,
    ...(person.notice.at ? { shown_at: person.notice.at } : {}),
  };
  const { quiet_hours: quiet, max_per_30d, uk_subscriber } = person;
  const preferences = {
    ...(max_per_30d === undefined ? {} : { max_per_30d }),
    ...(quiet ? { quiet_hours: { ...quiet, tz: quiet.tz ?? person.timezone ?? 'Asia/Jakarta' } } : {}),
  };
  const stated = Object.keys(preferences).length > 0;
  const record: Change[] =
    processes.length > 0 || notice || stated || uk_subscriber
      ? [
          {
            kind: 'record',
            record: {
              schema_version: 'izin.consent/1',
              record_id: `${person.key}-record`,
              law_packs: packs,
              processes,
              ...(notice ? { notice } : {}),
              ...(stated ? { preferences } : {}),
              ...(uk_subscriber ? { uk_subscriber } : {}),
            },
          },
        ]
      : [];
  return op(person.key, 'person', [{ kind: 'person', set: fieldsOf(person) }, ...record, ...detailsOf(person, at)], at);
}

const fieldsOf = (person: ScenarioPerson): PersonFields => ({
  name: person.name ?? person.key,
  role: person.role ?? 'other',
  ...(person.outlet ? { outlet: person.outlet } : {}),
  ageBand: person.age_band ?? 'unknown',
  ...(person.timezone ? { timezone: person.timezone } : {}),
  ...(person.language ? { language: person.language } : {}),
  ...(person.honorific ? { honorific: person.honorific } : {}),
  nicknames: person.nicknames ?? [],
  clearance: person.clearance ?? 'public',
  groups: person.groups ?? [],
  clients: person.clients ?? [],
  topics: person.topics ?? [],
  ...(person.guardian ? { guardianId: person.guardian } : {}),
  ...(person.source ? { source: { type: person.source, noUnsolicited: person.no_unsolicited === true } } : {}),
  sharedWith: person.shared_with ?? [],
});

function detailsOf(person: ScenarioPerson, now: string): readonly Change[] {
  const { key, points = [], suppressions = [], facts = [], notes = [], contacted = [], requests = [] } = person;
  return [
    ...points.map((point, i): Change => ({ kind: 'point', point: { ...point, id: `${key}-point-${i}` } })),
    ...suppressions.map((one, i): Change => ({ kind: 'suppression', suppression: { ...one, id: `${key}-stop-${i}` } })),
    ...facts.map((datum, i): Change => ({ kind: 'datum', datum: { ...datum, id: `${key}-datum-${i}` } })),
    ...notes.map((text, i): Change => ({ kind: 'note', note: { id: `${key}-note-${i}`, text, at: now } })),
    ...contacted.map((contact): Change => ({ kind: 'contacted', contact })),
    ...requests.map(
      ({ type, received_at, state = 'open' }, i): Change => ({
        kind: 'request',
        request: { id: `${key}-request-${i}`, type, receivedAt: received_at, state },
      }),
    ),
  ];
}

/** An agency or vendor is written to under its contract, so that only what is sent to it is at issue. */
const partyAsPerson = ({ key, name, points }: NonNullable<ScenarioLedger['parties']>[number]): ScenarioPerson => ({
  key,
  ...(name ? { name } : {}),
  role: 'partner',
  ...(points ? { points } : {}),
  basis: PURPOSES.map((purpose) => ({ basis: 'contract' as const, purpose })),
});

const topicOps = ({ terms = [], releases = [] }: ScenarioLedger, at: string): readonly Op[] => [
  ...terms.map(({ key, phrases, class: level, cleared = [] }) =>
    op(key, 'term', [{ kind: 'term', term: { phrases, class: level, cleared } }], at),
  ),
  ...releases.map(({ key, phrases = [], lifts_at, agreed = [] }) =>
    op(
      key,
      'release',
      [
        { kind: 'release', release: { title: phrases[0] ?? key, phrases, liftsAt: lifts_at, zone: 'Asia/Jakarta' } },
        ...agreed.map((personId): Change => ({ kind: 'agreement', agreement: { personId, agreedAt: at } })),
      ],
      at,
    ),
  ),
];
