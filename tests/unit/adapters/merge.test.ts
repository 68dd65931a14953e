import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaughtSite } from '@/lib/adapters/shelf.ts';
import { edited, learnt, mergeTaught } from '@/lib/adapters/taught.ts';
import { aBox, aSite, someHooks } from './build.ts';

const selectors = fc.uniqueArray(fc.constantFrom('#a', '.b', '[name="c"]', 'd > e', 'f'), {
  minLength: 1,
  maxLength: 4,
});
const box = fc
  .record({
    name: fc.constantFrom('message', 'post', 'mail'),
    root: selectors,
    editor: selectors,
    send: selectors,
    not: fc.option(selectors, { nil: undefined }),
    audience: fc.constantFrom('people' as const, 'public' as const),
    keys: fc.constantFrom('enter' as const, 'mod-enter' as const, 'none' as const),
    who: fc.record({ title: fc.record({ at: selectors, from: fc.constantFrom('text', 'title') }) }),
  })
  .map(({ not, ...rest }) => aBox({ ...rest, ...(not && { not }) }));
const site = fc
  .record({
    teacher: fc.constantFrom('teacher-a', 'teacher-b', 'teacher-c'),
    version: fc.integer({ min: 1, max: 3 }),
    channel: fc.constantFrom('email' as const, 'other_chat' as const, 'public_post' as const),
    boxes: fc.uniqueArray(box, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
  })
  .map(({ teacher, ...hooks }) => aSite(teacher, hooks));

const merged = (sites: readonly TaughtSite[]): TaughtSite => sites.reduce(mergeTaught);

describe('versions of several teachers', () => {
  it('end at the same, whoever is merged with whom first', () => {
    fc.assert(
      fc.property(site, site, site, (a, b, c) => {
        expect(mergeTaught(a, b)).toEqual(mergeTaught(b, a));
        expect(merged([merged([a, b]), c])).toEqual(merged([a, merged([b, c])]));
        const once = merged([a, b]);
        expect(merged([once, once])).toEqual(once);
        expect(merged([once, a])).toEqual(once);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('unite their ways to find a part, those first that most of them have', () => {
    const all = merged([
      aSite('teacher-a', { boxes: [aBox({ send: ['#x', '#y'] })] }),
      aSite('teacher-b', { boxes: [aBox({ send: ['#z', '#y'] })] }),
    ]);
    expect(all.hooks.boxes[0]?.send).toEqual(['#y', '#x', '#z']);
    expect(all.hooks.version).toBe(2);
  });

  it('take the stricter where they differ: people over public, Enter over Ctrl+Enter, and look away only together', () => {
    const { hooks } = merged([
      aSite('teacher-a', {
        channel: 'public_post',
        boxes: [aBox({ audience: 'public', keys: 'mod-enter', not: ['#q'] })],
      }),
      aSite('teacher-b', { channel: 'other_chat', boxes: [aBox({ keys: 'enter' })] }),
    ]);
    expect(hooks.channel).toBe('other_chat');
    expect(hooks.boxes[0]?.audience).toBeUndefined();
    expect(hooks.boxes[0]?.who).toEqual({ title: { at: ['h2'] } });
    expect(hooks.boxes[0]?.keys).toBe('enter');
    expect(hooks.boxes[0]?.not).toBeUndefined();
  });

  it('never give a permission by themselves', () => {
    expect(merged([aSite('teacher-a'), aSite('teacher-b')]).allowed).toBe(false);
  });

  it('of one teacher keep the newest', () => {
    const all = merged([aSite('teacher-a', { version: 2, name: 'New' }), aSite('teacher-a', { name: 'Old' })]);
    expect(all.lessons).toHaveLength(1);
    expect(all.hooks.name).toBe('New');
  });
});

describe('one teacher', () => {
  it('learns another box of a site beside the first', () => {
    const lesson = { teacher: 'teacher-a', hooks: someHooks({ boxes: [aBox({ name: 'post' })] }) };
    const again = learnt(aSite('teacher-a'), lesson);
    expect(again.hooks.boxes.map(({ name }) => name)).toEqual(['message', 'post']);
    expect(again.hooks.version).toBe(2);
  });

  it('owns the whole after an edit', () => {
    const both = merged([aSite('teacher-a'), aSite('teacher-b', { boxes: [aBox({ send: ['#bad', '#worse'] })] })]);
    const now = edited(both, 'teacher-a', someHooks());
    expect(now.hooks.boxes[0]?.send).not.toContain('#bad');
    expect(now.hooks.version).toBe(3);
  });
});
