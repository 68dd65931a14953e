import type { Channel } from './enums.ts';
import { isHandleChannel } from './handle.ts';

const EMAIL = /^[a-z0-9._-]{1,64}@(?:[a-z0-9](?:-?[a-z0-9])*\.)+[a-z]{2,20}$/;
const OWN_RULES = /@(?:gmail|googlemail)\.com$|xn--/;
/** On every network a handle and no number: letters among what all of them allow. */
const HANDLE = /^@?([a-z0-9]{4,15})$/;
const HAS_LETTER = /[a-z]/;
const MOBILE = /^(?:\+62|0)(8[1-9]\d{7,9})$/;

/**
 * `addressKey` of what most addresses are: an e-mail address in lower case, an Indonesian mobile number, a plain handle. They
 * are already what is compared, and found so in a tenth of the time. Undefined: this says nothing; a test holds the rest.
 */
export function plainKey(channel: Channel, raw: string, region: string): string | undefined {
  if (channel === 'email') return EMAIL.test(raw) && !OWN_RULES.test(raw) ? `email:${raw}` : undefined;
  if (channel === 'phone' || channel === 'whatsapp' || channel === 'sms') {
    if (region !== 'ID') return undefined;
    const mobile = MOBILE.exec(raw.includes(' ') || raw.includes('-') ? raw.replace(/[ -]/g, '') : raw);
    return mobile ? `phone:+62${mobile[1]}` : undefined;
  }
  if (!isHandleChannel(channel)) return undefined;
  const handle = HANDLE.exec(raw)?.[1];
  return handle !== undefined && HAS_LETTER.test(handle) ? `${channel}:${handle}` : undefined;
}
