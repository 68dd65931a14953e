import { columns } from '../columns.ts';
import type { OutField } from '../fields.ts';
import { networkOf, networkOfUrl } from '../networks.ts';
import { eachPerson, sheafOf } from '../out.ts';
import { joinList, LIST_SIGN, type Row, splitList } from '../table.ts';
import { writeCsv } from '../write-csv.ts';
import type { Format } from './format.ts';

/*
 * Google Contacts CSV. Both sets of headings: until 2024 `Given Name`, `Group Membership`, `E-mail 1 - Type`; since then
 * `First Name`, `Labels`, `E-mail 1 - Label`. A cell holds several values with ` ::: ` between them.
 */
const GROUPED = /^(.+) (\d+) - (Type|Label|Service|Name|Title|Formatted|Value)$/i;

const CUSTOM: ReadonlySet<OutField> = new Set<OutField>([
  'topics',
  'timezone',
  'language',
  'consent_state',
  'consent_at',
  'consent_until',
  'consent_method',
  'consent_evidence',
  'do_not_contact',
  'no_email',
]);

export default {
  id: 'google',
  layout: {
    recognises: (headings) =>
      [...headings].some((heading) => /^(?:email|phone|im|customfield)\d+(?:value|label|type)$/.test(heading)) ||
      (headings.has('fileas') && headings.has('labels')),
    fields: {
      name: 'name',
      fileas: null,
      initials: null,
      shortname: null,
      labels: 'groups',
      groupmembership: 'groups',
      organizationname: 'outlet',
      organizationtitle: 'role',
      organizationdepartment: null,
      occupation: 'role',
      subject: null,
      priority: null,
      sensitivity: null,
      hobby: null,
    },
    arrange,
  },
  writes: {
    suffix: '.csv',
    type: 'text/csv;charset=utf-8',
    carries: () => true,
    write: async (people, fields, context, running) => {
      const out = columns([
        'Name Prefix',
        'First Name',
        'Nickname',
        'Organization Name',
        'Organization Title',
        'Notes',
        'Labels',
      ]);
      let line = 1;
      for await (const person of eachPerson(people, running)) {
        line += 1;
        const custom = new Map<OutField, number>(
          [...CUSTOM].filter((field) => fields.includes(field)).map((field, index) => [field, index + 1]),
        );
        out.record(
          line,
          sheafOf(person, fields, context).flatMap(([field, values]) => cells(field, values, custom)),
        );
      }
      const rows = out.rows().map(({ cells: row }) => row);
      return [writeCsv([out.header(), ...rows], { mark: true })];
    },
  },
} satisfies Format;

const PLAIN: Readonly<Partial<Record<OutField, string>>> = {
  name: 'First Name',
  honorific: 'Name Prefix',
  nicknames: 'Nickname',
  outlet: 'Organization Name',
  role: 'Organization Title',
  notes: 'Notes',
};
const LABELS: Readonly<Partial<Record<OutField, string>>> = {
  whatsapp: 'WhatsApp',
  phone: 'Mobile',
  sms: 'SMS',
  instagram_dm: 'Instagram',
  tiktok_dm: 'TikTok',
  x_dm: 'X',
  facebook_msg: 'Facebook',
  linkedin_msg: 'LinkedIn',
  telegram: 'Telegram',
};

/** Where a field's values stand; the first of a kind in `1`, the second in `2`. */
function cells(
  field: OutField,
  values: readonly string[],
  custom: ReadonlyMap<OutField, number>,
): readonly (readonly [string, string])[] {
  const column = PLAIN[field];
  if (column !== undefined) return [[column, field === 'nicknames' ? inList(values) : values.join(LIST_SIGN)]];
  if (field === 'groups') return [['Labels', ['* myContacts', ...values].join(LIST_SIGN)]];
  if (field === 'email') return values.flatMap((value, at) => pair('E-mail', at + 1, '*', value));
  const label = LABELS[field];
  // Kinds of number stand beside one another: `Phone 1` WhatsApp, `Phone 11` mobile.
  if (label !== undefined && (field === 'whatsapp' || field === 'phone' || field === 'sms')) {
    const from = field === 'whatsapp' ? 1 : field === 'phone' ? 3 : 5;
    return [...pair('Phone', from, label, values.join(LIST_SIGN))];
  }
  if (label !== undefined)
    return pair('Custom Field', 20 + Object.keys(LABELS).indexOf(field), label, values.join(LIST_SIGN));
  return pair(
    'Custom Field',
    custom.get(field) ?? 1,
    field,
    field === 'topics' ? inList(values) : values.join(LIST_SIGN),
  );
}

/** One value with a comma in it needs the sign behind it, or it would be parted there. */
const inList = (values: readonly string[]): string =>
  values.length === 1 ? joinList(values, '; ') : values.join(LIST_SIGN);

const pair = (base: string, at: number, label: string, value: string): readonly (readonly [string, string])[] =>
  value === ''
    ? []
    : [
        [`${base} ${at} - Label`, label],
        [`${base} ${at} - Value`, value],
      ];

interface Group {
  readonly base: string;
  label?: number;
  service?: number;
  value?: number;
  name?: number;
  title?: number;
}

function arrange(header: readonly string[], rows: Iterable<Row>): { header: readonly string[]; rows: readonly Row[] } {
  const groups = new Map<string, Group>();
  const alone: (readonly [number, string])[] = [];
  for (const [index, heading] of header.entries()) {
    const [, base, number, part] = GROUPED.exec(heading.trim()) ?? [];
    if (base === undefined || part === undefined) {
      if (!/^(.+) (\d+) - /.test(heading)) alone.push([index, heading]);
      continue;
    }
    const key = `${base} ${number}`;
    const group = groups.get(key) ?? { base };
    groups.set(key, { ...group, [SLOT[part.toLowerCase()] ?? 'value']: index });
  }
  const out = columns(alone.map(([, heading]) => heading));
  for (const { line, cells: row, ...more } of rows) {
    const at = (index: number | undefined): string => (index === undefined ? '' : (row[index]?.trim() ?? ''));
    const values = alone.map(([index, heading]) => [heading, at(index)] as const);
    out.record(line, [...values, ...[...groups.values()].flatMap((group) => valuesOf(group, at))], more);
  }
  return { header: out.header(), rows: out.rows() };
}
const SLOT: Readonly<Record<string, string>> = {
  type: 'label',
  label: 'label',
  service: 'service',
  name: 'name',
  title: 'title',
  formatted: 'value',
  value: 'value',
};

function valuesOf(
  { base, label, service, value, name, title }: Group,
  at: (index: number | undefined) => string,
): readonly (readonly [string, string])[] {
  const label_ = at(label).replace(/^\* ?/, '');
  const values = at(value) === '' ? [] : splitList(at(value));
  const into = (column: string): readonly (readonly [string, string])[] => values.map((one) => [column, one] as const);
  switch (base.toLowerCase()) {
    case 'e-mail':
      return into('E-mail');
    case 'phone':
      return /fax|pager/i.test(label_) ? [] : into(numberColumn(label_));
    case 'im':
      return into(networkOf(at(service)) ?? networkOf(label_) ?? 'IM');
    case 'website':
      return values.flatMap((one) => {
        const network = networkOfUrl(one) ?? networkOf(label_);
        return network ? [[network, one] as const] : [];
      });
    case 'custom field':
      // Whole: a sign behind its only value says that nothing parts it.
      return label_ === '' ? [] : [[networkOf(label_) ?? label_, at(value)]];
    case 'organization':
      return [
        ['Organization Name', at(name)],
        ['Organization Title', at(title)],
      ];
    case 'relation':
      return into('Relation');
    case 'address':
      return into('Address');
    default:
      return [];
  }
}

const numberColumn = (label: string): string => {
  const network = networkOf(label);
  return network === 'whatsapp' || network === 'telegram' || network === 'sms' ? network : 'Phone';
};
