import { expect } from 'vitest';
import type { Draft } from '@/lib/domain/draft.ts';
import { holds } from '@/lib/domain/verdict.ts';
import type { BoxCase, SiteCase, Way } from '../case.ts';
import { createHand, type HardHand } from './hand.ts';
import { pageOfOurs, siteOf } from './pages.ts';
import { createSpy, known, type Spy, says } from './spy.ts';
import type { Browser, Tab } from './tab.ts';
import { pause, until } from './until.ts';

/** One page of one surface, with a hand on it and an ear at the background. */
export interface Scene {
  readonly site: SiteCase;
  readonly box: BoxCase;
  readonly browser: Browser;
  readonly tab: Tab;
  readonly hand: HardHand;
  readonly spy: Spy;
}

export interface Sent {
  readonly to: readonly string[];
  readonly text: string;
  readonly how: string;
}

export interface Seen {
  readonly type: string;
  readonly trusted: boolean;
  readonly prevented: boolean;
  readonly own: boolean;
}

/** A fresh page: nothing of an earlier test is on it. */
export async function openScene(browser: Browser, site: SiteCase, box: BoxCase): Promise<Scene> {
  let tab: Tab | undefined;
  const spy = createSpy(browser, () => tab?.id);
  await spy.mark();
  tab = await browser.open(siteOf(site));
  if (pageOfOurs(site.url)) await settled(browser);
  return { site, box, browser, tab, spy, hand: createHand(tab) };
}

/** The practice mailbox writes its sample people first; what was judged before is judged again after that. */
async function settled({ own }: Browser): Promise<void> {
  const revision = (): Promise<unknown> =>
    own("(globalThis.browser ?? chrome).storage.local.get('revision').then((all) => all.revision ?? 0)");
  let before: unknown;
  await until('the ledger to rest', async () => {
    const now = await revision();
    const rests = now === before;
    before = now;
    await pause(250);
    return rests;
  });
}

/** Shows a conversation, empty and unbroken, with its box open. */
export async function show({ box, hand, tab, spy }: Scene, conversation = ''): Promise<void> {
  await spy.mark();
  await tab.run(`(async () => { await window.site.open(${JSON.stringify(conversation)}); })()`);
  if (box.open) {
    await hand.click(box.open);
    await hand.rest();
  }
}

export const anyConversation = (box: BoxCase): string => box.clean?.conversation ?? '';

/** Writes, and waits until the guard has had it judged. */
export async function write(
  { box, hand, spy, tab }: Scene,
  text: string,
): Promise<{ readonly draft: Draft; readonly held: boolean }> {
  // What was judged on the way from one conversation to the next is not asked for here.
  await spy.mark();
  await hand.type(box.editor, text);
  const { draft, summary } = await spy.judged(`a verdict on "${text}"`, says(text));
  await known(tab);
  return { draft, held: holds(summary.tier) };
}

export const sent = ({ tab }: Scene): Promise<readonly Sent[]> => tab.run<readonly Sent[]>('window.site.sent');
export const seen = ({ tab }: Scene): Promise<readonly Seen[]> => tab.run<readonly Seen[]>('window.site.seen');

/** Exactly so many have left, and a moment later still. */
export async function expectSent(scene: Scene, count: number): Promise<readonly Sent[]> {
  if (count > 0) await until(`message ${count} to leave`, async () => (await sent(scene)).length >= count);
  await pause(120);
  const left = await sent(scene);
  expect(left, 'what has left').toHaveLength(count);
  return left;
}

export async function press({ hand }: Scene, way: Way, how?: 'hard'): Promise<void> {
  await way.press(hand);
  await hand.rest(how);
}

export async function after({ hand }: Scene, way: Way): Promise<void> {
  if (!way.after) return;
  await way.after(hand);
  await hand.rest();
}

/** What a restless hand and other scripts do while the warning is open. */
export async function harass({ tab, hand, box }: Scene): Promise<void> {
  const selectors = JSON.stringify([hand.lastClicked(), box.editor].filter((each) => each !== undefined));
  await tab.run(`(() => {
    for (const selector of ${selectors}) {
      const element = document.querySelector(selector);
      if (!element) continue;
      const isEditor = selector === ${JSON.stringify(box.editor)};
      for (let time = 0; time < 2; time += 1) {
        if (!isEditor) element.click();
        if (!isEditor) for (const type of ['mousedown', 'mouseup']) element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
        if (isEditor) for (const ctrlKey of [false, true]) element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, ctrlKey, repeat: time > 0, bubbles: true, cancelable: true, composed: true }));
      }
    }
  })()`);
}
