import type { Recipient } from '../../domain/draft.ts';
import type { MentionHooks } from '../hooks.ts';
import { patternOf, readEvery, readFirst } from './read.ts';

/** Whom the words themselves address. `agrees` is false where one names no server, and none is to be had. */
export function mentionsIn(
  hooks: MentionHooks,
  text: string,
  root: Element,
): { readonly recipients: readonly Recipient[]; readonly agrees: boolean } {
  const shown = readEvery(hooks.at, root).map((each) => tidy(each.text));
  const pattern = patternOf(hooks.match);
  const written = (pattern ? [...text.matchAll(pattern)] : []).map((match) => tidy(match[1] ?? match[0]));
  // An element tells the server that its words leave out.
  const bare = written.filter((each) => !shown.some((whole) => whole === each || whole.startsWith(`${each}@`)));
  const all = [...new Set([...shown, ...bare])];
  const host = all.every((each) => each.includes('@')) ? '' : (readFirst(hooks.host, root)?.text ?? '');
  const whole = all.map((each) => (each.includes('@') || host === '' ? each : `${each}@${host}`));
  return {
    recipients: [...new Set(whole)].map((address) => ({ field: 'direct', address })),
    agrees: hooks.host === undefined || whole.every((each) => each.includes('@')),
  };
}

/** The full stop after a mention is the sentence's. */
const tidy = (mention: string): string => mention.replace(/^@/, '').replace(/[.-]+$/, '');
