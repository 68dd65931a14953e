// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.tiktok.com/messages"}
import { describe, expect, test } from 'vitest';
import tiktok from '@/lib/surfaces/tiktok.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

const DRAFT = '<div class="public-DraftEditor-content" contenteditable="true"><span>Halo</span></div>';
const newer = `<div data-e2e="dm-new-chatbox"><p data-e2e="dm-new-chat-nickname">Rani Kusuma</p><p data-e2e="chat-uniqueid">@rani.kusuma</p>
  <div data-e2e="dm-new-input-editor">${DRAFT}</div><div id="send"><svg data-e2e="message-send" aria-label="Send"></svg></div></div>`;
const older = `<div id="main-content-messages"><a href="/@rani.kusuma"><p data-e2e="chat-nickname">Rani Kusuma</p></a>
  <div data-e2e="message-input-area">${DRAFT}</div><button id="send" aria-label="Send"></button></div>`;

describe('TikTok messages', () => {
  test.each([
    ['the newer inbox', newer],
    ['the older one', older],
  ])('read the account in %s, and know Send and Enter', (_, page) => {
    document.body.innerHTML = page;
    const editor = el('.public-DraftEditor-content');
    expect(tiktok.composerAt(editor)!.read()).toMatchObject({
      recipients: [{ address: 'rani.kusuma', name: 'Rani Kusuma' }],
      text: 'Halo',
    });
    expect(intentOf(tiktok, el('#send'), click())?.how).toBe('send');
    expect(intentOf(tiktok, editor, enter())?.how).toBe('send');
  });

  test('press the parent of the picture', () => {
    document.body.innerHTML = newer;
    const intent = intentOf(tiktok, el('#send svg'), click())!;
    expect(tiktok.composerAt(el('#send svg'))!.replay(intent)[0]).toEqual({ kind: 'click', element: el('#send') });
  });

  test('are read in a frame of the site too', () => {
    document.body.innerHTML = '<iframe data-testid="message-index-frame"></iframe>';
    const inside = el<HTMLIFrameElement>('iframe').contentDocument!;
    inside.body.innerHTML = newer;
    const editor = inside.querySelector('.public-DraftEditor-content')!;
    expect(tiktok.composerAt(editor)!.read().recipients[0]?.address).toBe('rani.kusuma');
  });

  test('tell the open row from the header', () => {
    document.body.innerHTML = `<div data-e2e="dm-new-conversation-item" data-conversation-id="7" aria-selected="true"><p data-e2e="dm-new-conversation-nickname">Jati</p></div>${newer}`;
    expect(tiktok.composerAt(el('.public-DraftEditor-content'))!.read()).toMatchObject({
      conversation: '7',
      unreadable: ['identity'],
    });
  });

  test('hold a share whose people are not told, and name those who are ticked', () => {
    const row = (on: boolean): string =>
      `<li><div role="checkbox" aria-checked="${on}"></div><a href="/@rani.kusuma">Rani</a></li>`;
    const open = (on: boolean) => {
      document.body.innerHTML = `<div role="dialog">${row(on)}<button type="submit">Kirim</button></div>`;
      const intent = intentOf(tiktok, el('button'), click())!;
      return tiktok.composerAt(el('button'))!.read(intent);
    };
    expect(open(true)).toMatchObject({ recipients: [{ address: 'rani.kusuma' }], content: 'share' });
    expect(open(false).recipients).toEqual([]);
  });
});
