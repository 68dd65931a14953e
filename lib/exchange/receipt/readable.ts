import type { ConsentRecord } from '../../domain/consent.ts';
import type { ReadableReceipt, ReceiptRow, ReceiptSection } from '../../domain/consent-receipt.ts';
import { capitalIn, dateIn, listIn, type Speech } from '../../domain/consent-speech.ts';
import type { WholeRecord } from '../../domain/consent-whole.ts';
import { countryIn, withdrawLines } from '../../domain/notice-text.ts';
import type { Instant, Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { forPerson } from './person.ts';
import { historyRows } from './readable-history.ts';
import { row, type Telling } from './readable-row.ts';
import { dataRows, purposeRows } from './readable-use.ts';

export interface ReceiptWish {
  readonly person: Pick<Person, 'name'>;
  readonly whole: WholeRecord;
  /** Names of those with whom data are shared. */
  readonly parties?: Policy['parties'];
  readonly at: Instant;
  /** IANA zone of the person, for dates. */
  readonly zone?: string;
}

/** One page: who, what was agreed, which data, what was said and when, how to take it back. Nobody else is in it. */
export function readableReceipt({ person, whole, parties, at, zone }: ReceiptWish, speech: Speech): ReadableReceipt {
  const record = forPerson(whole.record);
  const { say } = speech;
  const tell: Telling = {
    ...speech,
    date: (instant) => dateIn(speech, instant, zone),
    list: (words) => listIn(speech, words),
    now: at,
  };
  const byConsent = record.processes.some(({ lawful_basis }) => lawful_basis === 'consent');
  const name = record.controller?.name ?? say('receipt_nobody');
  const sections: readonly ReceiptSection[] = [
    section('who', say('receipt_who'), whoRows(record, person, tell)),
    section('use', say(byConsent ? 'receipt_use' : 'receipt_use_basis'), purposeRows(record, tell)),
    section('data', say('receipt_data'), dataRows(record, parties ?? [], tell)),
    section('history', say('receipt_history'), historyRows(record, tell)),
    section('notice', say('receipt_notice'), noticeRows(record, tell)),
    section('wishes', say('receipt_wishes'), wishRows(record, tell)),
    section('withdraw', say('receipt_withdraw'), byConsent ? withdrawRows(record, speech) : []),
    section('rights', say('receipt_rights'), rightRows(record, tell)),
    section('about', say('receipt_about'), aboutRows(whole, tell)),
  ];
  return {
    language: speech.language,
    title: say(byConsent ? 'receipt_title' : 'receipt_title_basis'),
    lead: say(byConsent ? 'receipt_lead' : 'receipt_lead_basis', { name }),
    sections: sections.filter(({ rows }) => rows.length > 0),
    foot: say('receipt_foot'),
  };
}

const section = (id: string, head: string, rows: readonly ReceiptRow[]): ReceiptSection => ({ id, head, rows });

const whoRows = (
  { controller, subject_role, jurisdictions = [] }: ConsentRecord,
  { name }: Pick<Person, 'name'>,
  tell: Telling,
): readonly ReceiptRow[] => [
  ...row(tell.say('receipt_row_person'), [name]),
  ...row(tell.say('receipt_row_role'), [subject_role ? tell.say(`role_${subject_role}`) : undefined]),
  ...row(tell.say('receipt_row_controller'), [controller?.name, controller?.address]),
  ...row(tell.say('receipt_row_contact'), [controller?.contact_email, controller?.phone, controller?.url]),
  ...row(
    tell.say('receipt_row_jurisdictions'),
    jurisdictions.map((code) => countryIn(tell, code)),
  ),
];

const noticeRows = ({ notice }: ConsentRecord, tell: Telling): readonly ReceiptRow[] =>
  notice === undefined
    ? []
    : [
        ...row(tell.say('receipt_row_version'), [notice.version]),
        ...row(tell.say('receipt_row_language'), [notice.language ? languageName(tell, notice.language) : undefined]),
        ...row(tell.say('receipt_row_shown'), [
          notice.shown_at ? tell.date(notice.shown_at) : tell.say('receipt_not_shown'),
        ]),
        ...row(tell.say('receipt_row_uri'), [notice.uri]),
        ...row(tell.say('receipt_row_hash'), [notice.text_sha256]),
      ];

function wishRows({ preferences }: ConsentRecord, tell: Telling): readonly ReceiptRow[] {
  if (!preferences) return [];
  const { topics = [], max_per_30d, quiet_hours, languages = [], channels_pref = [] } = preferences;
  return [
    ...row(tell.say('receipt_row_topics'), topics),
    ...row(tell.say('receipt_row_frequency'), [
      max_per_30d === undefined ? undefined : tell.say('receipt_per_month', { count: max_per_30d }),
    ]),
    ...row(tell.say('receipt_row_quiet'), [
      quiet_hours && tell.say('receipt_hours', { from: quiet_hours.from, to: quiet_hours.to, zone: quiet_hours.tz }),
    ]),
    ...row(
      tell.say('receipt_row_languages'),
      languages.map((one) => languageName(tell, one)),
    ),
    ...row(
      tell.say('receipt_row_prefers'),
      channels_pref.map((channel) => tell.say(`channel_${channel}`)),
    ),
  ];
}

const withdrawRows = ({ withdrawal = [] }: ConsentRecord, speech: Speech): readonly ReceiptRow[] =>
  withdrawal.length > 0 ? [{ values: withdrawLines(withdrawal, speech) }] : [];

const rightRows = ({ rights = [] }: ConsentRecord, tell: Telling): readonly ReceiptRow[] =>
  rights.length > 0
    ? [
        {
          values: [
            tell.say('notice_rights_list', { rights: tell.list(rights.map(({ code }) => tell.say(`right_${code}`))) }),
          ],
        },
      ]
    : [];

/** What is missing is said, and so is what today's settings say in the record's stead. */
const aboutRows = ({ record, missing, filled }: WholeRecord, tell: Telling): readonly ReceiptRow[] => {
  const named = (fields: WholeRecord['missing']): string | undefined =>
    fields.length === 0 ? undefined : capitalIn(tell, tell.list(fields.map((field) => tell.say(`missing_${field}`))));
  return [
    ...row(tell.say('receipt_row_id'), [record.record_id]),
    ...row(tell.say('receipt_row_format'), [record.schema_version]),
    ...row(tell.say('receipt_row_made'), [tell.date(tell.now)]),
    ...row(tell.say('receipt_row_missing'), [named(missing)]),
    ...row(tell.say('receipt_row_settings'), [named(filled)]),
  ];
};

function languageName({ language }: Speech, code: string): string {
  try {
    return new Intl.DisplayNames(language === 'id' ? 'id-ID' : 'en-GB', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
