/** Shannon entropy, bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const HARMLESS =
  /example|sample|dummy|changeme|change_me|placeholder|redacted|your[-_ ]?|xxxx|\*\*\*|•••|\.\.\.|public[_-]?key|<[^>]*>|\{[^}]*\}|\[[^\]]*\]|^(.)\1+$|^(?:0123456789|1234567890|abcdef)/i;

/** Words that stand where a secret will: nobody's. */
export const isStandIn = (value: string): boolean => HARMLESS.test(value);
