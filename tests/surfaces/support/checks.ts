import { expect } from 'vitest';
import type { ReadProblem } from '@/lib/domain/draft.ts';
import { holds } from '@/lib/domain/verdict.ts';
import type { BoxCase, Way } from '../case.ts';
import { after, anyConversation, expectSent, harass, press, type Scene, seen, sent, show, write } from './scene.ts';
import { problemsIn, says } from './spy.ts';
import { CLEAN, HELD, plain } from './texts.ts';
import { pause, until } from './until.ts';
import { goBack, isOverPage, sendAnyway, warned } from './warning.ts';

export async function reads(scene: Scene): Promise<void> {
  const { box, site, spy, hand } = scene;
  await show(scene, anyConversation(box));
  if (box.attach) {
    await box.attach(hand);
    await hand.rest();
  }
  const { draft } = await write(scene, CLEAN);
  expect(draft).toMatchObject({ surface: site.surface, unreadable: box.cannot ?? [] });
  expect(plain(draft.text)).toBe(CLEAN);
  if (box.clean) expect(draft.recipients).toEqual(box.clean.recipients);
  else expect(draft).toMatchObject({ audience: 'public', recipients: [] });
  if (box.attach) expect(draft.attachments.map(({ name }) => name)).toEqual(['lampiran.csv']);
  if (!box.group) return;
  await show(scene, box.group.conversation);
  await hand.type(box.editor, CLEAN);
  const inGroup = await spy.judged('a draft to a group', says(CLEAN));
  expect(inGroup.draft.audience === 'group' || inGroup.draft.recipients.some(({ group }) => group)).toBe(true);
}

export async function holdsAndReleases(scene: Scene, way: Way): Promise<void> {
  const { box, hand, tab } = scene;
  await show(scene, anyConversation(box));
  expect((await write(scene, HELD)).held, 'a verdict that holds').toBe(true);
  await press(scene, way, 'hard');
  await warned(tab);
  await harass(scene);
  await expectSent(scene, 0);

  await sendAnyway(tab);
  if (way.asks) {
    await until('the question to press again', () => isOverPage(tab));
    await goBack(tab);
    await press(scene, way);
  }
  await after(scene, way);
  await until('the message to leave', async () => (await sent(scene)).length > 0);
  expect(await isOverPage(tab), 'a second question').toBe(false);
  // What is left to press is an empty box, or nothing.
  await hand.again();
  const [message] = await expectSent(scene, 1);
  expect(plain(message?.text ?? ''), 'the words, intact').toBe(plain(HELD));
}

export async function leavesCleanAlone(scene: Scene, way: Way): Promise<void> {
  const { box, tab } = scene;
  await show(scene, anyConversation(box));
  expect((await write(scene, CLEAN)).held).toBe(false);
  const before = (await seen(scene)).length;
  await press(scene, way);
  await after(scene, way);
  await expectSent(scene, 1);
  const events = (await seen(scene)).slice(before).filter(({ own }) => !own);
  expect(events.length, 'events that reached the page').toBeGreaterThan(0);
  expect(events.filter(({ trusted, prevented }) => !trusted || prevented)).toEqual([]);
  expect(await isOverPage(tab), 'a question').toBe(false);
}

const stoppedOf = (box: BoxCase): string => box.stopped?.conversation ?? '';

export async function holdsForStopped(scene: Scene, way: Way): Promise<void> {
  const { box, tab } = scene;
  await show(scene, stoppedOf(box));
  if (!way.content) expect((await write(scene, CLEAN)).held, 'a verdict that holds').toBe(true);
  await press(scene, way, 'hard');
  await warned(tab);
  await harass(scene);
  await expectSent(scene, 0);
}

/** A sticker, a voice clip: nothing is written, so nothing was judged before the press. */
export async function sendsContentOnce(scene: Scene, way: Way): Promise<void> {
  const { box, tab } = scene;
  await show(scene, anyConversation(box));
  await press(scene, way);
  if (way.asks) {
    await until('the question to press again', () => isOverPage(tab));
    await goBack(tab);
    await press(scene, way);
  }
  await after(scene, way);
  await expectSent(scene, 1);
  expect(await isOverPage(tab), 'a question').toBe(false);
}

/** What was decided about one conversation counts in no other. */
export async function followsTheSwitch(scene: Scene, way: Way): Promise<void> {
  const { box, tab, spy } = scene;
  await show(scene, anyConversation(box));
  await write(scene, CLEAN);
  await show(scene, stoppedOf(box));
  await scene.hand.type(box.editor, CLEAN);
  // Not waited for: an approval of the other conversation would let this one out.
  await press(scene, way);
  await warned(tab);
  await expectSent(scene, 0);
  const there = await spy.judged('the second conversation', says(CLEAN));
  expect(there.draft.recipients.map(({ address }) => address)).toEqual([box.stopped?.address]);
  expect(holds(there.summary.tier)).toBe(true);

  await goBack(tab);
  await show(scene, anyConversation(box));
  const { draft } = await write(scene, CLEAN);
  expect(draft.recipients).toEqual(box.clean?.recipients);
  await press(scene, way);
  await after(scene, way);
  await expectSent(scene, 1);
}

const HOLDING: readonly ReadProblem[] = ['recipients', 'identity'];

export async function saysWhatBroke(scene: Scene, problem: ReadProblem, part: string): Promise<void> {
  const { box, tab, spy, hand } = scene;
  const way = box.ways.find(({ content }) => !content);
  await show(scene, anyConversation(box));
  await spy.mark();
  await tab.run(`window.site.break(${JSON.stringify(part)})`);
  await hand.type(box.editor, CLEAN);
  await until(`"${problem}" to be told`, async () => problemsIn(await spy.heard()).includes(problem));
  if (!box.clean || !HOLDING.includes(problem) || !way) return;
  await pause(200);
  await press(scene, way, 'hard');
  await warned(tab);
  await expectSent(scene, 0);
}
