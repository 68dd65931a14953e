import { entropy, isStandIn } from './entropy.ts';
import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

const NAME =
  '(?:api|app|auth|access|account|client|consumer|secret|private|service|session|bearer|refresh|admin|db|database|webhook|signing|encryption|master|merchant|server)';
const ASSIGNED = new RegExp(
  `(?<![A-Za-z0-9])(?:[\\w.-]{0,30}?(?:${NAME}[-_. ]?(?:key|token|secret|id|pass(?:word)?)|secret|token|credentials?)[\\w.-]{0,20})["'\`]?\\s{0,3}(?::=|=>|=|:|\\s(?:is|adalah)\\s)\\s{0,3}["'\`]?([A-Za-z0-9_\\-./+=~]{12,200})`,
  'gi',
);
const AUTHORIZATION = /\b(?:bearer|basic)\s+([A-Za-z0-9_\-./+=~]{16,400})/gi;
const LONGEST = 30;

/** A value that looks drawn by lot behind the name of a key. Not a path, a word, a number or an id in the open. */
function assigned(text: string): readonly Span[] {
  if (!/key|token|secret|credential|bearer|basic/i.test(text)) return [];
  return [ASSIGNED, AUTHORIZATION].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const value = (match[1] ?? '').replace(/[.,]+$/, '');
      if (!isDrawn(value) || isStandIn(value)) return [];
      const start = match.index + match[0].lastIndexOf(match[1] ?? '');
      return [{ kind: 'secret', start, end: start + value.length, confidence: 0.8, value }];
    }),
  );
}

/** Digits among letters, and few signs that repeat. Words with dashes between them are words. */
function isDrawn(value: string): boolean {
  if (value.length < 12 || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/^(?:https?|ftp):|^\/|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(value)) return false;
  const parts = value.split(/[-_./]/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => /^(?:[a-z]+|[A-Z]?[a-z]+|\d{1,4}|v\d+)$/.test(part))) return false;
  const long = value.length >= LONGEST;
  return entropy(value) >= (long ? 3.3 : 3);
}

export const identifier: TextIdentifier = { kind: 'secret', find: assigned };
