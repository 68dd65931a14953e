import { disjoint } from './disjoint.ts';
import { type TextIdentifier, words } from './identifier.ts';
import type { Span } from './span.ts';
import { distanceBefore, windowAt } from './window.ts';

const FOUR =
  /(?<![\p{L}\p{N}_.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\p{N}_]|\.\d|-\d)/gu;
const IS_FOUR = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const SIX = /(?<![\p{L}\p{N}_.:])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,45}(?:%[0-9A-Za-z]{1,16})?(?![\p{L}\p{N}_:])/gu;
const VERSIONS = words('v ver versi version rilis release bab pasal bagian section chapter');

/** IP addresses. What is worth saying about one is for a rule to know; a version or a chapter's number is none. */
function addresses(text: string): readonly Span[] {
  const six = text.includes(':') ? [...text.matchAll(SIX)].flatMap((match) => spanOf(match, isSix)) : [];
  const four = [...text.matchAll(FOUR)].flatMap((match) => spanOf(match, () => !isVersion(text, match)));
  return disjoint([...six, ...four]);
}

function spanOf(match: RegExpMatchArray, holds: (written: string) => boolean): readonly Span[] {
  const written = match[0].replace(/\.$/, '');
  const start = match.index ?? 0;
  if (!holds(written)) return [];
  return [{ kind: 'ip', start, end: start + written.length, confidence: 0.7, value: written.toLowerCase() }];
}

function isVersion(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const named = distanceBefore(windowAt(text, start, start + match[0].length), VERSIONS);
  return named !== undefined && named <= 3;
}

/** RFC 4291: eight groups, or fewer and one "::"; the last two may be written as four numbers. A clock time is none. */
function isSix(written: string): boolean {
  const words = written.replace(/%.*$/, '');
  const halves = words.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const four = last.includes('.');
  if (four && !IS_FOUR.test(last)) return false;
  if (groups.some((group, at) => !(four && at === groups.length - 1) && !/^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = groups.length + (four ? 1 : 0);
  // Eight pairs are the address of a device (EUI-64).
  if (halves.length === 1) return count === 8 && groups.some((group) => group.length !== 2);
  return count < 8 && (groups.length > 1 || /\d/.test(words));
}

export const identifier: TextIdentifier = { kind: 'ip', find: addresses };
