// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.instagram.com/direct/t/17801/"}
import { beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import instagram from '@/lib/surfaces/instagram.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

const PERSON = '<a role="link" href="/rani.kusuma/"><h2><span title="Rani Kusuma">Rani Kusuma</span></h2></a>';
const GROUP = '<h2><span title="Tim">Tim</span></h2>';
const from = (handle: string): string => `<div role="group"><a href="/${handle}/"><img></a><span>Halo</span></div>`;
const BOX = '[data-pagelet="IGDComposerForCannes"]';
const SEND = '<div role="button" id="send">Send</div>';

interface Parts {
  readonly header?: string;
  readonly inbound?: readonly string[];
  readonly box?: string;
  readonly pagelet?: string;
  readonly layer?: string;
}
function open(parts: Parts = {}): () => Draft {
  const { header = PERSON, inbound = ['rani.kusuma'], pagelet = 'IGDComposerForCannes', layer = '' } = parts;
  const box = parts.box ?? `<div contenteditable="true" role="textbox" data-lexical-editor="true">Halo</div>${SEND}`;
  document.body.innerHTML = `<nav><a role="link" href="/akun.saya/">Profil</a></nav>
    <main><div data-pagelet="IGDInboxHeaderOffMsys">${header}</div>
    <div data-pagelet="IGDMessagesList">${inbound.map(from).join('')}</div><div data-pagelet="${pagelet}">${box}</div></main>${layer}`;
  return () => instagram.composerAt(el('main [contenteditable]'))!.read();
}

beforeEach(() => history.replaceState(null, '', '/direct/t/17801/'));

describe('to whom a message goes on Instagram', () => {
  test('is the account in the header, with the thread of the address', () => {
    expect(open()()).toMatchObject({
      recipients: [{ address: 'rani.kusuma', name: 'Rani Kusuma' }],
      conversation: '17801',
      unreadable: [],
    });
  });

  test('is the account beside what came in where the header is blank, and never one’s own', () => {
    expect(open({ header: '' })().recipients).toEqual([{ field: 'direct', address: 'rani.kusuma' }]);
    expect(open({ header: '', inbound: [] })().recipients).toEqual([{ field: 'direct', address: 'thread:17801' }]);
  });

  test('is a group where the name leads to no account', () => {
    const draft = open({ header: GROUP, inbound: ['rani.kusuma', 'putu.ayu'] })();
    expect(draft.audience).toBe('group');
    expect(draft.recipients.filter(({ group }) => group)).toHaveLength(1);
    expect(draft.recipients.map(({ address }) => address)).toEqual(expect.arrayContaining(['rani.kusuma', 'putu.ayu']));
  });

  test('is the owner of a story', () => {
    history.replaceState(null, '', '/stories/rani.kusuma/33/');
    document.body.innerHTML = `<section><div><textarea placeholder="Balas rani.kusuma...">Bagus</textarea></div>${SEND}</section>`;
    expect(instagram.composerAt(el('textarea'))!.read()).toMatchObject({
      recipients: [{ address: 'rani.kusuma' }],
      text: 'Bagus',
    });
    expect(intentOf(instagram, el('textarea'), enter())?.how).toBe('send');
  });
});

describe('sending on Instagram', () => {
  test('is Enter, or the word, or the picture of Send', () => {
    open();
    expect(intentOf(instagram, el('main [contenteditable]'), enter())?.how).toBe('send');
    expect(intentOf(instagram, el('#send'), click())?.how).toBe('send');
    el('#send').innerHTML = '<svg aria-label="Kirim"></svg>';
    expect(intentOf(instagram, el('#send svg'), click())?.how).toBe('send');
  });

  test('goes on where the pagelets have other names, and says that it is unsure', () => {
    const read = open({ pagelet: 'Renamed' });
    expect(intentOf(instagram, el('#send'), click())?.how).toBe('send');
    expect(read()).toMatchObject({ text: 'Halo', unreadable: ['send'] });
  });

  test('is a heart, a clip, a picture of the panel', () => {
    open({
      box: '<div contenteditable="true" role="textbox"></div><div role="button" id="like"><svg aria-label="Suka"></svg></div>',
    });
    expect(intentOf(instagram, el('#like svg'), click())?.content).toBe('like');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><input type="text"><div role="button" id="gif"><img src="https://media.giphy.example/giphy.gif"></div><div role="button" id="sticker"><img src="data:,"></div></div>',
    );
    expect(intentOf(instagram, el('#gif img'), click())?.content).toBe('gif');
    expect(intentOf(instagram, el('#sticker img'), click())?.content).toBe('sticker');
    el(BOX).innerHTML = SEND;
    expect(intentOf(instagram, el('#send'), click())?.content).toBe('voice');
  });

  test('is a share to those who are ticked, with its note', () => {
    const row = (name: string, on: boolean): string =>
      `<label><input type="checkbox" ${on ? 'checked' : ''}><span dir="auto">${name}</span></label>`;
    open({
      layer: `<div role="dialog">${row('Rani Kusuma', true)}${row('Sari', false)}<input placeholder="Write a message…" value="Lihat ini">${SEND.replace('send', 'share')}</div>`,
    });
    const intent = intentOf(instagram, el('#share'), click())!;
    expect(instagram.composerAt(el('#share'))!.read(intent)).toMatchObject({
      recipients: [{ address: 'chat:Rani Kusuma', unsure: true }],
      content: 'share',
      text: 'Lihat ini',
    });
  });

  test('is no comment and no heart under a picture', () => {
    history.replaceState(null, '', '/p/abc/');
    document.body.innerHTML =
      '<main><div contenteditable="true" role="textbox" aria-label="Add a comment…">Bagus</div><div role="button" id="like"><svg aria-label="Like"></svg></div></main>';
    expect(instagram.composerAt(el('[contenteditable]'))).toBeNull();
    expect(intentOf(instagram, el('#like svg'), click())).toBeUndefined();
  });
});
