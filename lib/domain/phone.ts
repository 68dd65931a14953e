import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

// 38 kB of numbering plans: never imported by a content script.

/** E.164. `region` (ISO 3166-1 alpha-2) is for numbers without a country code. Chat ids and wa.me links are understood. */
export function normalisePhone(raw: string, region = 'ID'): string | undefined {
  const text = international(raw.trim());
  const upper = region.toUpperCase();
  const country: CountryCode = isSupportedCountry(upper) ? upper : 'ID';
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  return number?.isPossible() ? number.number : undefined;
}

function international(text: string): string {
  const link = /^(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com\/send\/?\?phone=)\/?\+?(\d{6,15})/i.exec(text);
  if (link) return `+${link[1]}`;
  const jid = /^(\d{6,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i.exec(text);
  if (jid) return `+${jid[1]}`;
  const bare = text.replace(/^(?:tel|sms):/i, '');
  // 00 is how most of the world dials abroad, Indonesia (whose prefixes are operators' own) included on handsets.
  return bare.replace(/^00(?=[1-9])/, '+');
}
