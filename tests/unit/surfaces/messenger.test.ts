// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.facebook.com/messages/t/100021/"}
import { beforeEach, describe, expect, test } from 'vitest';
import messenger from '@/lib/surfaces/messenger.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

const text = (words: string, label = 'Message'): string =>
  `<div contenteditable="true" role="textbox" data-lexical-editor="true" aria-label="${label}">${words}</div>`;
const send = (label: string): string => `<div role="button" aria-label="${label}" class="send"><svg></svg></div>`;
const tab = (name: string, words: string): string =>
  `<div data-testid="mwchat-tab" id="${name}"><h2>${name}</h2>${text(words)}${send('Press enter to send')}</div>`;
const at = (path: string): void => history.replaceState(null, '', path);

beforeEach(() => at('/messages/t/100021/'));

describe('Messenger in the whole window', () => {
  const open = (parts: { readonly heading?: string; readonly about?: string; readonly label?: string } = {}): void => {
    const { heading = 'Rani', about = 'Rani', label = 'Send' } = parts;
    document.body.innerHTML = `<div role="main"><div aria-label="Conversation with ${about}"></div><h2>${heading}</h2>${text('Halo')}${send(label)}</div>`;
  };

  test.each(['/messages/t/100021/', '/messages/e2ee/t/100021', '/t/100021'])('takes the thread from %s', (path) => {
    at(path);
    open();
    expect(messenger.composerAt(el('[contenteditable]'))!.read()).toMatchObject({
      recipients: [{ address: 'thread:100021', name: 'Rani' }],
      conversation: '100021',
      unreadable: [],
    });
  });

  test('is in doubt where heading and conversation differ', () => {
    open({ about: 'Jati' });
    expect(messenger.composerAt(el('[contenteditable]'))!.read().unreadable).toContain('identity');
  });

  test.each(['Send', 'Press enter to send', 'Kirim'])('sends by %s', (label) => {
    open({ label });
    expect(intentOf(messenger, el('.send svg'), click())?.how).toBe('send');
  });

  test('sends a thumb, a clip, a sticker', () => {
    open({ label: 'Send a like' });
    expect(intentOf(messenger, el('.send'), click())?.content).toBe('like');
    open({ label: 'Send voice clip' });
    expect(intentOf(messenger, el('.send'), click())?.content).toBe('voice');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><div role="button" aria-label="Stiker senyum" id="sticker"><img></div></div>',
    );
    expect(intentOf(messenger, el('#sticker'), click())?.content).toBe('sticker');
  });
});

describe('Messenger over another page', () => {
  test('keeps several tabs apart, and holds what is known by a name alone until it is bound', () => {
    at('/');
    document.body.innerHTML = `<div role="main"></div>${tab('Rani', 'satu')}${tab('Jati', 'dua')}`;
    const read = (name: string) => messenger.composerAt(el(`#${name} [contenteditable]`))!.read();
    expect(read('Rani')).toMatchObject({
      recipients: [{ address: 'chat:Rani', unsure: true }],
      text: 'satu',
      unreadable: [],
    });
    expect(read('Jati')).toMatchObject({ recipients: [{ address: 'chat:Jati' }], text: 'dua' });
    expect(intentOf(messenger, el('#Jati .send'), click())?.control).toBe(el('#Jati .send'));
  });

  test('reads a tab as a tab in the window of another chat', () => {
    document.body.innerHTML = `<div role="main"><h2>Rani</h2>${text('satu')}</div>${tab('Jati', 'dua')}`;
    expect(messenger.composerAt(el('#Jati [contenteditable]'))!.read().recipients[0]?.address).toBe('chat:Jati');
  });

  test('shares at one press, to the name on the button', () => {
    at('/');
    document.body.innerHTML =
      '<div role="dialog"><div role="button" aria-label="Send to Rani Kusuma via Messenger" id="rani">Rani</div></div>';
    const intent = intentOf(messenger, el('#rani'), click())!;
    expect(intent.content).toBe('share');
    const composer = messenger.composerAt(el('#rani'))!;
    expect(composer.read(intent).recipients).toEqual([
      { field: 'direct', address: 'chat:Rani Kusuma', name: 'Rani Kusuma', unsure: true },
    ]);
    expect(composer.replay(intent)[0]).toEqual({ kind: 'click', element: el('#rani') });
  });

  test.each(['Write a comment…', 'Comment as Rani', 'Tulis komentar…', 'Balas Rani'])('leaves "%s" alone', (label) => {
    for (const path of ['/', '/messages/t/100021/']) {
      at(path);
      document.body.innerHTML = `<div role="main"><h1>Beranda</h1>${text('Bagus', label)}</div>`;
      expect(intentOf(messenger, el('[contenteditable]'), enter())).toBeUndefined();
    }
  });
});
