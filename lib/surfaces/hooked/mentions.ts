import type { Recipient } from '../../domain/draft.ts';
import type { MentionHooks } from '../hooks.ts';
import { patternOf, readEvery, readFirst } from './read.ts';

export interface Mentioned {
  readonly recipients: readonly Recipient[];
  /** Every one is known by name and server. */
  readonly isWhole: boolean;
}

/** Whom the words address: `@ana@server`, or `@ana` on the server that this account is on. */
export function mentionedIn(hooks: MentionHooks, root: Element, text: string): Mentioned {
  const own = readFirst(hooks.host, root)?.text ?? '';
  const marked = readEvery(hooks.at, root).map((each) => tidy(each.text));
  const written = [...text.matchAll(patternOf(hooks.match) ?? /(?!)/g)].map((found) => tidy(found[1] ?? found[0]));
  // What stands in an element is in the text too, maybe without its server.
  const others = written.filter((each) => !marked.some((one) => one === each || one.startsWith(`${each}@`)));
  const addresses = [...new Set([...marked, ...others])].filter((each) => each !== '');
  return {
    recipients: addresses.map((each) => ({ field: 'direct', address: whole(each, own) })),
    isWhole: addresses.every((each) => whole(each, own).includes('@')),
  };
}

/** The full stop after a mention is the sentence's. */
const tidy = (mention: string): string =>
  mention
    .trim()
    .replace(/^@/, '')
    .replace(/[.-]+$/, '')
    .toLowerCase();

const whole = (mention: string, own: string): string =>
  mention.includes('@') || own === '' ? mention : `${mention}@${own.toLowerCase()}`;
