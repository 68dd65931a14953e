import { entropy, isStandIn } from './entropy.ts';
import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

interface Form {
  /** What must stand in the text before the pattern is tried. */
  readonly anchor: RegExp;
  readonly pattern: RegExp;
  /** Least bits per character of the first group, or of the whole. */
  readonly bits?: number;
}
const END = '(?![A-Za-z0-9_-])';
const key = (prefix: string, rest: string, bits = 3): Form => ({
  anchor: new RegExp(prefix),
  pattern: new RegExp(`(?<![A-Za-z0-9])(?:${prefix})${rest}${END}`, 'g'),
  bits,
});

/** Shapes that the issuers document: a prefix, an alphabet, a length. */
const FORMS: readonly Form[] = [
  key('AKIA|ASIA|ABIA|ACCA', '[A-Z2-7]{16}'),
  key('AIza', '[\\w-]{35}'),
  key('gh[pousr]_', '[A-Za-z0-9]{36,255}'),
  key('github_pat_', '\\w{60,255}'),
  key('gl(?:pat|dt|rt|cbt|ptt|soat)-', '[\\w-]{20,64}'),
  key('xox[abeoprs]-', '[A-Za-z0-9-]{10,250}', 2.5),
  key('xapp-', '\\d-[A-Z0-9]+-\\d+-[a-z0-9]{20,128}'),
  key('(?:sk|rk)_(?:live|test|prod)_', '[A-Za-z0-9]{10,99}'),
  key('whsec_', '[A-Za-z0-9+/]{24,64}'),
  key('SG\\.', '[\\w-]{16,32}\\.[\\w-]{16,64}'),
  key('sk-(?:proj-|svcacct-|admin-|ant-(?:api|admin)\\d\\d-|or-v1-)?', '[\\w-]{20,200}', 3.5),
  key('npm_', '[A-Za-z0-9]{36}'),
  key('pypi-', '[\\w-]{50,250}'),
  key('hf_', '[A-Za-z0-9]{30,40}'),
  key('dop_v1_|doo_v1_|dor_v1_', '[a-f0-9]{64}'),
  key('shp(?:at|ca|pa|ss)_', '[a-fA-F0-9]{32}'),
  key('EAA', '[A-Za-z0-9]{60,300}', 3.5),
  key('Mid-(?:server|client)-', '[\\w-]{16,40}'),
  key('xnd_(?:development|production)_', '[A-Za-z0-9]{20,80}'),
  key('ya29\\.', '[\\w-]{20,300}'),
  key('PMAK-', '[a-f0-9]{24}-[a-f0-9]{34}'),
  key('lin_api_', '[A-Za-z0-9]{40}'),
  key('ntn_|secret_', '[A-Za-z0-9]{40,50}', 3.5),
  key('dckr_pat_', '[\\w-]{20,40}'),
  key('glsa_', '[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}'),
  key('AGE-SECRET-KEY-1', '[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}'),
  { anchor: /-us\d/, pattern: /(?<![A-Za-z0-9])[a-f0-9]{32}-us\d{1,2}(?![A-Za-z0-9])/g, bits: 3 },
  { anchor: /\d:[A-Za-z]/, pattern: /(?<![A-Za-z0-9])\d{8,10}:A[A-Za-z0-9_-]{34}(?![A-Za-z0-9_-])/g, bits: 3.5 },
  { anchor: /eyJ/, pattern: /(?<![A-Za-z0-9])eyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{10,700}/g, bits: 3.5 },
  { anchor: /AccountKey=/, pattern: /AccountKey=([A-Za-z0-9+/]{40,100}={0,2})/g, bits: 3.5 },
  {
    anchor: /hooks\./,
    pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9+/]{40,90}/g,
    bits: 3,
  },
  {
    anchor: /discord/,
    pattern: /https:\/\/(?:\w{1,12}\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/g,
    bits: 3,
  },
  {
    anchor: /PRIVATE KEY/,
    pattern:
      /-----BEGIN (?:[A-Z]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,4000}?(?:-----END (?:[A-Z]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
];

/** Keys and tokens of services by the shapes that their issuers publish. */
function keys(text: string): readonly Span[] {
  return FORMS.filter(({ anchor }) => anchor.test(text)).flatMap(({ pattern, bits }) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const value = match[1] ?? match[0];
      if (bits !== undefined && (entropy(value) < bits || isStandIn(value))) return [];
      return [{ kind: 'secret', start: match.index, end: match.index + match[0].length, confidence: 0.95, value }];
    }),
  );
}

export const identifier: TextIdentifier = { kind: 'secret', find: keys };
