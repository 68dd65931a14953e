import { normaliseAddress } from './address.ts';
import { CHANNELS, type Channel } from './enums.ts';
import { isHandleChannel } from './handle.ts';
import { parseMailbox } from './mailbox.ts';

export interface Point {
  readonly channel: Channel;
  readonly address: string;
}

const HANDLES = CHANNELS.filter(isHandleChannel);

/**
 * Where a person may be reached by what was typed, selected or linked: an address, a number, a handle, a `mailto:` or
 * `tel:` link, a profile's address. A handle without its network is looked for on each. Empty: it is a name at most.
 */
export function pointsIn(text: string, region = 'ID'): readonly Point[] {
  const raw = text.trim().replace(/^[<("'“]+|[>)"'”.,;]+$/g, '');
  const link = linked(raw);
  if (link !== undefined) return valid([link], region);
  if (/^https?:\/\/|^[\w-]+(\.[\w-]+)+\//i.test(raw))
    return valid(
      HANDLES.map((channel) => ({ channel, address: raw })),
      region,
    );
  const { address } = parseMailbox(text.trim().endsWith('>') ? text : raw);
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) return valid([{ channel: 'email', address }], region);
  if (/^\+?[\d\s().-]{7,}$/.test(raw))
    return valid(
      (['whatsapp', 'telegram'] as const).map((channel) => ({ channel, address: raw })),
      region,
    );
  if (/^@?[\p{L}\p{N}._-]{3,}$/u.test(raw))
    return valid(
      HANDLES.map((channel) => ({ channel, address: raw })),
      region,
    );
  return [];
}

const valid = (points: readonly Point[], region: string): readonly Point[] =>
  points.filter(({ channel, address }) => normaliseAddress(channel, address, region) !== undefined);

/** `mailto:`, `tel:`, `sms:` and the ways in which WhatsApp links to a number. */
function linked(text: string): Point | undefined {
  const [, scheme = '', rest = ''] = /^(mailto|tel|sms|whatsapp):(?:\/\/)?(.*)$/is.exec(text) ?? [];
  const path = decode(rest.split('?')[0] ?? '');
  switch (scheme.toLowerCase()) {
    case 'mailto':
      return { channel: 'email', address: path.split(',')[0] ?? '' };
    case 'tel':
      return { channel: 'phone', address: path };
    case 'sms':
      return { channel: 'sms', address: path };
    case 'whatsapp':
      return whatsapp(new URLSearchParams(rest.split('?')[1] ?? '').get('phone') ?? '');
  }
  const wa = /^(?:https?:\/\/)?wa\.me\/\+?(\d+)/i.exec(text)?.[1];
  if (wa !== undefined) return whatsapp(wa);
  const sent = /^(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?\?([^#]*)/i.exec(text)?.[1];
  return sent === undefined ? undefined : whatsapp(new URLSearchParams(sent).get('phone') ?? '');
}

/** These links carry the whole number, with or without its plus. */
const whatsapp = (digits: string): Point => ({ channel: 'whatsapp', address: `+${digits.replace(/\D/g, '')}` });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
