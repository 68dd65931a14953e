import type { ContactField } from './fields.ts';

/** How networks and messengers are named in address books, → our field. */
const NAMES: readonly (readonly [RegExp, ContactField])[] = [
  [/whats\s?app|^wa$|wa\.me/i, 'whatsapp'],
  [/telegram|^tg$|^t\.me$/i, 'telegram'],
  [/instagram|^ig$/i, 'instagram_dm'],
  [/tik\s?tok/i, 'tiktok_dm'],
  [/twitter|^x$|^x\.com$/i, 'x_dm'],
  [/facebook|messenger|^fb$|^m\.me$/i, 'facebook_msg'],
  [/linked\s?in/i, 'linkedin_msg'],
  [/^sms$|^text$/i, 'sms'],
];

export const networkOf = (name: string): ContactField | undefined =>
  NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1];

/** The network of a profile's address. Undefined: a page like any other. */
export function networkOfUrl(url: string): ContactField | undefined {
  const host = /^(?:https?:\/\/)?(?:www\.|m\.|web\.)?([a-z.]+)\//i.exec(url.trim())?.[1]?.toLowerCase();
  const known = /^(?:wa\.me|t\.me|m\.me|x\.com|(?:[a-z]{2}\.)?(?:instagram|tiktok|twitter|facebook|linkedin)\.com)$/;
  return host !== undefined && known.test(host) ? networkOf(host) : undefined;
}
