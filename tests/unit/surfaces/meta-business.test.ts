// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://business.facebook.com/latest/inbox/all?selected_item_id=20001"}
import { beforeEach, describe, expect, test } from 'vitest';
import metaBusiness from '@/lib/surfaces/meta-business.surface.ts';
import { click, el, enter, intentOf } from './press.ts';

const page = (word: string): string =>
  `<div role="main"><input type="search"><div><div><textarea>Halo</textarea></div><div role="button" id="send">${word}</div></div></div>`;
const read = () => metaBusiness.composerAt(el('textarea'))!.read();

beforeEach(() => history.replaceState(null, '', '/latest/inbox/all?selected_item_id=20001'));

describe('Meta Business Suite, read as a text box beside a button', () => {
  test('claims no more than that', () => {
    expect(metaBusiness.proof.grade).toBe('generic');
  });

  test('knows a chat by the address alone', () => {
    document.body.innerHTML = page('Kirim');
    expect(read()).toMatchObject({ channel: 'facebook_msg', recipients: [{ address: 'thread:20001' }], text: 'Halo' });
    expect(intentOf(metaBusiness, el('#send'), click())?.how).toBe('send');
    expect(intentOf(metaBusiness, el('textarea'), enter())?.how).toBe('send');
    history.replaceState(null, '', '/latest/inbox/all');
    expect(read().unreadable).toContain('recipients');
  });

  test('tells the network by the address', () => {
    document.body.innerHTML = page('Send');
    history.replaceState(null, '', '/latest/inbox/instagram?selected_item_id=20001');
    expect(read().channel).toBe('instagram_dm');
    history.replaceState(null, '', '/latest/inbox/all?selected_item_id=20001&thread_type=IG_MESSAGE');
    expect(read().channel).toBe('instagram_dm');
  });

  test('takes what is written elsewhere for a post', () => {
    history.replaceState(null, '', '/latest/composer/');
    document.body.innerHTML = page('Jadwalkan');
    expect(read()).toMatchObject({ channel: 'public_post', audience: 'public', recipients: [] });
    expect(intentOf(metaBusiness, el('#send'), click())?.how).toBe('send');
    expect(intentOf(metaBusiness, el('textarea'), enter())).toBeUndefined();
  });
});
