import { chatKey, isChatAddress } from './chat.ts';
import { emailKey } from './email.ts';
import type { Channel } from './enums.ts';
import { isHandleChannel, normaliseHandle } from './handle.ts';
import { normalisePhone } from './phone.ts';
import { plainKey } from './plain-address.ts';

/** Channels that reach one and the same mailbox or number share a family, so that a number known from WhatsApp is known by SMS. */
function family(channel: Channel): 'email' | 'phone' | Channel {
  if (channel === 'email') return 'email';
  return channel === 'whatsapp' || channel === 'sms' || channel === 'phone' ? 'phone' : channel;
}

/** The form that is compared: never shown, never written to. Undefined: the text is no address of this channel. */
export function normaliseAddress(channel: Channel, raw: string, region = 'ID'): string | undefined {
  if (isChatAddress(raw)) return chatKey(raw);
  const kind = family(channel);
  if (kind === 'email') return emailKey(raw);
  if (kind === 'phone') return normalisePhone(raw, region);
  if (channel === 'telegram' && /^\+?[\d\s()-]{7,}$/.test(raw.trim())) return normalisePhone(raw, region);
  if (isHandleChannel(channel)) return normaliseHandle(channel, raw);
  // `@name@server`, `@name.example` and `@name` are written with and without the first sign. Of a Matrix id it is a part,
  // but no other id is that without it: `#` of a room and `!` stay. What follows `/` in an XMPP address stays too: in a
  // group it is who is meant.
  return raw.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/^@/, '').toLowerCase() || undefined;
}

/** What is put through HMAC to find a person: `email:…`, `phone:+62…`, `instagram_dm:…`. */
export const addressKey = (channel: Channel, raw: string, region = 'ID'): string | undefined =>
  plainKey(channel, raw, region) ?? anyKey(channel, raw, region);

/** Of whatever is written. */
export function anyKey(channel: Channel, raw: string, region: string): string | undefined {
  const address = normaliseAddress(channel, raw, region);
  if (address === undefined) return undefined;
  // A title on one network is nobody's number on another.
  if (isChatAddress(raw)) return `${channel}:${address}`;
  return `${address.startsWith('+') ? 'phone' : family(channel)}:${address}`;
}
