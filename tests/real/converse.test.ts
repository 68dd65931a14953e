import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HELD } from '../surfaces/support/texts.ts';
import { pause } from '../surfaces/support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from '../surfaces/support/warning.ts';
import { BROWSERS, judged } from './support/both-browsers.ts';
import { type ChatWorld, startChatWorld, type Writer } from './support/converse-world.ts';
import type { Listener } from './support/prosody-client.ts';

const BOX = '.chat-textarea';
const ROOM = { room: 'redaksi' };

let world: ChatWorld;
beforeAll(async () => {
  world = await startChatWorld();
});
afterAll(() => world?.stop());

/** A message that came a second time would come within this. */
const settled = async (): Promise<void> => pause(600);
const bodies = ({ heard }: Listener): readonly string[] => heard.map(({ body }) => body);

describe.each(BROWSERS)('converse.js in %s', (name) => {
  let writer: Writer;
  beforeAll(async () => {
    writer = await world.writer(name);
  });
  afterEach(() => goBack(writer.browser.tab));

  const write = async (words: string): Promise<void> => {
    await writer.hand.type(BOX, words);
    await judged(writer.browser, words);
  };
  const enter = async (): Promise<void> => {
    await writer.hand.focus(BOX);
    await writer.hand.key('Enter');
    await writer.hand.rest('hard');
  };
  const click = async (): Promise<void> => {
    await writer.hand.click('button.send-button');
    await writer.hand.rest('hard');
  };
  const submit = async (): Promise<void> => {
    await writer.hand.run("document.querySelector('form.chat-message-form').requestSubmit()");
  };

  test.each([
    ['Enter', enter],
    ['the button', click],
    ['a submit by a script', submit],
  ])('%s: the other side hears nothing under a hold, and the message once after release', async (way, press) => {
    const words = `${HELD} ${name}, ${way}.`;
    const before = world.ayu.heard.length;
    await writer.talkTo({ user: 'ayu' });
    await write(words);
    await press();
    await warned(writer.browser.tab);
    await submit();
    await writer.hand.run("document.querySelector('button.send-button').click()");
    await settled();
    expect(world.ayu.heard.slice(before)).toEqual([]);

    await sendAnyway(writer.browser.tab);
    await world.ayu.count(before + 1);
    await settled();
    expect(bodies(world.ayu).slice(before)).toEqual([words]);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
  });

  test.each([
    ['Enter', enter],
    ['the button', click],
  ])('%s: a clean message is heard once, and no question is asked', async (way, press) => {
    const words = `Halo, terima kasih. ${name}, ${way}.`;
    const before = world.ayu.heard.length;
    await writer.talkTo({ user: 'ayu' });
    await write(words);
    await press();
    await world.ayu.count(before + 1);
    await settled();
    expect(bodies(world.ayu).slice(before)).toEqual([words]);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
  });

  test('who asked us to stop hears nothing, whatever is written', async () => {
    const words = `Halo, apa kabar. ${name}.`;
    await writer.talkTo({ user: 'hana' });
    await write(words);
    await enter();
    await warned(writer.browser.tab);
    await settled();
    expect(bodies(world.hana).filter((body) => body === words)).toEqual([]);
  });

  test('in a room all hear nothing under a hold, and each the message once after release', async () => {
    const words = `${HELD} ${name}, di ruang redaksi.`;
    const both = [world.ayu, world.citra];
    for (const [at, each] of both.entries()) await each.join('redaksi@rooms.localhost', ['ayu', 'citra'][at] ?? '');
    const before = both.map(({ heard }) => heard.length);
    await writer.talkTo(ROOM);
    await write(words);
    await enter();
    await warned(writer.browser.tab);
    await settled();
    expect(both.map(({ heard }, at) => heard.slice(before[at]))).toEqual([[], []]);

    await sendAnyway(writer.browser.tab);
    await Promise.all(both.map((each, at) => each.count((before[at] ?? 0) + 1)));
    await settled();
    expect(both.map((each, at) => bodies(each).slice(before[at]))).toEqual([[words], [words]]);
  });
});
