// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { textOf } from '@/lib/surfaces/hooked/read.ts';
import { threadOf } from '@/lib/teach/thread.ts';
import { alike, inputOf, readingsOf } from '@/lib/teach/who.ts';
import { showPage, the } from './page.ts';

const read = (selector: string, channel: 'email' | 'other_chat' = 'other_chat') => readingsOf(the(selector), channel);
const titleOf = (html: string) => {
  showPage(html);
  const [title] = read('h2');
  return title && { shown: title.shown, read: textOf(title.elements[0] as Element, title.from) };
};

describe('what of an element says who it is', () => {
  it('is an address before a title, wherever in a chip it stands', () => {
    showPage('<ul><li data-email="ayu@harian.example"><b>Ayu Lestari</b></li></ul>');
    expect(read('b', 'email')[0]).toMatchObject({ from: 'data-email', shown: 'ayu@harian.example', is: 'address' });
  });

  it('is cut out of words around it, and not out of a name and address as mail writes them', () => {
    showPage('<a href="mailto:ayu@harian.example?subject=x">Tulis</a><b title="Ayu <ayu@harian.example>">Ayu</b>');
    expect(read('a', 'email')[0]).toMatchObject({ shown: 'ayu@harian.example', match: expect.any(String) });
    expect(read('b', 'email')[0]).toEqual(expect.not.objectContaining({ match: expect.anything() }));
  });

  it('is a handle or a number in a chat', () => {
    showPage('<h2>@sari.w</h2><h3>+62 812-0000-0000</h3>');
    expect(read('h2')[0]).toMatchObject({ shown: '@sari.w', is: 'address' });
    expect(read('h3')[0]).toMatchObject({ shown: '+62 812-0000-0000', is: 'address' });
  });
});

describe('a title', () => {
  it.each([
    ['a part for screen readers alone', '<h2><span>Sari</span><span data-unseen>, daring</span></h2>'],
    ['a part that is not displayed', '<h2><span>Sari</span><i style="display: none">(2)</i></h2>'],
    ['a hidden part beside bare words', '<h2>Sari<i data-unseen> sedang mengetik</i></h2>'],
    ['nothing', '<h2>Sari</h2>'],
  ])('is shown, and read later, without %s that nobody sees', (_what, html) => {
    expect(titleOf(html)).toEqual({ shown: 'Sari', read: 'Sari' });
  });

  it('is nothing where all of it is hidden', () => {
    expect(titleOf('<h2><span data-unseen>Sari</span></h2>')).toBeUndefined();
  });
});

describe('chips', () => {
  it('of one field are taken together, at the same place in each', () => {
    showPage('<p><span class="chip"><b>a@a.example</b></span><span class="chip"><b>b@b.example</b></span><input></p>');
    expect(alike(the('b'))).toEqual([...document.querySelectorAll('b')]);
  });

  it('stand beside the field where the next address is typed, which is never the text itself', () => {
    showPage('<form><p><span class="chip">a@a.example</span><input name="to"></p><textarea></textarea></form>');
    expect(inputOf(the('.chip'), 'email', the('textarea'))).toBe(the('input'));
    showPage('<form><span class="chip">a@a.example</span><textarea></textarea></form>');
    expect(inputOf(the('.chip'), 'email', the('textarea'))).toBeUndefined();
  });
});

describe('the key of a chat in the address', () => {
  const at = (...paths: readonly string[]) => threadOf(paths.map((path) => `https://obrolan.example${path}`));

  it('is the one part that differs', () => {
    expect(at('/#/r/1', '/#/r/2')).toEqual({ in: 'url', match: 'r\\/([^/?#&=]+)' });
    expect(at('/chat?peer=1&x=0', '/chat?peer=2&x=0')).toEqual({ in: 'url', match: 'peer=([^/?#&=]+)' });
  });

  it.each([
    ['there is one address', ['/r/1']],
    ['two parts differ', ['/r/1/a', '/r/2/b']],
    ['they are of another shape', ['/r/1', '/r/1/2']],
  ])('is not guessed when %s', (_why, paths) => {
    expect(at(...paths)).toBeUndefined();
  });
});
