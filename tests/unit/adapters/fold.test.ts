import { describe, expect, it } from 'vitest';
import { foldLessons } from '@/lib/adapters/fold.ts';
import { parseHooks } from '@/lib/adapters/schema.ts';
import type { BoxHooks, FieldHooks, ReadHooks, WhoHooks } from '@/lib/surfaces/hooks.ts';
import { aLesson } from './build.ts';

const READ: ReadHooks = { at: ['#a'], in: 'page', from: 'title', match: '(a)' };
const FIELD: Required<FieldHooks> = {
  chips: READ,
  address: READ,
  name: READ,
  typed: READ,
  group: ['#a'],
  remove: ['#a'],
  input: ['#a'],
  open: ['#a'],
};
const WHO: Required<WhoHooks> = {
  thread: READ,
  handle: READ,
  title: READ,
  agree: [READ],
  group: [READ],
  members: READ,
  panel: READ,
  unsure: true,
};
/** Every field there is: one that is new in the type does not compile until it stands here. `people` is the default and is left out. */
const BOX: Required<Omit<BoxHooks, 'audience'>> = {
  name: 'message',
  channel: 'email',
  root: ['#a'],
  editor: ['#a'],
  where: '^/a',
  not: ['#a'],
  subject: READ,
  from: READ,
  to: FIELD,
  cc: FIELD,
  bcc: FIELD,
  who: WHO,
  mentions: { match: '(a)', at: READ, host: READ },
  visibility: { read: READ, people: '(a)' },
  attachments: READ,
  when: { shown: READ, fields: ['#a'], clock: ['#b'] },
  quoted: ['#a'],
  reply: ['#a'],
  send: ['#a', '#b'],
  sendMayMiss: 'empty',
  also: [
    { at: ['#a'], in: 'page', how: 'confirm', after: ['#b'], content: 'voice', words: 'own', when: READ, asks: 'time' },
  ],
  saves: ['#a'],
  keys: 'enter',
  enterAnywhere: true,
  shortcuts: [{ key: 's', with: 'alt', when: ['#a'] }],
  enterIsNewline: ['#a'],
  enterUnsure: true,
  content: 'voice',
  replay: ['click', 'ask'],
  sent: ['#a'],
  anchor: ['#a'],
  cannot: ['body'],
};

describe('every field that hooks can have', () => {
  it('is taken at the edge', () => {
    expect(parseHooks(JSON.parse(JSON.stringify(aLesson('teacher-a', { boxes: [BOX] }).hooks)))).toMatchObject({
      ok: true,
    });
  });

  it('is still there when two teachers said the same', () => {
    const folded = foldLessons([aLesson('teacher-a', { boxes: [BOX] }), aLesson('teacher-b', { boxes: [BOX] })]);
    expect(folded.boxes).toEqual([BOX]);
  });
});
