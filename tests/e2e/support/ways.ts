import type { Page } from 'playwright-core';
import { bodyOf, type ComposeOptions, sendOf } from './gmail-page.ts';

/** One of the 22 ways a message leaves (`surfaces.md` §2), as a person or a program does it, twice as hard as needed. */
export interface Way {
  readonly row: number;
  readonly name: string;
  readonly options?: ComposeOptions;
  readonly press: (page: Page) => Promise<void>;
  /** What is left to do once it is let go. */
  readonly after?: (page: Page) => Promise<void>;
}

async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).last().boundingBox();
  if (!box) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A double click: the second may already land on what has opened. */
async function twice(page: Page, selector: string): Promise<void> {
  const { x, y } = await middle(page, selector);
  await page.mouse.move(x, y);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  }
}
async function once(page: Page, selector: string): Promise<void> {
  const { x, y } = await middle(page, selector);
  await page.mouse.click(x, y);
}
async function pen(page: Page): Promise<void> {
  const { x, y } = await middle(page, SEND);
  const cdp = await page.context().newCDPSession(page);
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, pointerType: 'pen' });
  }
  await cdp.detach();
}

/** The key stays down long enough to repeat. */
async function repeated(page: Page, key: string, modifier?: 'Control' | 'Meta'): Promise<void> {
  if (modifier) await page.keyboard.down(modifier);
  for (let time = 0; time < 3; time += 1) await page.keyboard.down(key);
  await page.keyboard.up(key);
  if (modifier) await page.keyboard.up(modifier);
}

const SEND = '.dC > [role="button"]:not(.hG)';
const focus = (page: Page, selector: string): Promise<void> => page.locator(selector).last().focus();

async function openMenu(page: Page): Promise<void> {
  await once(page, '.hG');
  await page.locator('[selector="scheduledSend"]').waitFor();
}
async function schedule(page: Page): Promise<void> {
  await openMenu(page);
  await twice(page, '[selector="scheduledSend"]');
}
async function preset(page: Page): Promise<void> {
  await page.locator('.schedule .Az').first().waitFor();
  await twice(page, '.schedule .Az:not(.AM)');
}
async function custom(page: Page): Promise<void> {
  await page.locator('.schedule .AM').waitFor();
  await once(page, '.schedule .AM');
  await twice(page, '.schedule .go');
}

/** Events made by a script: voice control, screen readers, other extensions. */
const scripted = (how: 'click()' | 'click' | 'mouse' | 'keys') => (page: Page) =>
  sendOf(page).evaluate((send, kind) => {
    const fire = (type: string): boolean =>
      send.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
    const key = (type: string): boolean =>
      send.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    for (let time = 0; time < 2; time += 1) {
      if (kind === 'click()') (send as HTMLElement).click();
      else if (kind === 'click') fire('click');
      else if (kind === 'mouse') for (const type of ['mousedown', 'mouseup']) fire(type);
      else for (const type of ['keydown', 'keypress', 'keyup']) key(type);
    }
  }, how);

const inLayout = (layout: NonNullable<ComposeOptions['layout']>, row: number): Way => ({
  row,
  name: `the ${layout} compose`,
  options: { layout },
  press: (page) => twice(page, SEND),
});

const byKey = (row: number, name: string, key: string, at: string, modifier?: 'Control' | 'Meta'): Way => ({
  row,
  name,
  press: async (page) => {
    await focus(page, at);
    await repeated(page, key, modifier);
  },
});

export const WAYS: readonly Way[] = [
  { row: 1, name: 'the mouse on Send', press: (page) => twice(page, SEND) },
  { row: 1, name: 'a finger on Send', press: (page) => sendOf(page).tap({ noWaitAfter: true }) },
  { row: 1, name: 'a pen on Send', press: pen },
  byKey(2, 'Ctrl+Enter in the text', 'Enter', '.editable', 'Control'),
  byKey(2, 'Cmd+Enter in the text', 'Enter', '.editable', 'Meta'),
  byKey(2, 'Ctrl+Enter in the subject', 'Enter', '[name="subjectbox"]', 'Control'),
  byKey(2, 'Ctrl+Enter away from any compose', 'Enter', '#search', 'Control'),
  byKey(3, 'Enter on Send', 'Enter', SEND),
  byKey(3, 'Space on Send', ' ', SEND),
  {
    row: 4,
    name: 'schedule, menu under the body, preset',
    options: { menu: 'B' },
    press: schedule,
    after: preset,
  },
  {
    row: 4,
    name: 'schedule, menu inside the compose, own date',
    options: { menu: 'A' },
    press: schedule,
    after: custom,
  },
  {
    row: 4,
    name: 'schedule by keyboard',
    press: async (page) => {
      await openMenu(page);
      await page.keyboard.press('ArrowDown');
      await repeated(page, 'Enter');
    },
    after: async (page) => {
      await page.locator('.schedule .Az').first().focus();
      await repeated(page, 'Enter');
    },
  },
  { row: 5, name: 'Send + Archive', options: { layout: 'inline' }, press: (page) => twice(page, '.Uo') },
  inLayout('classic', 10),
  inLayout('fullscreen', 11),
  inLayout('inline', 12),
  {
    row: 13,
    name: 'plain-text mode',
    options: { plain: true },
    press: (page) => focus(page, 'textarea.Ak').then(() => repeated(page, 'Enter', 'Control')),
  },
  ...(['click()', 'click', 'mouse', 'keys'] as const).map(
    (how): Way => ({ row: 18, name: `a script: ${how}`, press: scripted(how) }),
  ),
  byKey(19, 'Ctrl+NumpadEnter', 'NumpadEnter', '.editable', 'Control'),
  {
    row: 22,
    name: 'an address that is no chip yet',
    options: { to: [] },
    press: async (page) => {
      await page.locator('[name="to"] input').last().fill('late@harian.example');
      await repeated(page, 'Enter', 'Control');
    },
  },
];

/** What a restless hand and other scripts do while the warning is open. */
export async function harass(page: Page, plain = false): Promise<void> {
  await scripted('click()')(page);
  await scripted('mouse')(page);
  await bodyOf(page, plain).evaluate((body) => {
    for (let time = 0; time < 3; time += 1) {
      body.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          code: 'Enter',
          ctrlKey: true,
          repeat: time > 0,
          bubbles: true,
          cancelable: true,
        }),
      );
    }
  });
  const box = await sendOf(page).boundingBox();
  if (box) await page.mouse.click(box.x + 4, box.y + 4);
}
