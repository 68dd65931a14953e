// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/domain/draft.ts';
import { surfaceFrom } from '../../../lib/surfaces/from-hooks.ts';
import type { SendIntent, Surface } from '../../../lib/surfaces/surface.ts';
import { aSite, CHAT_PAGE, key, pressed, showPage, the } from './hooked-page.ts';

let site: Surface;
beforeEach(() => {
  site = surfaceFrom(aSite());
  showPage(CHAT_PAGE);
});

const read = (surface = site): Draft => {
  const [composer] = surface.composers(document);
  if (!composer) throw new Error('no composer');
  return composer.read();
};
const intent = (selector: string, event: Event, surface = site): SendIntent | undefined =>
  pressed(the(selector), event, (target) => surface.composerAt(target)?.sendIntent(event));
const click = (): MouseEvent => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });

describe('a site as data', () => {
  it('applies at its addresses and nowhere else', () => {
    expect(site.applies(location, document)).toBe(true);
    expect(surfaceFrom(aSite({ matches: ['https://x.example/*'] })).applies(location, document)).toBe(false);
    expect(surfaceFrom(aSite({ matches: [], marks: ['.chat'] })).applies(location, document)).toBe(true);
    expect(surfaceFrom(aSite({ matches: [], marks: ['.other'] })).applies(location, document)).toBe(false);
  });

  it('finds its box from any part of it and from no part outside', () => {
    expect(site.composerAt(the('header h2'))?.root).toBe(the('.chat'));
    expect(site.composerAt(the('path'))?.root).toBe(the('.chat'));
    expect(site.composerAt(the('aside input'))).toBeNull();
  });

  it('reads words, emoji, the person and the thread', () => {
    expect(read()).toMatchObject({
      surface: 'a-site',
      channel: 'whatsapp',
      audience: 'people',
      text: 'Hello 👋\n\nAna',
      recipients: [{ field: 'direct', address: 'ana.w', name: 'Ana W' }],
      conversation: '42',
      unreadable: [],
    });
  });

  it('finds nothing by a selector that is none, and goes on', () => {
    const broken = surfaceFrom(aSite({}, { editor: ['::::', '[role="textbox"]'] }));
    expect(read(broken).text).toContain('Hello');
  });
});

describe('a send', () => {
  it('is a press on the button, by mouse and by keys', () => {
    const control = the('.send');
    expect(intent('.send', click())).toEqual({ how: 'send', control });
    expect(intent('path', click())).toEqual({ how: 'send', control });
    expect(intent('.send', key(' '))).toEqual({ how: 'send', control });
    expect(intent('.send', key('Enter'))).toEqual({ how: 'send', control });
  });

  it('is Enter in the text, alone, on the number pad and with Ctrl', () => {
    expect(intent('[role=textbox] p', key('Enter'))).toEqual({ how: 'send' });
    expect(intent('[role=textbox]', key('Enter', { code: 'NumpadEnter' }))).toEqual({ how: 'send' });
    expect(intent('[role=textbox]', key('Enter', { ctrlKey: true }))).toEqual({ how: 'send' });
  });

  it.each([
    ['Shift+Enter', key('Enter', { shiftKey: true })],
    ['an Enter that chooses a word of an input method', key('Enter', { isComposing: true })],
    ['a letter', key('a')],
  ])('is not %s', (_, event) => {
    expect(intent('[role=textbox]', event)).toBeUndefined();
  });

  it('is nothing while nothing is written', () => {
    the('[role=textbox]').innerHTML = '<p><br></p>';
    expect(intent('[role=textbox]', key('Enter'))).toBeUndefined();
  });

  it('is only Ctrl+Enter where Enter is a new line', () => {
    const mod = surfaceFrom(aSite({}, { keys: 'mod-enter' }));
    expect(intent('[role=textbox]', key('Enter'), mod)).toBeUndefined();
    expect(intent('[role=textbox]', key('Enter', { metaKey: true }), mod)).toEqual({ how: 'send' });
    const set = surfaceFrom(aSite({}, { enterIsNewline: ['[data-enter="newline"]'] }));
    expect(intent('[role=textbox]', key('Enter'), set)).toEqual({ how: 'send' });
    the('header').dataset.enter = 'newline';
    expect(intent('[role=textbox]', key('Enter'), set)).toBeUndefined();
  });

  it('is still guarded where two ways disagree, and that is said', () => {
    the('.send').removeAttribute('aria-label');
    expect(read().unreadable).toEqual(['send']);
    expect(intent('.send', click())).toMatchObject({ how: 'send' });
  });
});
