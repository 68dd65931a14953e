import type { OutField } from '../fields.ts';

const SERVICES: Readonly<Partial<Record<OutField, string>>> = {
  instagram_dm: 'Instagram',
  tiktok_dm: 'TikTok',
  x_dm: 'X',
  facebook_msg: 'Facebook',
  linkedin_msg: 'LinkedIn',
};

/** What one person comes to: a field and its values, in order. */
export type Sheaf = readonly (readonly [OutField, readonly string[]])[];

/** One card of version 4.0 (RFC 6350; `SOCIALPROFILE`: RFC 9554), lines folded at 75 octets. */
export function writeCard(sheaf: Sheaf): string {
  const name = sheaf.find(([field]) => field === 'name')?.[1][0] ?? '';
  const honorific = sheaf.find(([field]) => field === 'honorific')?.[1][0] ?? '';
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${escaped(name)}`,
    `N:;${escaped(name)};;${escaped(honorific)};`,
    ...sheaf.flatMap(([field, values]) => values.flatMap((value) => lineOf(field, value))),
    ...several(sheaf, 'groups', 'CATEGORIES'),
    ...several(sheaf, 'nicknames', 'NICKNAME'),
    'END:VCARD',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function lineOf(field: OutField, value: string): readonly string[] {
  const text = escaped(value);
  switch (field) {
    case 'name':
    case 'honorific':
    case 'groups':
    case 'nicknames':
      return [];
    case 'email':
      return [`EMAIL:${text}`];
    case 'phone':
      return [`TEL;TYPE=voice:${text}`];
    case 'sms':
      return [`IMPP;SERVICE-TYPE=SMS:${text}`];
    case 'whatsapp':
      return [`IMPP;SERVICE-TYPE=WhatsApp:${text}`];
    case 'telegram':
      return [`IMPP;SERVICE-TYPE=Telegram:${text}`];
    case 'outlet':
      return [`ORG:${text}`];
    case 'role':
      return [`TITLE:${text}`];
    case 'notes':
      return [`NOTE:${text}`];
    case 'timezone':
      return [`TZ:${text}`];
    case 'language':
      return [`LANG:${text}`];
    default: {
      const service = SERVICES[field];
      if (service) return [`SOCIALPROFILE;SERVICE-TYPE=${service};VALUE=text:${text}`];
      return [`X-IZIN-${field.toUpperCase().replaceAll('_', '-')}:${text}`];
    }
  }
}

const several = (sheaf: Sheaf, field: OutField, property: string): readonly string[] => {
  const values = sheaf.find(([one]) => one === field)?.[1] ?? [];
  return values.length === 0 ? [] : [`${property}:${values.map(escaped).join(',')}`];
};

const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** At most 75 octets a line, no sign cut in two. */
function folded(line: string): string {
  if (line.length <= 25) return line;
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + octets > 75) {
      parts.push(part);
      part = ' ';
      size = 1;
    }
    part += sign;
    size += octets;
  }
  return [...parts, part].join('\r\n');
}
