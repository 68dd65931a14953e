// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://www.facebook.com/"}
import { describe, expect, test } from 'vitest';
import facebookPost from '@/lib/surfaces/facebook-post.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

const text = (label: string): string =>
  `<div contenteditable="true" role="textbox" data-lexical-editor="true" aria-label="${label}">Rilis</div>`;
const button = (id: string, label: string): string =>
  `<div role="button" id="${id}" aria-label="${label}">${label}</div>`;

describe('a post on Facebook', () => {
  test('is for everybody, and goes by Post', () => {
    document.body.innerHTML = `<div role="dialog">${text("What's on your mind?")}${button('post', 'Post')}</div>`;
    expect(intentOf(facebookPost, el('#post'), click())?.how).toBe('send');
    expect(facebookPost.composerAt(el('[contenteditable]'))!.read()).toMatchObject({
      audience: 'public',
      channel: 'public_post',
      recipients: [],
      text: 'Rilis',
      unreadable: [],
    });
  });

  test('breaks its lines by Enter', () => {
    document.body.innerHTML = `<div role="dialog">${text('Apa yang Anda pikirkan?')}${button('post', 'Posting')}</div>`;
    expect(intentOf(facebookPost, el('[contenteditable]'), enter())).toBeUndefined();
    expect(intentOf(facebookPost, el('[contenteditable]'), enter({ ctrlKey: true }))?.how).toBe('send');
  });

  test('of a page is judged at Next, and confirmed in the dialog that follows', () => {
    document.body.innerHTML = `<div role="dialog">${text('Apa yang Anda pikirkan?')}${button('next', 'Berikutnya')}</div>`;
    expect(intentOf(facebookPost, el('#next'), click())?.how).toBe('schedule');
    document.body.insertAdjacentHTML('beforeend', `<div role="dialog">${button('final', 'Jadwalkan')}</div>`);
    const intent = intentOf(facebookPost, el('#final'), click())!;
    expect(intent.how).toBe('confirm');
    expect(facebookPost.composerAt(el('#final'))!.read(intent).text).toBe('Rilis');
  });

  test.each(['Write a comment…', 'Tulis komentar…', 'Message'])('is not what is written under "%s"', (label) => {
    document.body.innerHTML = `<div role="dialog">${text(label)}${button('post', 'Post')}</div>`;
    expect(facebookPost.composerAt(el('[contenteditable]'))).toBeNull();
  });
});
