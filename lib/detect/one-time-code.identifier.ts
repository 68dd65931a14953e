import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

const NAMED =
  /(?<![\p{L}\p{N}])(?:kode (?:otp|verifikasi|rahasia|keamanan)|otp|(?:verification|security|one[- ]time|login|confirmation) (?:code|pass(?:word|code))|kode unik login)(?:-?nya)?(?![\p{L}\p{N}])[^\n\d]{0,30}?(?<![\p{L}\p{N}.,/-])(?:[A-Z]-)?(\d{3}[ -]\d{3}|\d{4,8})(?![\p{L}\p{N}]|[.,/-]\d|[ ]?(?:menit|detik|jam|minutes?|seconds?|digit|angka|orang|kali))/giu;

/** A code that was sent to somebody to prove who they are. */
function codes(text: string): readonly Span[] {
  if (!/otp|kode|code|pass/i.test(text)) return [];
  return [...text.matchAll(NAMED)].map((match): Span => {
    const digits = match[1] ?? '';
    const end = match.index + match[0].length;
    return { kind: 'secret', start: end - digits.length, end, confidence: 0.8, value: digits.replaceAll(/\D/g, '') };
  });
}

export const identifier: TextIdentifier = { kind: 'secret', find: codes };
