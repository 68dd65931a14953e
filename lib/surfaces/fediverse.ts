import type { BoxHooks, ReadHooks } from './hooks.ts';

/** `@name` of the own server, `@name@server` of another; not the middle of a mail address or a link. */
export const MENTION = '(?:^|[^\\w@./])@([\\w.-]+(?:@[\\w.\\u00a1-\\uffff-]+)?)';

/** Only a direct post is for those whom it names; one to followers is for whoever follows, now or later. */
export const notForAll = (read: ReadHooks): NonNullable<BoxHooks['visibility']> => ({
  read,
  people: 'icon-at|fa-at|fa-envelope|at-line|^direct$',
});
