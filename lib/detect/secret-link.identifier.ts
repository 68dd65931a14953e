import { isStandIn } from './entropy.ts';
import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

const LOGIN = /(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@?#]{1,64}):([^\s/@]{3,128})@[^\s/]{1,253}/gi;
const SIGNED =
  /(?:https?:\/\/|www\.)[^\s?#]{1,500}[?#]\S{0,500}?(?:X-Amz-Signature|X-Goog-Signature|access_token|auth_token|api_?key|client_secret|sig|signature)=([\w%.~+/=-]{16,500})/gi;
/** What opens a shared folder or a meeting: meant for whoever gets the link. For the ledger to judge, not to stop. */
const SHARED = /(?:https?:\/\/|www\.)[^\s?#]{1,500}\?\S{0,500}?(?:resourcekey|rlkey|pwd)=([\w.~-]{6,200})/gi;

/** Links that let in whoever holds them: a name and a password in the address, a signature, a token. */
function secretLinks(text: string): readonly Span[] {
  if (!text.includes('://') && !/www\./i.test(text)) return [];
  const spans = (pattern: RegExp, group: number, confidence: number): readonly Span[] =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const value = match[group] ?? '';
      if (isStandIn(value)) return [];
      return [{ kind: 'secret', start: match.index, end: match.index + match[0].length, confidence, value }];
    });
  return [...spans(LOGIN, 2, 0.9), ...spans(SIGNED, 1, 0.8), ...spans(SHARED, 1, 0.4)];
}

export const identifier: TextIdentifier = { kind: 'secret', find: secretLinks };
