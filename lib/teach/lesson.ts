import type { Channel } from '../domain/enums.ts';
import type { BoxHooks, SiteHooks } from '../surfaces/hooks.ts';
import { type MailField, type Pointed, propose } from './propose.ts';
import { threadOf } from './thread.ts';
import type { Reading } from './who.ts';

export type Audience = 'people' | 'title' | 'public';

/** What the teacher has said so far. */
export interface Lesson {
  channel: Channel;
  audience: Audience;
  who: {
    readonly element: Element;
    readonly readings: readonly Reading[];
    chosen: number;
    readonly field: MailField;
  }[];
  text?: Element;
  send?: Element;
  enterSends?: boolean;
  readonly addresses: Set<string>;
}

/** Those that people write in on a page. */
export const CHANNELS_TAUGHT: readonly Channel[] = [
  'email',
  'other_chat',
  'marketplace_chat',
  'whatsapp',
  'instagram_dm',
  'facebook_msg',
  'tiktok_dm',
  'x_dm',
  'linkedin_msg',
  'telegram',
  'social_comment',
  'public_post',
];

/** A channel that fits the page, to begin with. */
export function firstLesson(document: Document): Lesson {
  const isMail = document.querySelector('input[name*="subject" i], input[id*="subject" i], [name="to"]') !== null;
  return {
    channel: isMail ? 'email' : 'other_chat',
    audience: 'people',
    who: [],
    addresses: new Set([document.URL]),
  };
}

export function proposalOf(
  lesson: Lesson,
  site: Pick<SiteHooks, 'id' | 'name' | 'matches' | 'proof'>,
): SiteHooks | undefined {
  const { text, send } = lesson;
  if (!text || !send) return undefined;
  const pointed: Pointed = {
    channel: lesson.channel,
    isPublic: lesson.audience === 'public',
    who: lesson.who.map(({ element, readings, chosen, field }) => ({ element, field, reading: readings[chosen] })),
    text,
    send,
    ...(lesson.enterSends !== undefined && { enterSends: lesson.enterSends }),
    addresses: [...lesson.addresses],
  };
  return propose(pointed, site);
}

/** What was said since: of Enter, and of the addresses of other chats. The page may have been drawn anew meanwhile. */
export function withAnswers(hooks: SiteHooks, { enterSends, addresses }: Lesson): SiteHooks {
  const thread = threadOf([...addresses]);
  const boxes = hooks.boxes.map(
    (box): BoxHooks => ({
      ...box,
      keys: enterSends ? 'enter' : 'mod-enter',
      ...(box.who && thread && { who: { ...box.who, thread } }),
    }),
  );
  return { ...hooks, boxes };
}
