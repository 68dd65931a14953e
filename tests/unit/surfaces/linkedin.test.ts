// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.linkedin.com/feed/"}
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/domain/draft.ts';
import linkedin from '../../../lib/surfaces/linkedin.surface.ts';
import type { Composer, SendIntent } from '../../../lib/surfaces/surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

const RANI = { field: 'direct', address: 'rani-kusuma', name: 'Rani Kusuma' };
const form = (send = '<button type="submit" class="msg-form__send-button">Send</button>'): string =>
  `<form class="msg-form"><div class="msg-form__contenteditable" role="textbox" contenteditable="true"><p>Halo</p></div>${send}</form>`;
const bubble = (slug: string, name: string, inside = form()): string => `
  <div class="msg-overlay-conversation-bubble" data-of="${slug}">
    <header class="msg-overlay-bubble-header"><a href="https://www.linkedin.com/in/${slug}/?x=1"><h2 class="msg-overlay-bubble-header__title">${name}</h2></a></header>
    <div class="msg-s-message-list"><a href="/in/somebody-else/">Somebody Else</a>
      <button type="button" class="conversations-quick-replies__reply-button">Terima kasih</button></div>
    ${inside}
  </div>`;

/** The dialog host of the site: an open shadow root. */
function over(html: string): ShadowRoot {
  const host = document.createElement('div');
  host.id = 'interop-outlet';
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  return root;
}
const inside = (root: ParentNode, selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;
const at = (target: Element): Composer => linkedin.composerAt(target) as Composer;
const intent = (target: Element, event: Event): SendIntent | undefined =>
  pressed(target, event, () => linkedin.composerAt(target)?.sendIntent(event));
const click = (): MouseEvent => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
const read = (target: Element): Draft => at(target).read();

beforeEach(() => showPage('', '/feed/'));

describe('the list of conversations', () => {
  const CAPTURE = resolve('..', 'shared/fixtures/linkedin/linkedin-messaging-list.redacted.html');
  const OWN = `<ul class="msg-conversations-container__conversations-list"><li><h3>Rani Kusuma</h3></li></ul>
    <div class="msg-convo-wrapper msg-thread"><a href="/in/rani-kusuma/">Rani</a></div>`;

  it('is no composer, and nobody is read from it', () => {
    const there = existsSync(CAPTURE);
    if (!there) console.warn('LinkedIn: the captured list is not there; only a list of our own was tried.');
    for (const html of [OWN, ...(there ? [readFileSync(CAPTURE, 'utf8')] : [])]) {
      showPage(html, '/messaging/');
      expect(linkedin.composers(document)).toEqual([]);
      expect(linkedin.composerAt(the('li'))).toBeNull();
    }
  });
});

describe('several bubbles', () => {
  it('each read their own header, in the light and in the shadow', () => {
    showPage(bubble('rani-kusuma', 'Rani Kusuma'));
    const root = over(bubble('jati-w', 'Jati W') + bubble('sinta-l', 'Sinta L'));
    expect(read(the('[role=textbox]'))).toMatchObject({ recipients: [RANI], text: 'Halo', unreadable: [] });
    for (const [slug, name] of [
      ['jati-w', 'Jati W'],
      ['sinta-l', 'Sinta L'],
    ]) {
      const editor = inside(root, `[data-of="${slug}"] [role=textbox]`);
      expect(read(editor).recipients).toEqual([{ field: 'direct', address: slug, name }]);
    }
    expect(linkedin.composers(document)).toHaveLength(3);
  });

  it('are a group where a header has more than one profile', () => {
    const two = bubble('rani-kusuma', 'Rani, Jati').replace('</header>', '<a href="/in/jati-w/">J</a></header>');
    showPage(two);
    expect(read(the('[role=textbox]'))).toMatchObject({ audience: 'group' });
  });
});

describe('Enter', () => {
  it('sends where there is no Send, and the user is asked to press it once more', () => {
    showPage(bubble('rani-kusuma', 'Rani Kusuma', form('')));
    const sends = intent(the('[role=textbox]'), key('Enter'));
    expect(sends).toEqual({ how: 'send' });
    expect(at(the('[role=textbox]')).replay(sends as SendIntent)).toEqual([{ kind: 'ask' }]);
    expect(read(the('[role=textbox]')).unreadable).toEqual([]);
  });

  it('is a new line where there is a Send, which is what gets pressed', () => {
    showPage(bubble('rani-kusuma', 'Rani Kusuma'));
    expect(intent(the('[role=textbox]'), key('Enter'))).toBeUndefined();
    const sends = intent(the('.msg-form__send-button'), click());
    expect(at(the('[role=textbox]')).replay(sends as SendIntent)[0]).toEqual({
      kind: 'click',
      element: the('.msg-form__send-button'),
    });
  });
});

describe('other ways out', () => {
  it('sends a quick reply with its own words', () => {
    showPage(bubble('rani-kusuma', 'Rani Kusuma'));
    const sends = intent(the('.conversations-quick-replies__reply-button'), click());
    expect(sends).toMatchObject({ how: 'send' });
    expect(at(the('[role=textbox]')).read(sends)).toMatchObject({ text: 'Terima kasih', recipients: [RANI] });
  });

  it('reads the subject of an InMail', () => {
    showPage(
      bubble('rani-kusuma', 'Rani Kusuma').replace(
        '<form class="msg-form">',
        '<form class="msg-form"><input name="subject" value="Undangan">',
      ),
    );
    expect(read(the('[role=textbox]'))).toMatchObject({ subject: 'Undangan', recipients: [RANI] });
  });

  it('names everybody in the pills of a new message', () => {
    const pills =
      '<button class="artdeco-pill--dismiss" aria-label="Remove Rani Kusuma">×</button><button class="artdeco-pill--dismiss" aria-label="Hapus Jati W">×</button>';
    const root = over(`<div class="msg-overlay-conversation-bubble"><header>${pills}</header>${form()}</div>`);
    expect(read(inside(root, '[role=textbox]')).recipients.map(({ address }) => address)).toEqual([
      'chat:Rani Kusuma',
      'chat:Jati W',
    ]);
  });
});

describe('Connect', () => {
  const button = (name: string): string => `<button aria-label="Invite ${name} to connect">Connect</button>`;

  it('on a card invites the one on the card', () => {
    showPage(
      `<ul><li><a href="/in/jati-w/">Jati W</a>${button('Jati W')}</li><li><a href="/in/rani-kusuma/">Rani Kusuma</a>${button('Rani Kusuma')}</li></ul>`,
      '/search/results/people/',
    );
    const connect = the('[aria-label*="Rani"]');
    const sends = intent(connect, click());
    expect(sends).toMatchObject({ how: 'send', control: connect });
    expect(at(connect).read(sends)).toMatchObject({ recipients: [RANI], content: 'invitation' });
  });

  it('on a profile invites whom the address names', () => {
    showPage(`<main><section><h1>Rani Kusuma</h1>${button('Rani Kusuma')}</section></main>`, '/in/rani-kusuma/');
    expect(read(the('main button'))).toMatchObject({ recipients: [RANI], content: 'invitation' });
  });

  const dialog = (name: string): string =>
    `<div role="dialog"><p class="artdeco-modal__content">Invite <strong>${name}</strong></p><textarea id="custom-message">Halo</textarea><div class="artdeco-modal__actionbar"><button aria-label="Send without a note">a</button><button class="artdeco-button--primary" aria-label="Send invitation">b</button></div></div>`;

  it('reads the note of its dialog, and a press without the note sends none', () => {
    showPage('<main><h1>Rani Kusuma</h1></main>', '/in/rani-kusuma/');
    const root = over(dialog('Rani Kusuma'));
    expect(read(inside(root, 'textarea'))).toMatchObject({ recipients: [RANI], text: 'Halo', unreadable: [] });
    const bare = inside(root, '[aria-label="Send without a note"]');
    const sends = intent(bare, click());
    expect(at(bare).read(sends)).toMatchObject({ text: '', content: 'invitation', recipients: [RANI] });
  });

  it('is in doubt where the dialog names another than the profile', () => {
    showPage('<main><h1>Rani Kusuma</h1></main>', '/in/rani-kusuma/');
    const root = over(dialog('Jati W'));
    expect(read(inside(root, 'textarea')).unreadable).toContain('identity');
  });
});

describe('a post', () => {
  it('is public, and a comment is none', () => {
    const root = over(
      '<div role="dialog"><div class="share-box_actions"><div class="ql-editor" contenteditable="true">Rilis</div><button class="share-actions__primary-action artdeco-button--primary">Post</button></div></div>',
    );
    expect(read(inside(root, '.ql-editor'))).toMatchObject({
      channel: 'public_post',
      audience: 'public',
      recipients: [],
      text: 'Rilis',
      unreadable: [],
    });
    showPage('<div class="comments-comment-box"><div class="ql-editor" contenteditable="true">x</div></div>');
    expect(linkedin.composerAt(the('.ql-editor'))).toBeNull();
  });
});
