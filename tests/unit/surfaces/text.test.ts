// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { addressKey, splitAddresses } from '../../../lib/surfaces/addresses.ts';
import { goToInText } from '../../../lib/surfaces/go-to.ts';
import { readText } from '../../../lib/surfaces/text.ts';

function editor(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.replaceChildren(element);
  return element;
}

describe('the text of an editor', () => {
  it.each([
    ['<div>Hello</div><div><br></div><div>World</div>', 'Hello\n\nWorld'],
    ['a<br>b', 'a\nb'],
    ['<p>one</p><p>two</p>', 'one\ntwo'],
    ['<ul><li>x</li><li>y</li></ul>', 'x\ny'],
    ['hi <img alt="😀"> there', 'hi 😀 there'],
    ['two&nbsp;words', 'two words'],
    ['<b>Jo</b>hn', 'John'],
  ])('%s', (html, text) => {
    expect(readText(editor(html)).text).toBe(text);
  });

  it('leaves out what is skipped', () => {
    expect(
      readText(editor('<div>own</div><blockquote>theirs</blockquote>'), (e) => e.tagName === 'BLOCKQUOTE').text,
    ).toBe('own');
  });
});

describe('going to a place', () => {
  const selected = (): string => window.getSelection()?.toString() ?? '';

  it('selects words that stand across elements', () => {
    const element = editor('<div>Dear <b>[na</b>me],</div>');
    const map = readText(element);
    expect(goToInText(element, map, { zone: 'text', start: 5, end: 11, words: '[name]' })).toBe(true);
    expect(selected()).toBe('[name]');
  });

  it('finds words that have moved, nearest to where they stood', () => {
    const element = editor('<div>x [a] and more words, then [a]</div>');
    goToInText(element, readText(element), { zone: 'text', start: 30, end: 33, words: '[a]' });
    expect(window.getSelection()?.anchorOffset).toBe(27);
  });

  it('says that the words are gone', () => {
    const element = editor('<div>nothing</div>');
    expect(goToInText(element, readText(element), { zone: 'text', start: 0, end: 3, words: '[a]' })).toBe(false);
  });
});

describe('typed addresses', () => {
  it('are split where they end, not inside names', () => {
    expect(splitAddresses('"Ana, the first" <ana@x.example>; b@x.example,\nc@x.example, ')).toEqual([
      { address: 'ana@x.example', name: 'Ana, the first' },
      { address: 'b@x.example' },
      { address: 'c@x.example' },
    ]);
  });

  it('compare without names and case', () => {
    expect(addressKey('Ana <ANA@X.example>')).toBe('ana@x.example');
  });
});
