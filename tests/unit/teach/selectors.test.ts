// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { lookThroughShadowsWith } from '@/lib/surfaces/deep.ts';
import { find } from '@/lib/surfaces/hooked/select.ts';
import { rootOf } from '@/lib/teach/root.ts';
import { selectorsFor } from '@/lib/teach/selectors.ts';
import { showPage, the } from './page.ts';

describe('ways to name an element', () => {
  it('each name it and nothing else, in every way that is given', () => {
    showPage(`
      <form name="pesan"><button type="button" class="css-1q2w3e">Lampirkan</button>
      <button type="submit" class="css-9z8y7x kirim" data-testid="kirim-pesan" id="ember1207">Kirim</button></form>
      <button type="submit">Cari</button>`);
    const send = the('[data-testid]');
    const ways = selectorsFor([send], document);
    expect(ways.length).toBeGreaterThan(2);
    for (const way of ways) expect(find(document, [way])).toEqual([send]);
    expect(ways.filter((way) => /css-|ember/.test(way))).toEqual([]);
  });

  it('begin with what a person or a test calls it, and use a class last', () => {
    showPage(
      '<div><button class="kirim" data-testid="send" aria-label="Kirim pesan" title="Kirim">➤</button></div><button>x</button>',
    );
    const ways = selectorsFor([the('[data-testid]')], document, 24);
    expect(ways.slice(0, 4)).toEqual([
      'button ::named(Kirim pesan)',
      '[data-testid="send"]',
      'button[aria-label="Kirim pesan"]',
      'button[title="Kirim"]',
    ]);
    expect(ways.findIndex((way) => way.includes('.kirim'))).toBe(ways.length - 1);
  });

  it.each([
    ['the name of the other person', '<button aria-label="Kirim ke ayu@harian.example">➤</button>', 'aria-label'],
    ['a count', '<button aria-label="Kirim 3 pesan">➤</button>', 'aria-label'],
    ['a number in a data attribute', '<button data-id="8841001">➤</button>', 'data-id'],
  ])('never hold %s, which is another one tomorrow', (_what, html, attribute) => {
    showPage(`<main>${html}</main>`);
    expect(selectorsFor([the('button')], document).filter((way) => way.includes(attribute))).toEqual([]);
  });

  it('lead into a tree of its own from outside', () => {
    showPage('<chat-box></chat-box>');
    const inside = the('chat-box').attachShadow({ mode: 'open' });
    const send = document.createElement('button');
    send.setAttribute('aria-label', 'Kirim');
    inside.append(send);
    lookThroughShadowsWith((element) => element.shadowRoot);
    const ways = selectorsFor([send], document.body);
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way).toMatch(/chat-box >>> /);
  });
});

describe('the part that holds them all', () => {
  it('is the smallest that can be found again from each of them', () => {
    showPage(
      '<main id="app"><section class="a"><form name="tulis"><div class="x1n2onr6"><textarea></textarea><button>Kirim</button></div></form></section></main>',
    );
    const root = rootOf([the('textarea'), the('button')]);
    expect(root?.element).toBe(the('form'));
    expect(root?.selectors[0]).toBe('form[name="tulis"]');
  });

  it('is not one that looks the same further in', () => {
    showPage(
      '<div class="kotak"><h2>Sari</h2><div class="kotak"><textarea></textarea></div><button>Kirim</button></div>',
    );
    expect(rootOf([the('h2'), the('textarea'), the('button')])?.element).toBe(document.body);
  });
});
