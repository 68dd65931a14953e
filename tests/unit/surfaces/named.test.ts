// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { closestNamed, matchesNamed, queryNamed } from '@/lib/surfaces/named.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <div role="button" id="words"><span>  Kirim </span></div>
    <div role="button" id="label" aria-label="Send"><svg></svg></div>
    <div role="button" id="inside"><svg aria-label="\u202aSEND\u202c"></svg></div>
    <div role="button" id="longer">Kirim tanpa catatan</div>`;
});
const ids = (selector: string): readonly string[] => queryNamed(document, selector).map(({ id }) => id);

describe('a control without a mark', () => {
  test('is found by its words, its label, or the label of its picture, in any case', () => {
    expect(ids('[role="button"] ::named(Send|Kirim)')).toEqual(['words', 'label', 'inside']);
  });

  test('is not found by a part of its name', () => {
    expect(ids('[role="button"]::named(Kirim tanpa)')).toEqual([]);
    expect(ids('[role="button"]::named(Kirim tanpa catatan)')).toEqual(['longer']);
  });

  test('is found from what stands inside of it', () => {
    const inner = document.querySelector('#words span')!;
    expect(closestNamed(inner, '[role="button"]::named(Kirim)')?.id).toBe('words');
    expect(closestNamed(inner, '[role="button"]::named(Batal)')).toBeNull();
    expect(matchesNamed(inner.parentElement!, '[role="button"]::named(Kirim)')).toBe(true);
  });

  test('leaves plain CSS as it is', () => {
    expect(ids('[aria-label="Send"]:not(svg)')).toEqual(['label']);
  });
});
