// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { surfaceFrom } from '@/lib/surfaces/from-hooks.ts';
import type { SiteHooks } from '@/lib/surfaces/hooks.ts';
import { type Pointed, propose } from '@/lib/teach/propose.ts';
import { readingsOf } from '@/lib/teach/who.ts';
import { showPage, the } from './page.ts';

const SITE = {
  id: 'taught:obrolan.example',
  name: 'obrolan.example',
  matches: ['https://obrolan.example/*'],
  proof: { grade: 'taught', by: 'obrolan.example', on: '2026-11-22' },
} as const;

const CHAT = `
  <nav><a href="#/1">Sari Wulandari</a><input type="search" placeholder="Cari"></nav>
  <main class="x1n2onr6">
    <header class="_9vd5"><h2 class="x1heor9g">Sari Wulandari</h2></header>
    <div class="xzsf02u" contenteditable="true" role="textbox" aria-label="Tulis pesan"></div>
    <div class="x1o1ewxj" role="button" aria-label="Lampirkan"></div>
    <div class="x1o1ewxj" role="button" aria-label="Kirim" data-testid="send"></div>
  </main>`;

const MAIL = `
  <form id="surat">
    <input type="submit" value="Kirim surat" title="Kirim (S)" name="kirim">
    <label>Kepada <input name="to"></label><label>Tembusan <input name="cc"></label>
    <textarea name="isi"></textarea>
    <input type="submit" value="Kirim surat" name="kirim"><input type="submit" value="Simpan" name="simpan">
  </form>`;

const someone = (selector: string, channel: Pointed['channel'], at = 0): Pointed['who'][number] => ({
  element: the(selector),
  reading: readingsOf(the(selector), channel)[at],
  field: 'to',
});
const chat = (more: Partial<Pointed> = {}): SiteHooks | undefined =>
  propose(
    {
      channel: 'other_chat',
      isPublic: false,
      who: [someone('h2', 'other_chat')],
      text: the('[role="textbox"]'),
      send: the('[data-testid="send"]'),
      addresses: ['https://obrolan.example/'],
      ...more,
    },
    SITE,
  );
const selectorsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(selectorsIn)
      : [];

describe('what is proposed for a chat', () => {
  it('finds each part by role, name and data before any class, and by no class that a machine made', () => {
    showPage(CHAT);
    const box = chat()?.boxes[0];
    expect(box?.editor[0]).toBe('[role="textbox"][aria-label="Tulis pesan"]');
    expect(box?.send.slice(0, 2)).toEqual(['[role="button"][aria-label="Kirim"]', '[role="button"] ::named(Kirim)']);
    expect(box?.send.length).toBeGreaterThan(2);
    expect(selectorsIn(box).filter((each) => /x1|_9vd5|xzsf/.test(each))).toEqual([]);
  });

  it('reads in the page what was pointed at, and the message that is written there', () => {
    showPage(CHAT);
    const hooks = chat();
    the('[role="textbox"]').textContent = 'Halo';
    const [composer] = hooks ? surfaceFrom(hooks).composers(document) : [];
    expect(composer?.read()).toMatchObject({
      text: 'Halo',
      recipients: [{ address: 'chat:Sari Wulandari', field: 'direct' }],
      unreadable: [],
    });
  });

  it('tells one chat from another by the part of the address that differs', () => {
    showPage(CHAT);
    const addresses = ['https://obrolan.example/c/81', 'https://obrolan.example/c/82'];
    expect(chat({ addresses })?.boxes[0]?.who?.thread).toEqual({ in: 'url', match: 'c\\/([^/?#&=]+)' });
  });

  it('takes Enter for a send in a chat, and not in what has more than one line by its nature', () => {
    showPage(CHAT);
    expect(chat()?.boxes[0]?.keys).toBe('enter');
    expect(chat({ channel: 'public_post', isPublic: true })?.boxes[0]).toMatchObject({
      name: 'post',
      keys: 'mod-enter',
      audience: 'public',
    });
    expect(chat({ enterSends: false })?.boxes[0]?.keys).toBe('mod-enter');
  });

  it('is nothing where Send has no two ways to be found again', () => {
    showPage(
      '<main><h2>Sari</h2><textarea name="isi"></textarea><p><i class="x1a2b3"></i><i class="x9z8y7"></i></p></main>',
    );
    expect(
      propose(
        {
          channel: 'other_chat',
          isPublic: false,
          who: [someone('h2', 'other_chat')],
          text: the('textarea'),
          send: the('i'),
          addresses: [],
        },
        SITE,
      ),
    ).toBeUndefined();
  });
});

describe('what is proposed for a mail', () => {
  const mail = (): SiteHooks | undefined =>
    propose(
      {
        channel: 'email',
        isPublic: false,
        who: [
          { element: the('[name="to"]'), reading: undefined, field: 'to' },
          { element: the('[name="cc"]'), reading: undefined, field: 'cc' },
        ],
        text: the('textarea'),
        send: the('[name="kirim"]'),
        addresses: [],
      },
      SITE,
    );

  it('reads what is typed in each field as who it goes to', () => {
    showPage(MAIL);
    const hooks = mail();
    Object.assign(the('[name="to"]'), { value: 'ayu@harian.example, bima@kabar.example' });
    Object.assign(the('[name="cc"]'), { value: 'citra@warta.example' });
    const [composer] = hooks ? surfaceFrom(hooks).composers(document) : [];
    expect(composer?.read().recipients.map(({ field, address }) => `${field} ${address}`)).toEqual([
      'to ayu@harian.example',
      'to bima@kabar.example',
      'cc citra@warta.example',
    ]);
  });

  it('guards every Send of the same name in the form, and not what is called otherwise', () => {
    showPage(MAIL);
    const [composer] = mail() ? surfaceFrom(mail() as SiteHooks).composers(document) : [];
    const isHeld = (selector: string): boolean => {
      let held = false;
      const listen = (event: Event): void => {
        held = composer?.sendIntent(event) !== undefined;
      };
      window.addEventListener('click', listen, { capture: true, once: true });
      the(selector).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return held;
    };
    expect(isHeld('[name="kirim"]')).toBe(true);
    expect(isHeld('[name="kirim"]:not([title])')).toBe(true);
    expect(isHeld('[name="simpan"]')).toBe(false);
  });
});
