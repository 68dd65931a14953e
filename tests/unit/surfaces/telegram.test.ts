// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://web.telegram.org/k/"}
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/domain/draft.ts';
import { surfaceFrom } from '../../../lib/surfaces/from-hooks.ts';
import type { SiteHooks } from '../../../lib/surfaces/hooks.ts';
import type { SendIntent, Surface } from '../../../lib/surfaces/surface.ts';
import telegramA from '../../../lib/surfaces/telegram-a.surface.ts';
import telegramK from '../../../lib/surfaces/telegram-k.surface.ts';
import { key, pressed, showPage, the } from './hooked-page.ts';

let k: Surface;
let a: Surface;
beforeEach(() => {
  k = surfaceFrom(telegramK.hooks as SiteHooks);
  a = surfaceFrom(telegramA.hooks as SiteHooks);
});
const read = (site: Surface, selector: string): Draft => site.composerAt(the(selector))?.read() as Draft;
const intent = (site: Surface, selector: string, event: Event): SendIntent | undefined =>
  pressed(the(selector), event, (target) => site.composerAt(target)?.sendIntent(event));
const click = (): MouseEvent => new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });

const pageK = (peer: string, title: string, { info = 'online', button = 'send', more = '' } = {}): string => `
  <div class="chats-container"><div class="chat"><span class="chat-info"><span class="peer-title" data-peer-id="9">Old</span></span></div>
  <div class="chat active">
    <div class="chat-info"><span class="peer-title" data-peer-id="${peer}">${title}</span><div class="info">${info}</div></div>
    <div class="chat-input"><div class="new-message-wrapper"><div class="input-message-input" contenteditable="true" data-peer-id="${peer}">Halo</div>
      <div class="input-message-input input-field-input-fake" contenteditable="true">fake</div></div>
      <div class="btn-send-container"><button class="btn-send ${button}">s</button>${more}</div></div>
  </div></div>`;
const INPUT = '.input-message-input';

describe('Telegram K', () => {
  it('is with the name in the address', () => {
    showPage(pageK('5001', 'Rani Kusuma'), '/k/#@rani_kusuma');
    expect(read(k, INPUT)).toMatchObject({
      recipients: [{ field: 'direct', address: 'rani_kusuma', name: 'Rani Kusuma' }],
      audience: 'people',
      text: 'Halo',
      unreadable: [],
    });
  });

  it('is with the peer where there is no name', () => {
    showPage(pageK('5003', 'Sinta'), '/k/#5003');
    expect(read(k, INPUT)).toMatchObject({
      recipients: [{ address: 'thread:5003', name: 'Sinta' }],
      conversation: '5003',
    });
  });

  it('is in doubt while the address is new and the input still has the old peer', () => {
    showPage(pageK('5001', 'Rani Kusuma'), '/k/#@rani_kusuma');
    expect(read(k, INPUT).unreadable).toEqual([]);
    history.replaceState(null, '', '/k/#@jatiwibowo');
    expect(read(k, INPUT).unreadable).toContain('identity');
    showPage(pageK('5002', 'Jati Wibowo'), '/k/#@jatiwibowo');
    expect(read(k, INPUT)).toMatchObject({ recipients: [{ address: 'jatiwibowo' }], unreadable: [] });
  });

  it('is a group where the peer is negative, and public where it has subscribers', () => {
    showPage(pageK('-7001', 'Tim', { info: '12 members' }), '/k/#-7001');
    expect(read(k, INPUT)).toMatchObject({ audience: 'group', channel: 'telegram' });
    showPage(pageK('-8001', 'Siaran', { info: '340 subscribers' }), '/k/#-8001');
    expect(read(k, INPUT)).toMatchObject({ audience: 'public', channel: 'public_post', recipients: [] });
  });

  it('tells a voice clip and a forwarded message from the words', () => {
    showPage(pageK('5001', 'Rani', { button: 'record' }), '/k/#@rani_kusuma');
    expect(intent(k, '.btn-send', click())).toMatchObject({ content: 'voice' });
    showPage(pageK('5001', 'Rani', { button: 'forward' }), '/k/#@rani_kusuma');
    expect(intent(k, '.btn-send', click())).toMatchObject({ content: 'share' });
  });

  it('holds what the menu of Send offers, and the time that it asks for', () => {
    const item = (icon: string): string =>
      `<div class="btn-menu-item" id="${icon}"><i class="tgico-${icon}"></i></div>`;
    const more = `<div class="btn-menu">${item('mute')}${item('schedule')}</div>`;
    showPage(
      `${pageK('5001', 'Rani', { more })}<div class="popup-schedule"><button class="btn-primary">at 21:00</button></div>`,
      '/k/#@rani_kusuma',
    );
    expect(intent(k, '#mute', click())).toMatchObject({ how: 'send' });
    expect(intent(k, '#schedule', click())).toMatchObject({ how: 'schedule' });
    expect(intent(k, '.popup-schedule .btn-primary', click())).toMatchObject({ how: 'confirm' });
  });

  it('sends an edit and a message by the same press and the same key', () => {
    showPage(pageK('5001', 'Rani', { button: 'edit' }), '/k/#@rani_kusuma');
    expect(intent(k, '.btn-send', click())).toMatchObject({ how: 'send' });
    expect(intent(k, INPUT, key('Enter'))).toEqual({ how: 'send' });
    expect(intent(k, INPUT, key('Enter', { shiftKey: true }))).toBeUndefined();
  });

  it('is not its sister, at the same host', () => {
    const at = (path: string): Location => new URL(path, 'https://web.telegram.org') as unknown as Location;
    expect([k.applies(at('/k/'), document), k.applies(at('/a/'), document)]).toEqual([true, false]);
    expect([a.applies(at('/k/'), document), a.applies(at('/a/'), document)]).toEqual([false, true]);
  });
});

describe('Telegram A', () => {
  const pageA = (title: string, { status = 'online', button = 'send' } = {}): string => `
    <div id="MiddleColumn"><div class="chat-info"><h3 class="title">${title}</h3><span class="status">${status}</span></div>
      <div class="middle-column-footer"><div id="message-input-text"><div id="editable-message-text" role="textbox" contenteditable="true">Halo</div></div>
      <button class="Button ${button} main-button">s</button></div></div>`;

  it('is with the name or the peer in the address', () => {
    showPage(pageA('Rani Kusuma'), '/a/#@rani_kusuma');
    expect(read(a, '[role=textbox]')).toMatchObject({
      recipients: [{ field: 'direct', address: 'rani_kusuma', name: 'Rani Kusuma' }],
      unreadable: [],
    });
    showPage(pageA('Tim', { status: '12 members' }), '/a/#-7001');
    expect(read(a, '[role=textbox]')).toMatchObject({ audience: 'group' });
  });

  it('is in doubt while its header is still the old one', () => {
    showPage(pageA('Rani Kusuma'), '/a/#@rani_kusuma');
    expect(read(a, '[role=textbox]').unreadable).toEqual([]);
    history.replaceState(null, '', '/a/#@jatiwibowo');
    expect(read(a, '[role=textbox]').unreadable).toContain('identity');
  });
});
