// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import { offerClock } from '@/lib/surfaces/clock.ts';
import { surfaceFrom } from '@/lib/surfaces/from-hooks.ts';
import gmail from '@/lib/surfaces/gmail/gmail.surface.ts';
import slack from '@/lib/surfaces/slack.surface.ts';
import type { SendIntent, Surface } from '@/lib/surfaces/surface.ts';
import telegramA from '@/lib/surfaces/telegram-a.surface.ts';
import { whenOf, whenOfFields } from '@/lib/surfaces/when.ts';
import wordpress from '@/lib/surfaces/wordpress.surface.ts';
import { pressed, showPage, the } from './hooked-page.ts';

beforeEach(() => offerClock({ whenOf, whenOfFields }));
const anywhere = (surface: Surface): Surface => surfaceFrom({ ...surface.hooks!, marks: ['#app'] });
const read = (surface: Surface, intent?: SendIntent): Draft => surface.composers(document)[0]!.read(intent);
const intentAt = (surface: Surface, at: Element): SendIntent | undefined =>
  pressed(at, new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }), (target, event) =>
    surface.composerAt(target)?.sendIntent(event),
  );
const YEAR = new Date().getFullYear() + 2;
const inputs = (names: readonly string[], values: readonly number[]): string =>
  names.map((name, at) => `<input id="${name}" value="${values[at]}">`).join('');

describe('WordPress', () => {
  const site = anywhere(wordpress);
  const FIELDS = ['aa', 'mm', 'jj', 'hh', 'mn'];
  const opened = new Date(performance.timeOrigin + 7 * 3_600_000);
  const CLOCK = [
    opened.getUTCFullYear(),
    opened.getUTCMonth() + 1,
    opened.getUTCDate(),
    opened.getUTCHours(),
    opened.getUTCMinutes(),
  ];
  const classic = (chosen: readonly number[], clock = CLOCK): void =>
    showPage(
      `<div id="app"><form id="post"><input id="title"><textarea id="content">Kabar</textarea>
      ${inputs(FIELDS, chosen)}${inputs(
        FIELDS.map((name) => `cur_${name}`),
        clock,
      )}
      <div id="publishing-action"><input type="submit" id="publish" value="Schedule"></div></form></div>`,
    );

  it('says in fields of its own zone when a post goes out', () => {
    classic([YEAR, 1, 1, 10, 0]);
    expect(read(site).sendAt).toBe(`${YEAR}-01-01T03:00:00.000Z`);
  });

  it('goes out now while that is not ahead, and where its clock makes no sense', () => {
    classic(CLOCK);
    expect(read(site).sendAt).toBeUndefined();
    classic([YEAR, 1, 1, 10, 0], [2001, 1, 1, 0, 0]);
    expect(read(site).sendAt).toBeUndefined();
  });

  it.each([
    [`January 1, ${YEAR} 10:00\u00a0am WIB`, `${YEAR}-01-01T03:00:00.000Z`],
    ['Immediately', undefined],
  ])('in blocks says %j, beside what is no time', (label, at) => {
    showPage(`<div id="app"><div id="editor" class="block-editor__container"><div class="is-root-container"><p class="rich-text" contenteditable="true">Kabar</p></div>
      <span class="editor-post-publish-panel__link">Public</span><span class="editor-post-publish-panel__link">${label}</span>
      <button class="editor-post-publish-button editor-post-publish-button__button is-primary">Schedule</button></div></div>`);
    expect(read(site).sendAt).toBe(at);
  });
});

describe('a chat whose menu of Send offers a time', () => {
  it('names it on the item itself, in Slack', () => {
    const site = anywhere(slack);
    showPage(
      `<div id="app"><div><div data-qa="message_input"><div class="ql-editor" contenteditable="true">Halo</div></div>
      <button data-qa="texty_send_button" aria-label="Send now"></button><button aria-label="Schedule for later" aria-haspopup="menu"></button></div></div>
      <div role="menu"><div role="menuitem" class="preset">Tomorrow at 9:00 AM</div><div role="menuitem" class="own">Custom time</div></div>`,
      '/client/T01/D01',
    );
    intentAt(site, the('[aria-label="Schedule for later"]'));
    const preset = intentAt(site, the('.preset'));
    expect(preset).toMatchObject({ how: 'send' });
    const tomorrow = new Date();
    tomorrow.setDate(tomorrow.getDate() + 1);
    tomorrow.setHours(9, 0, 0, 0);
    expect(read(site, preset).sendAt).toBe(tomorrow.toISOString());
    intentAt(site, the('[aria-label="Schedule for later"]'));
    const own = intentAt(site, the('.own'));
    expect(own).toMatchObject({ how: 'schedule' });
    expect(read(site, own)).toMatchObject({ scheduling: true });
    expect(read(site).scheduling).toBeUndefined();
  });

  it('names it on the button of its calendar, in Telegram', () => {
    const site = anywhere(telegramA);
    showPage(
      `<div id="app"><div id="MiddleColumn"><div class="chat-info"><h3 class="title">Rani</h3></div><div class="middle-column-footer">
      <div id="editable-message-text" contenteditable="true">Halo</div><button class="Button send main-button"></button></div></div></div>
      <div class="CustomSendMenu"><div class="MenuItem"><i class="icon-schedule"></i></div></div>
      <div class="CalendarModal"><button class="Button primary">Send on Jan 2, ${YEAR} at 21:00</button></div>`,
      '/a/#5001',
    );
    site.composerAt(the('#editable-message-text'));
    const menu = intentAt(site, the('.MenuItem'));
    expect(read(site, menu)).toMatchObject({ scheduling: true });
    const chosen = intentAt(site, the('.CalendarModal button'));
    expect(chosen).toMatchObject({ how: 'confirm' });
    expect(read(site, chosen).sendAt).toBe(new Date(YEAR, 0, 2, 21, 0).toISOString());
  });
});

describe('Gmail’s dialog of times', () => {
  beforeEach(() =>
    showPage(`<div role="dialog" class="compose"><div role="region" data-compose-id="1"><input name="subjectbox"><div name="to"></div>
      <div g_editable="true" role="textbox" contenteditable="true">Halo</div></div></div>
      <div role="dialog" class="times"><div role="menuitem" class="Az row"><div>Monday morning</div><div>Jan 2, ${YEAR}, 8:00 AM</div></div>
      <div role="menuitem" class="Az AM">Pick date &amp; time</div><input value="Jan 3, ${YEAR}"><input value="9:30 AM"><button>Schedule send</button></div>`),
  );
  const timed = (how: SendIntent['how'], selector: string): Draft => read(gmail, { how, control: the(selector) });

  it('says a row’s own time, or that of the fields', () => {
    expect(timed('confirm', '.row')).toMatchObject({ sendAt: new Date(YEAR, 0, 2, 8, 0).toISOString() });
    expect(timed('confirm', '.times button')).toMatchObject({ sendAt: new Date(YEAR, 0, 3, 9, 30).toISOString() });
  });

  it('is asked for by the menu and by the row that opens the fields', () => {
    expect(timed('schedule', '.row').scheduling).toBe(true);
    expect(timed('confirm', '.AM').scheduling).toBe(true);
  });

  it('leaves now where it cannot be read', () => {
    the('.row').textContent = 'Tomorrow morning';
    expect(timed('confirm', '.row')).not.toHaveProperty('sendAt');
    expect(read(gmail)).not.toHaveProperty('sendAt');
  });
});
