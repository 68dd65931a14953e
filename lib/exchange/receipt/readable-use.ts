import type { ConsentRecord, Process } from '../../domain/consent.ts';
import type { ReceiptRow } from '../../domain/consent-receipt.ts';
import { capitalIn, durationIn } from '../../domain/consent-speech.ts';
import { stateFor } from '../../domain/consent-state.ts';
import { CHANNELS, type Channel } from '../../domain/enums.ts';
import { countryIn } from '../../domain/notice-text.ts';
import type { Policy } from '../../domain/policy.ts';
import { row, type Telling } from './readable-row.ts';

/** Each purpose with its basis and, channel by channel, how it stands; channels that stand alike are named together. */
export const purposeRows = (record: ConsentRecord, tell: Telling): readonly ReceiptRow[] =>
  record.processes.flatMap((process) => {
    const note = process.purpose_note ? ` (${process.purpose_note})` : '';
    return [
      {
        label: capitalIn(tell, tell.say(`purpose_${process.purpose}`)) + note,
        values: process.lawful_basis === 'consent' ? standing(record, process, tell) : basisOf(process, tell),
      },
      ...row(tell.say('receipt_row_clients'), process.clients),
      ...row(tell.say('receipt_row_topics'), process.topics ?? []),
    ];
  });

const basisOf = ({ lawful_basis, channels }: Process, tell: Telling): readonly string[] => [
  `${capitalIn(tell, tell.say(`basis_${lawful_basis}`))} · ${channelsOf(channels, tell)}`,
];

function standing(record: ConsentRecord, process: Process, tell: Telling): readonly string[] {
  const asked = process.channels.length > 0 ? process.channels : CHANNELS;
  const [client] = process.clients;
  const alike = new Map<string, Channel[]>();
  for (const channel of asked) {
    const scope = { purpose: process.purpose, channel, ...(client === undefined ? {} : { client }) };
    const words = stateWords(record, scope, tell);
    alike.set(words, [...(alike.get(words) ?? []), channel]);
  }
  return [...alike].map(([words, channels]) => {
    const all = channels.length === CHANNELS.length ? [] : channels;
    return `${capitalIn(tell, channelsOf(all, tell))}: ${words}`;
  });
}

function stateWords(record: ConsentRecord, scope: Parameters<typeof stateFor>[1], tell: Telling): string {
  const { state, since, validUntil } = stateFor(record, scope, tell.now);
  if (state === 'none') return tell.say('receipt_no_state');
  const said = tell.say(`state_${state}`);
  const dated = since ? tell.say('receipt_since', { state: said, date: tell.date(since) }) : said;
  const ends = validUntil && state !== 'expired';
  return ends ? `${dated} · ${tell.say('receipt_row_until').toLowerCase()} ${tell.date(validUntil)}` : dated;
}

const channelsOf = (channels: readonly Channel[], tell: Telling): string =>
  channels.length === 0
    ? tell.say('receipt_all_channels')
    : tell.list(channels.map((one) => tell.say(`channel_${one}`)));

/** Which data, from where, kept how long, shared with whom. Each line once, though several uses may say it. */
export function dataRows(
  { processes }: ConsentRecord,
  parties: NonNullable<Policy['parties']>,
  tell: Telling,
): readonly ReceiptRow[] {
  const each = (of: (process: Process) => readonly string[]): readonly string[] => [...new Set(processes.flatMap(of))];
  const { say } = tell;
  return [
    ...row(
      say('receipt_row_categories'),
      each(({ data = [] }) =>
        data.map(({ category, sensitivity, necessity }) =>
          say('receipt_datum', {
            category: say(`category_${category}`),
            sensitivity: say(`sensitivity_${sensitivity}`),
            necessity: say(`necessity_${necessity}`),
          }),
        ),
      ),
    ),
    ...row(
      say('receipt_row_source'),
      each(({ source }) => (source ? [say(`source_${source.type}`)] : [])),
    ),
    ...row(
      say('receipt_row_kept'),
      each(({ storage }) => (storage ? [keptWords(storage, tell)] : [])),
    ),
    ...row(
      say('receipt_row_deleted'),
      each(({ storage }) =>
        storage?.delete_within ? [say('receipt_within', { duration: durationIn(tell, storage.delete_within) })] : [],
      ),
    ),
    ...row(
      say('receipt_row_shared'),
      each(({ shared_with }) => (shared_with ? receivers(shared_with, parties, tell) : [])),
    ),
    ...row(
      say('receipt_row_countries'),
      each(({ geo_restriction = [] }) => geo_restriction.map((code) => countryIn(tell, code))),
    ),
  ];
}

function keptWords({ locations, retention }: NonNullable<Process['storage']>, tell: Telling): string {
  const places = locations.map((place) =>
    place === 'device' || place === 'encrypted_sync' ? tell.say(`location_${place}`) : countryIn(tell, place),
  );
  return tell.say('receipt_for', { places: tell.list(places), duration: durationIn(tell, retention) });
}

/** Organisations of the register by name; a receiver that is not in it may be a person, and is only counted. */
function receivers(
  shared: NonNullable<Process['shared_with']>,
  parties: NonNullable<Policy['parties']>,
  tell: Telling,
): readonly string[] {
  if (shared.length === 0) return [tell.say('receipt_nobody_else')];
  const named = shared.flatMap(({ party_id, kind }) => {
    const party = parties.find((one) => one.party_id === party_id);
    return party ? [`${party.name} (${tell.say(`party_${kind}`)})`] : [];
  });
  const rest = shared.length - named.length;
  return rest > 0 ? [...named, tell.say('receipt_unnamed_parties', { count: rest })] : named;
}
