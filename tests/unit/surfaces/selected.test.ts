// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readSelected, type Selected } from '@/lib/surfaces/selected.ts';

/** Invented pages; only the attributes by which a site names a sender are those of the site. */
function selecting(html: string, words: string, url = 'https://mail.google.com/mail/u/0/'): Selected | null {
  document.head.innerHTML = `<base href="${url}">`;
  document.body.innerHTML = html;
  const walk = document.createTreeWalker(document.body, 4);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const start = node.textContent?.indexOf(words) ?? -1;
    if (start < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, start, node, start + words.length);
    return readSelected(document, new URL(url) as unknown as Location);
  }
  throw new Error(`"${words}" is not in the page`);
}

const letter = (from: string, name: string, body: string, id = '1'): string =>
  `<div class="adn" data-message-id="#msg-f:${id}"><div class="gE"><span class="gD" email="${from}" name="${name}">${name}</span>
   <span class="g2" email="humas@kota.example">me</span></div><div class="a3s">${body}</div></div>`;

describe('reading what is selected', () => {
  it('finds the sender of the very letter in a thread, and the letter’s own mark', () => {
    const thread =
      letter('ayu@kabar.example', 'Ayu', '<p>Halo</p>', '1') +
      letter(
        'sari@lentera.example',
        'Sari',
        '<p>Tolong jangan kirim lagi. <a href="mailto:budi@lain.example">Budi</a></p>',
        '2',
      );
    expect(selecting(thread, 'jangan kirim lagi')).toEqual({
      text: 'jangan kirim lagi',
      host: 'mail.google.com',
      message: '#msg-f:2',
      own: false,
      writers: [{ raw: 'sari@lentera.example', name: 'Sari', sure: true }],
    });
  });

  it('knows the From line of Roundcube', () => {
    const page = `<table><tr><td class="header from"><span class="adr"><a class="rcmContactAddress" href="mailto:sari@lentera.example"
      title="sari@lentera.example">Sari W</a></span></td></tr><tr><td class="header to"><a class="rcmContactAddress"
      title="humas@kota.example">Humas</a></td></tr></table><div id="messagebody"><p>Ya, silakan.</p></div>`;
    const found = selecting(page, 'silakan', 'https://surat.test/?_task=mail&_uid=42&_mbox=INBOX');
    expect(found?.writers).toEqual([{ raw: 'sari@lentera.example', name: 'Sari W', sure: true }]);
    expect(found?.message).toBe('42');
  });

  it('elsewhere names everybody around, nearest first, and is sure of none', () => {
    const page = `<a href="mailto:jauh@media.example">Jauh</a><div><b title="Dekat &lt;dekat@media.example&gt;">Dekat</b>
      <p>Saya setuju.</p></div><nav><a href="mailto:menu@media.example">Menu</a></nav>`;
    expect(selecting(page, 'setuju', 'https://surat.test/')?.writers).toEqual([
      { raw: 'dekat@media.example', name: 'Dekat', sure: false },
      { raw: 'jauh@media.example', name: 'Jauh', sure: false },
    ]);
  });

  it.each([
    ['[10.12, 22/11/2026] Rani Kusuma: ', { raw: 'Rani Kusuma', title: true, name: 'Rani Kusuma', sure: true }],
    ['[10:12 AM, 11/22/2026] +62 812-3456-7890: ', { raw: '+62 812-3456-7890', sure: true }],
  ])('reads who wrote in a chat from %j', (before, writer) => {
    const page = `<div role="row"><div data-id="false_x_3EB0AA"><div class="message-in copyable-text" data-pre-plain-text="${before}">
      <span>Jangan kirim lagi ya</span></div></div></div>`;
    const found = selecting(page, 'Jangan kirim', 'https://web.whatsapp.com/');
    expect(found).toMatchObject({ own: false, message: '3EB0AA', writers: [writer] });
  });

  it('takes a number from the mark of a chat’s message, and keeps no number in where it is found again', () => {
    const page = `<div data-id="false_6281234567890@c.us_3EB0BB"><span>Oke</span></div>`;
    const found = selecting(page, 'Oke', 'https://web.whatsapp.com/');
    expect(found?.writers).toEqual([{ raw: '+6281234567890', sure: true }]);
    expect(found?.message).toBe('3EB0BB');
  });

  it('takes a profile that a page of a network links to', () => {
    const page = `<header><a href="/rani.kusuma/">rani</a></header><div><span>Setuju</span></div>`;
    expect(selecting(page, 'Setuju', 'https://www.instagram.com/direct/t/1/')?.writers).toEqual([
      { raw: 'https://www.instagram.com/rani.kusuma/', name: 'rani', sure: false },
    ]);
  });

  it('tells one’s own words: a message of theirs is not, a box to write in is, and the quote in it is not', () => {
    expect(selecting('<div class="message-out"><span>Halo Bu</span></div>', 'Halo')?.own).toBe(true);
    const box = '<div contenteditable="true"><p>Baik, terima kasih</p><blockquote>Jangan kirim lagi</blockquote></div>';
    expect(selecting(box, 'Baik')?.own).toBe(true);
    expect(selecting(box, 'Jangan')?.own).toBe(false);
    expect(selecting(letter('a@b.example', 'A', '<p>Ya</p>'), 'Ya')?.own).toBe(false);
  });

  it('takes the time where the page writes it for machines', () => {
    const page = `<article><time datetime="2026-11-03T09:15:00+07:00">3 Nov</time><p>Setuju</p></article>`;
    expect(selecting(page, 'Setuju')?.saidAt).toBe('2026-11-03T02:15:00.000Z');
  });

  it('is nothing where nothing is selected', () => {
    document.getSelection()?.removeAllRanges();
    expect(readSelected(document)).toBeNull();
  });
});
