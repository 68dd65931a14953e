import { requestFile } from '../../domain/request-fold.ts';
import type { AccessConsent, AccessFile } from './file.ts';
import { type Html, html } from './html.ts';
import { momentIn } from './moment.ts';
import type { Reader } from './reader.ts';

/** One document that needs nothing else: no script, no picture, nothing from a network; its own policy forbids all of it. */
export function accessHtml(file: AccessFile, reader: Reader): string {
  const { say, language } = reader;
  const title = say('access_title', { name: file.person.name });
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ddd}h2{margin:2rem 0 .5rem}</style>
</head>
<body>
<h1>${title}</h1>
<p>${say('access_made', { at: momentIn(file.madeAt, reader) })}</p>
<p>${file.withheld > 0 ? say('access_withheld', { count: file.withheld }) : say('access_nothing_withheld')}</p>
${sections(file, reader)}
</body>
</html>
`.html;
}

function sections(file: AccessFile, reader: Reader): readonly Html[] {
  const { say } = reader;
  const on = (at: string | undefined): string => (at === undefined ? '' : momentIn(at, reader));
  const word = (prefix: string, value: string | undefined): string => (value ? say(`${prefix}_${value}`) : '');
  const section = (key: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html =>
    table(
      say(key),
      heads.map((head) => say(head)),
      rows,
      say('access_none'),
    );
  return [
    section('access_person', ['access_what', 'access_value'], personRows(file, reader)),
    section(
      'access_points',
      ['access_channel', 'access_value'],
      file.points.map(({ channel, address }) => [word('channel', channel), address]),
    ),
    section(
      'access_data',
      ['access_what', 'access_value', 'access_purpose', 'access_source_of'],
      file.data.map(({ kind, value, purpose, source }) => [
        word('datum', kind),
        value,
        word('purpose', purpose),
        [word('source', source?.type), source?.detail].filter(Boolean).join(': '),
      ]),
    ),
    section(
      'access_consents',
      ['access_purpose', 'access_channel', 'access_state', 'access_when', 'access_words'],
      file.consents.map((one) => consentRow(one, reader)),
    ),
    section(
      'access_stops',
      ['access_when', 'access_words'],
      file.suppressions.map(({ since, source }) => [on(since), source ?? '']),
    ),
    section(
      'access_contacts',
      ['access_when', 'access_channel', 'access_purpose'],
      file.contacts.map(({ at, channel, purpose }) => [on(at), word('channel', channel), word('purpose', purpose)]),
    ),
    section(
      'access_receivers',
      ['access_role', 'access_outlet'],
      file.receivers.map(({ role, outlet }) => [word('role', role), outlet ?? '']),
    ),
    section(
      'access_disclosures',
      ['access_when', 'access_to', 'access_what'],
      file.disclosures.map(({ at, to, categories }) => [
        on(at),
        to,
        categories.map((category) => word('category', category)).join(', '),
      ]),
    ),
    section(
      'access_notes',
      ['access_when', 'access_words'],
      file.notes.map(({ at, text }) => [on(at), text]),
    ),
    section(
      'access_requests',
      ['access_what', 'access_when', 'access_state', 'access_words'],
      file.requests.map((request) => [
        word('request', request.type),
        on(request.receivedAt),
        word('request_stage', requestFile(request).stage),
        request.words ?? '',
      ]),
    ),
  ];
}

function personRows({ person }: AccessFile, { say }: Reader): readonly (readonly string[])[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['access_name', person.name],
    ['access_role', say(`role_${person.role}`)],
    ['access_outlet', person.outlet],
    ['access_honorific', person.honorific],
    ['access_nicknames', person.nicknames.join(', ')],
    ['access_language', person.language],
    ['access_zone', person.timezone],
    ['access_groups', [...person.groups, ...person.clients].join(', ')],
    ['access_topics', person.topics.join(', ')],
    [
      'access_source',
      person.source && [say(`source_${person.source.type}`), person.source.detail].filter(Boolean).join(': '),
    ],
  ];
  return rows.flatMap(([key, value]) => (value ? [[say(key), value]] : []));
}

function consentRow(one: AccessConsent, reader: Reader): readonly string[] {
  const { say } = reader;
  const when = [one.at, one.until].flatMap((at) => (at ? [momentIn(at, reader)] : [])).join(' – ');
  return [
    one.purposes.map((purpose) => say(`purpose_${purpose}`)).join(', '),
    one.channels.length > 0 ? one.channels.map((channel) => say(`channel_${channel}`)).join(', ') : say('access_all'),
    one.state ? say(`state_${one.state}`) : say(`basis_${one.basis}`),
    when,
    one.words ?? '',
  ];
}

const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[], none: string): Html =>
  rows.length === 0
    ? html`<h2>${title}</h2><p>${none}</p>
`
    : html`<h2>${title}</h2><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>`,
      )}</tbody></table>
`;
