import type { BoxHooks, SiteHooks } from './hooks.ts';

/** Fields of a letter that these hooks do not read: copies go to whoever stands there, unseen. A post has none. */
export const copiesUnread = (channel: SiteHooks['channel'], box: BoxHooks): readonly ('cc' | 'bcc')[] =>
  channel === 'email' && box.audience !== 'public' ? (['cc', 'bcc'] as const).filter((field) => !box[field]) : [];
