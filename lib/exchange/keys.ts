import { addressKey } from '../domain/address.ts';
import type { Channel } from '../domain/enums.ts';
import { isHandleChannel } from '../domain/handle.ts';

const PLAIN_EMAIL = /^[a-z0-9._-]{1,64}@(?:[a-z0-9](?:-?[a-z0-9])*\.)+[a-z]{2,20}$/;
const OWN_RULES = /@(?:gmail|googlemail)\.com$|xn--/;
/** On every network a handle and no number: letters among what all of them allow. */
const PLAIN_HANDLE = /^@?([a-z0-9]{4,15})$/;
const HAS_LETTER = /[a-z]/;
const PLAIN_MOBILE = /^(?:\+62|0)(8[1-9]\d{7,9})$/;

/**
 * `addressKey`, with a short way for what most cells hold: an address in lower case, an Indonesian mobile number, a plain
 * handle. They are already what is compared; a test holds this to `addressKey` itself.
 */
export function keyOf(channel: Channel, raw: string, region: string): string | undefined {
  if (channel === 'email') {
    if (PLAIN_EMAIL.test(raw) && !OWN_RULES.test(raw)) return `email:${raw}`;
  } else if (region === 'ID' && (channel === 'phone' || channel === 'whatsapp' || channel === 'sms')) {
    const mobile = PLAIN_MOBILE.exec(raw.includes(' ') || raw.includes('-') ? raw.replace(/[ -]/g, '') : raw);
    if (mobile) return `phone:+62${mobile[1]}`;
  } else if (isHandleChannel(channel)) {
    const handle = PLAIN_HANDLE.exec(raw)?.[1];
    if (handle !== undefined && HAS_LETTER.test(handle)) return `${channel}:${handle}`;
  }
  return addressKey(channel, raw, region);
}
