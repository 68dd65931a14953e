import type { Lesson, TaughtSite } from '@/lib/adapters/shelf.ts';
import { taughtSite } from '@/lib/adapters/taught.ts';
import type { BoxHooks, SiteHooks } from '@/lib/surfaces/hooks.ts';

export const ORIGIN = 'https://obrolan.example';

export const aBox = (box: Partial<BoxHooks> = {}): BoxHooks => ({
  name: 'message',
  root: ['main'],
  editor: ['[role="textbox"]'],
  who: { title: { at: ['h2'] } },
  send: ['button ::named(Kirim)', 'button[type="submit"]'],
  keys: 'enter',
  ...box,
});

export const someHooks = (hooks: Partial<SiteHooks> = {}): SiteHooks => ({
  id: 'taught:obrolan.example',
  name: 'obrolan.example',
  channel: 'other_chat',
  matches: [`${ORIGIN}/*`],
  optional: true,
  proof: { grade: 'taught', by: 'obrolan.example', on: '2026-11-22' },
  version: 1,
  boxes: [aBox()],
  ...hooks,
});

export const aLesson = (teacher: string, hooks: Partial<SiteHooks> = {}): Lesson => ({
  teacher,
  hooks: someHooks(hooks),
});
export const aSite = (teacher: string, hooks: Partial<SiteHooks> = {}): TaughtSite =>
  taughtSite(aLesson(teacher, hooks), ORIGIN, '2026-11-22T02:00:00.000Z');
