import { describe, expect, it } from 'vitest';
import { parseHooks } from '@/lib/adapters/schema.ts';
import { hooksFor } from '@/lib/adapters/shelf.ts';
import { readTaught, writeTaught } from '@/lib/adapters/taught-file.ts';
import surfaces from '@/lib/surfaces/registry.ts';
import { aBox, aSite, ORIGIN, someHooks } from './build.ts';

const file = (change: (value: Record<string, unknown>) => void): string => {
  const value = JSON.parse(writeTaught(aSite('teacher-a'))) as Record<string, unknown>;
  change(value);
  return JSON.stringify(value);
};
const box = (change: object): string =>
  file((value) => {
    value.lessons = [{ teacher: 'teacher-a', hooks: { ...someHooks(), boxes: [{ ...aBox(), ...change }] } }];
  });

describe('a taught site as a file', () => {
  it('comes back as it went, but for the permission', () => {
    const site = { ...aSite('teacher-a'), allowed: true };
    expect(readTaught(writeTaught(site))).toEqual({ ok: true, value: { ...site, allowed: false } });
  });

  it('guards the origin that it names and no other, whatever its hooks say', () => {
    const read = readTaught(
      file((value) => {
        value.lessons = [
          { teacher: 'teacher-a', hooks: someHooks({ id: 'gmail', matches: ['https://mail.google.com/*'] }) },
        ];
      }),
    );
    expect(read.ok && read.value.hooks).toMatchObject({ id: 'taught:obrolan.example', matches: [`${ORIGIN}/*`] });
  });

  it.each([
    ['what is not JSON', '{', 'taught_wrong_json', ''],
    ['another kind of file', file((v) => Object.assign(v, { izin: 'ledger/1' })), 'taught_wrong_value', 'izin'],
    ['a field that nobody knows', box({ script: 'x' }), 'taught_wrong_unknown', 'lessons.0.hooks.boxes.0.script'],
    ['a missing part', box({ send: undefined }), 'taught_wrong_missing', 'lessons.0.hooks.boxes.0.send'],
    ['what is no selector', box({ send: ['a{}'] }), 'taught_wrong_selector', 'lessons.0.hooks.boxes.0.send.0'],
    [
      'a slow pattern',
      box({ who: { title: { at: ['h2'], match: '(a+)+$' } } }),
      'taught_wrong_pattern',
      'lessons.0.hooks.boxes.0.who.title.match',
    ],
    [
      'an address that is none',
      file((v) => Object.assign(v, { origin: 'javascript:1' })),
      'taught_wrong_address',
      'origin',
    ],
  ])('is refused for %s, and the place is named', (_what, text, key, place) => {
    const read = readTaught(text);
    expect(read.ok ? [] : read.error).toMatchObject([{ key, ...(place && { params: { place } }) }]);
  });
});

describe('the shelf', () => {
  const shelf = { taught: [{ ...aSite('teacher-a'), allowed: true }], corrections: [], signers: [] };

  it('has a taught site for its own origin alone, and only once it is allowed', () => {
    expect(hooksFor(shelf, { href: `${ORIGIN}/chat/1` }, [])).toMatchObject([{ by: 'taught' }]);
    expect(hooksFor(shelf, { href: 'https://obrolan.example.jahat.example/' }, [])).toEqual([]);
    expect(hooksFor(shelf, { href: 'https://obrolan.example:8443/' }, [])).toEqual([]);
    const waiting = { ...shelf, taught: [aSite('teacher-a')] };
    expect(hooksFor(waiting, { href: `${ORIGIN}/` }, [])).toEqual([]);
  });
});

describe('the hooks that Izin comes with', () => {
  it.each(surfaces.flatMap(({ hooks }) => (hooks ? [hooks] : [])))(
    'are of the shape that a correction must have: $id',
    (hooks) => {
      expect(parseHooks(JSON.parse(JSON.stringify(hooks)))).toMatchObject({ ok: true });
    },
  );
});
