// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://mastodon.social/home"}
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../lib/domain/address.ts';
import type { Draft } from '../../../lib/domain/draft.ts';
import elk from '../../../lib/surfaces/elk.surface.ts';
import { surfaceFrom } from '../../../lib/surfaces/from-hooks.ts';
import type { SiteHooks } from '../../../lib/surfaces/hooks.ts';
import mastodon from '../../../lib/surfaces/mastodon.surface.ts';
import phanpy from '../../../lib/surfaces/phanpy.surface.ts';
import type { SendIntent, Surface } from '../../../lib/surfaces/surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

/** The same data at this file's own host: which host it is does not matter to it. */
const here = (surface: Surface): Surface =>
  surfaceFrom({ ...(surface.hooks as SiteHooks), matches: ['https://mastodon.social/*'] });
const read = (surface: Surface, selector: string): Draft => here(surface).composerAt(the(selector))?.read() as Draft;
const intent = (surface: Surface, selector: string, event: Event): SendIntent | undefined => {
  const site = here(surface);
  return pressed(the(selector), event, (target) => site.composerAt(target)?.sendIntent(event));
};
const toWhom = ({ recipients }: Draft): readonly string[] => recipients.map(({ address }) => address);

describe('Mastodon', () => {
  const form = (sign: string, words: string): string => `<div id="mastodon" data-props="{}"><form class="compose-form">
    <div class="compose-form__dropdowns"><button class="dropdown-button">${sign}</button><button class="dropdown-button"><svg class="icon icon-translate"></svg></button></div>
    <textarea class="autosuggest-textarea__textarea">${words}</textarea><div class="compose-form__submit"><button type="submit">Post</button></div></form></div>`;
  const sign = (name: string): string => `<svg class="icon icon-${name}"></svg>`;
  const WORDS = 'Halo @rani@media.example, @jati. Surel: x@y.example';

  it('is a public post, whoever is mentioned', () => {
    for (const each of ['globe', 'unlock', 'lock']) {
      showPage(form(sign(each), WORDS), '/home');
      expect(read(mastodon, 'textarea')).toMatchObject({
        channel: 'public_post',
        audience: 'public',
        recipients: [],
        unreadable: [],
      });
    }
  });

  it('is for those whom it mentions where it is direct; who is on this server has its name', () => {
    showPage(form(sign('at'), WORDS), '/home');
    const draft = read(mastodon, 'textarea');
    expect(draft).toMatchObject({ channel: 'other_chat', audience: 'people', unreadable: [] });
    expect(toWhom(draft)).toEqual(['rani@media.example', 'jati@mastodon.social']);
  });

  it('says so where it cannot be seen who may read it', () => {
    showPage(form('', WORDS), '/home');
    expect(read(mastodon, 'textarea').unreadable).toContain('recipients');
  });

  it('knows a server by its page, wherever it is', () => {
    showPage(form(sign('globe'), ''), '/home');
    expect(mastodon.applies(new URL('https://social.example/home') as unknown as Location, document)).toBe(true);
    showPage('<main></main>', '/home');
    const other = surfaceFrom(mastodon.hooks as SiteHooks);
    expect(other.applies(new URL('https://shop.example/') as unknown as Location, document)).toBe(false);
  });
});

describe('Elk', () => {
  const page = (icon: string, words: string): string => `<div id="__nuxt"><main><div>
    <div class="content-editor ProseMirror" contenteditable="true">${words}</div>
    <button><div class="i-ri:${icon}"></div></button><button class="publish-button">Publish!</button></div></main></div>`;

  it('reads a mention from its node, with the server that its words leave out', () => {
    showPage(
      page('at-line', '<p><span data-type="mention" data-id="rani@media.example">@rani</span> halo</p>'),
      '/mastodon.example/home',
    );
    expect(toWhom(read(elk, '.content-editor'))).toEqual(['rani@media.example']);
  });

  it('takes the server from its address for a mention without one', () => {
    showPage(page('at-line', '<p>@jati halo</p>'), '/mastodon.example/home');
    expect(toWhom(read(elk, '.content-editor'))).toEqual(['jati@mastodon.example']);
  });

  it('is in doubt about a mention where no server is to be had', () => {
    showPage(page('at-line', '<p>@jati halo</p>'), '/home');
    expect(read(elk, '.content-editor').unreadable).toContain('identity');
  });

  it('is public with a globe', () => {
    showPage(page('global-line', '<p>Rilis</p>'), '/home');
    expect(read(elk, '.content-editor')).toMatchObject({ audience: 'public', text: 'Rilis', unreadable: [] });
  });
});

describe('Phanpy', () => {
  const page = (value: string, words: string): string => `<form class="form-visibility-${value}">
    <input name="spoilerText" value="Catatan"><select name="visibility"><option value="${value}" selected>v</option></select>
    <textarea name="status">${words}</textarea><footer><button type="submit">Post</button></footer></form>`;

  it('reads who may read it from its select, and the warning above as a subject', () => {
    showPage(page('direct', '@rani@media.example halo'), '/#/mastodon.example/');
    const draft = read(phanpy, 'textarea');
    expect(draft).toMatchObject({ audience: 'people', subject: 'Catatan', unreadable: [] });
    expect(toWhom(draft)).toEqual(['rani@media.example']);
    showPage(page('private', '@rani@media.example halo'), '/#/mastodon.example/');
    expect(read(phanpy, 'textarea')).toMatchObject({ audience: 'public', recipients: [] });
  });

  it('is held at the key, since its own submit goes up to nobody', () => {
    showPage(page('public', 'Halo'), '/');
    expect(intent(phanpy, 'textarea', key('Enter', { ctrlKey: true }))).toEqual({ how: 'send' });
    expect(intent(phanpy, 'form', new Event('submit', { bubbles: false, cancelable: true }))).toEqual({ how: 'send' });
    expect(intent(phanpy, 'textarea', key('Enter'))).toBeUndefined();
  });
});

describe('an address of this network', () => {
  it('is the same with and without the sign that people put before it', () => {
    expect(addressKey('other_chat', '@Rani@Media.example')).toBe(addressKey('other_chat', 'rani@media.example'));
  });
});
