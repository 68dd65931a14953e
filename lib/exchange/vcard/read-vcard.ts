import { err, ok, type Result } from '../../domain/result.ts';
import type { Phrase } from '../../domain/verdict.ts';
import { columns } from '../columns.ts';
import { networkOf, networkOfUrl } from '../networks.ts';
import { packed } from '../rows.ts';
import { breather, type Running } from '../running.ts';
import type { Table } from '../table.ts';
import { type Card, readCards } from './cards.ts';
import { type Property, valueParts, valueText } from './property.ts';

type Value = readonly [column: string, value: string];

/** Cards of version 2.1, 3.0 and 4.0 → a table with a column for each kind of thing that they hold. */
export async function readVcard(text: string, running: Running): Promise<Result<Table, Phrase>> {
  const breathe = breather(running);
  const table = columns(['FN']);
  let count = 0;
  let cut = 0;
  for (const card of readCards(text)) {
    if (breathe.due(count)) await breathe.pause(count, 0);
    count += 1;
    if (card.cut) cut += 1;
    table.record(card.line, valuesOf(card), card.cut ? { fault: { key: 'import_fault_card_cut' } } : {});
  }
  if (count === 0) return err({ key: 'import_error_no_cards' });
  return ok({
    header: table.header(),
    rows: packed(table.rows()),
    told: [],
    warned: cut > 0 ? [{ key: 'import_warn_cards_cut', params: { count: cut } }] : [],
  });
}

function valuesOf({ properties }: Card): readonly Value[] {
  const labels = new Map(
    properties.flatMap(({ name, group, value }) =>
      name === 'X-ABLABEL' && group ? [[group, valueText(value)] as const] : [],
    ),
  );
  const has = (name: string): boolean => properties.some((one) => one.name === name && one.value.trim() !== '');
  const named = has('FN');
  return properties.flatMap((property): readonly Value[] => {
    const { name, params, value, group } = property;
    const types = [...(params.get('TYPE') ?? []), ...(group ? [labels.get(group) ?? ''] : [])];
    switch (name) {
      case 'FN':
        return [['FN', valueText(value)]];
      case 'N':
        return nameParts(value, named);
      case 'NICKNAME':
        return valueParts(value, ',').map((part) => ['Nickname', lone(part)]);
      case 'EMAIL':
        return [['E-mail', valueText(value).replace(/^mailto:/i, '')]];
      case 'TEL':
        return telephone(valueText(value), types);
      case 'IMPP':
      case 'X-SOCIALPROFILE':
      case 'SOCIALPROFILE':
        return profile(property, types);
      case 'URL': {
        const network = networkOfUrl(valueText(value));
        return network ? [[network, valueText(value)]] : [];
      }
      case 'ORG':
        return [['Organization', valueParts(value, ';')[0] ?? '']];
      case 'TITLE':
        return [['Job title', valueText(value)]];
      case 'ROLE':
        return has('TITLE') ? [] : [['Job title', valueText(value)]];
      case 'NOTE':
        return [['Notes', valueText(value)]];
      case 'CATEGORIES':
        return valueParts(value, ',').map((part) => ['Categories', lone(part)]);
      case 'TZ':
        return value.includes('/') ? [['Time zone', valueText(value)]] : [];
      case 'LANG':
        return [['Language', valueText(value)]];
      case 'BDAY':
        return [['Birthday', valueText(value)]];
      case 'ANNIVERSARY':
        return [['Anniversary', valueText(value)]];
      case 'GENDER':
        return [['Gender', valueText(value)]];
      case 'ADR':
        return [
          [
            'Address',
            valueParts(value, ';')
              .filter((part) => part !== '')
              .join(', '),
          ],
        ];
      case 'PHOTO':
        return [['Photo', '•']];
      case 'RELATED':
      case 'X-SPOUSE':
      case 'X-CHILDREN':
        return [['Relation', valueText(value)]];
      default:
        return own(name, valueText(value));
    }
  });
}

/** An item with a comma in it must not be parted again. */
const lone = (part: string): string => (/[;,|]/.test(part) ? `${part} :::` : part);

function nameParts(value: string, named: boolean): readonly Value[] {
  const [family = '', given = '', more = '', prefix = '', suffix = ''] = valueParts(value, ';');
  const honorific: readonly Value[] = prefix === '' ? [] : [['Name prefix', prefix]];
  if (named) return honorific;
  const name = [given, more, family].filter((part) => part !== '').join(' ');
  return [...honorific, ['FN', suffix === '' ? name : `${name}, ${suffix}`]];
}

function telephone(value: string, types: readonly string[]): readonly Value[] {
  if (types.some((type) => /fax|pager|modem/i.test(type))) return [];
  const number = value.replace(/^tel:/i, '').replace(/;.*$/, '');
  const network = types.map(networkOf).find((one) => one === 'whatsapp' || one === 'telegram');
  return [[network ?? 'Phone', number]];
}

function profile({ params, value }: Property, types: readonly string[]): readonly Value[] {
  const text = valueText(value);
  const [, scheme = '', rest = ''] = /^([a-z][a-z-]*):(?:\/\/)?(.*)$/is.exec(text) ?? [];
  const service = [...(params.get('SERVICE-TYPE') ?? []), ...(params.get('X-SERVICE-TYPE') ?? []), ...types, scheme];
  const network = service.map(networkOf).find((one) => one !== undefined) ?? networkOfUrl(text);
  if (network === undefined) return [];
  const user = params.get('X-USER')?.[0] ?? params.get('USERNAME')?.[0];
  if (/^https?$/i.test(scheme)) return [[network, text]];
  const bare = /^(x-apple|xmpp|apple|whatsapp|wa|tg|telegram|aim|x|im|sip)$/i.test(scheme) ? rest : text;
  return [[network, user !== undefined && bare === '' ? user : bare]];
}

/** What we wrote ourselves, and handles as some programs write them. */
function own(name: string, value: string): readonly Value[] {
  const field = /^X-IZIN-([A-Z-]+)$/.exec(name)?.[1];
  if (field === 'TOPICS') return [['topics', lone(value)]];
  if (field !== undefined) return [[field.toLowerCase().replaceAll('-', '_'), value]];
  const network = /^X-(WHATSAPP|TELEGRAM|INSTAGRAM|TWITTER|FACEBOOK|LINKEDIN|TIKTOK)(?:-ID|-USERNAME)?$/.exec(
    name,
  )?.[1];
  const channel = network === undefined ? undefined : networkOf(network);
  return channel === undefined ? [] : [[channel, value]];
}
