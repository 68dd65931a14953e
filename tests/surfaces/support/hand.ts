import type { Hand } from '../case.ts';
import { focusOn, isThere, middleOf } from './deep.ts';
import type { Tab } from './tab.ts';
import { until } from './until.ts';

/** A hand whose last press can be made twice as hard as needed, and made again. */
export interface HardHand extends Hand {
  /** Lets go. Hard: a click becomes a double click, a key repeats before it comes up. */
  readonly rest: (how?: 'hard') => Promise<void>;
  /** The last press once more, wherever it lands now. */
  readonly again: () => Promise<void>;
  /** What was clicked last, or else typed into. */
  readonly lastClicked: () => string | undefined;
}

type Last = { readonly kind: 'click'; readonly selector: string } | { readonly kind: 'key'; readonly key: string };

export function createHand(tab: Tab): HardHand {
  let last: Last | undefined;
  let down = false;

  const keyUp = async (): Promise<void> => {
    if (!down || last?.kind !== 'key') return;
    down = false;
    const { main, modifiers } = split(last.key);
    await tab.keyUp(main);
    for (const each of [...modifiers].reverse()) await tab.keyUp(each);
  };
  const keyDown = async (key: string): Promise<void> => {
    const { main, modifiers } = split(key);
    for (const each of modifiers) await tab.keyDown(each);
    await tab.keyDown(main);
    last = { kind: 'key', key };
    down = true;
  };
  const clickAt = async (selector: string): Promise<void> => {
    const { x, y } = await until(`something to click at ${selector}`, () =>
      tab.run<{ x: number; y: number } | null>(middleOf(selector)),
    );
    await tab.move(x, y);
    await tab.press(1);
    await tab.release(1);
    last = { kind: 'click', selector };
  };
  const focus = (selector: string): Promise<unknown> =>
    until(`a focus on ${selector}`, () => tab.run<boolean>(focusOn(selector)));

  return {
    async click(selector) {
      await keyUp();
      await clickAt(selector);
    },
    async focus(selector) {
      await keyUp();
      await focus(selector);
    },
    async type(selector, text) {
      await keyUp();
      await focus(selector);
      await tab.keyDown('Control');
      await tab.keyDown('a');
      await tab.keyUp('a');
      await tab.keyUp('Control');
      await tab.insert(text);
    },
    async key(key) {
      await keyUp();
      await keyDown(key);
    },
    async wait(selector) {
      await keyUp();
      await until(`${selector} to be seen`, () => tab.run<boolean>(isThere(selector)));
    },
    async run(script) {
      await keyUp();
      return tab.run(script);
    },
    async rest(how) {
      if (how === 'hard' && last?.kind === 'key' && down) {
        const { main } = split(last.key);
        for (let time = 0; time < 2; time += 1) await tab.keyDown(main);
      }
      if (how === 'hard' && last?.kind === 'click') {
        await tab.press(2);
        await tab.release(2);
      }
      await keyUp();
    },
    async again() {
      if (last?.kind === 'click') {
        await tab.press(1);
        await tab.release(1);
      } else if (last?.kind === 'key') {
        await keyDown(last.key);
        await keyUp();
      }
    },
    lastClicked: () => (last?.kind === 'click' ? last.selector : undefined),
  };
}

function split(key: string): { readonly main: string; readonly modifiers: readonly string[] } {
  const parts = key === '+' ? ['+'] : key.split('+');
  return { main: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) };
}
