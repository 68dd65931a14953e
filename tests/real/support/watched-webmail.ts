import type { Frame, Page } from 'playwright-core';
import { extensionFolder } from '../../e2e/support/chromium.ts';
import { type HeadedBrowser, launchHeaded } from '../../e2e/support/permission-prompt.ts';
import { type MailWorld, RINA, startMailWorld } from './mail-world.ts';
import type { Skin } from './roundcube.ts';
import { seedLedger } from './seed.ts';
import type { SeedPerson } from './seed-page.ts';
import type { Received } from './sink.ts';
import { compose, fill, type Letter, logIn } from './webmail-page.ts';

/** Seven invented journalists of seven outlets, all of whom agreed to press mail. */
export const SEVEN = [
  'ayu@harian.example',
  'bima@kabar.example',
  'citra@warta.example',
  'dewi@suara.example',
  'eko@lintas.example',
  'fitri@pos.example',
  'gilang@media.example',
] as const;
export const OPTED_OUT = 'hana@mundur.example';

const people: readonly SeedPerson[] = [
  ...SEVEN.map((email): SeedPerson => ({ name: `Wartawan ${email.split('@')[1]}`, email, says: 'given' })),
  { name: 'Hana Pratiwi', email: OPTED_OUT, says: 'stopped' },
];

export interface WatchedWebmail {
  readonly world: MailWorld;
  readonly browser: HeadedBrowser;
  /** A page of the extension. */
  readonly own: Page;
  /** Opens a new letter, in a tab of its own, and writes it. */
  write(letter: Letter): Promise<Page>;
  /** The same in the small window that Roundcube opens for letters. */
  writeInWindow(letter: Letter): Promise<Page>;
  stop(): Promise<void>;
}

/** Roundcube, its mail server, and a browser with Izin whose ledger knows these people. Not watched yet: the user was not asked. */
export async function startWatchedWebmail(skin: Skin = 'elastic'): Promise<WatchedWebmail> {
  const world = await startMailWorld({ skin });
  const browser = await launchHeaded(extensionFolder());
  const own = await browser.context.newPage();
  await own.goto(browser.url('ledger.html'));
  await seedLedger(own, people);
  const first = await browser.context.newPage();
  await logIn(first, world.webmail.origin, RINA);
  await first.close();
  return {
    world,
    browser,
    own,
    async write(letter) {
      const page = await browser.context.newPage();
      await compose(page, world.webmail.origin, letter);
      return page;
    },
    async writeInWindow(letter) {
      const list = await browser.context.newPage();
      await list.goto(`${world.webmail.origin}/?_task=mail`);
      const opened = browser.context.waitForEvent('page');
      await list.evaluate(
        () => void window.open('./?_task=mail&_action=compose&_extwin=1', 'letter', 'width=900,height=700'),
      );
      const page = await opened;
      await fill(page, letter);
      return page;
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

export const warningIn = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().includes('/warning.html'));

/** Waits for a button of the warning, in English, and presses it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  const warning = await warned(page);
  // A click in the first 300 ms is taken for the second one of a double click on Send.
  await page.waitForTimeout(500);
  await warning.getByRole('button', { name }).click({ noWaitAfter: true });
}

/** The warning's frame, once it shows something. A frame that was made ready beforehand shows nothing yet. */
export async function warned(page: Page): Promise<Frame> {
  for (;;) {
    const frame = warningIn(page);
    const shown = await frame
      ?.getByRole('button')
      .first()
      .isVisible()
      .catch(() => false);
    if (frame && shown) return frame;
    await page.waitForTimeout(30);
  }
}

/** Whether the warning comes to say these words; first it may say that it is still checking. */
export async function says(page: Page, words: string): Promise<boolean> {
  const found = (await warned(page)).getByText(words).first();
  await found.waitFor();
  return found.isVisible();
}

/** Whether a warning is in sight now. */
export async function isWarned(page: Page): Promise<boolean> {
  const frame = warningIn(page);
  return (
    (await frame
      ?.getByRole('button')
      .first()
      .isVisible()
      .catch(() => false)) ?? false
  );
}

/** Until the guard has judged what stands there: its seal has appeared, and a read's pace has gone by since the last key. */
export async function judged(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.documentElement.children].some((child) => child !== document.head && child !== document.body),
  );
  await page.waitForTimeout(1_500);
}

/** What the mail server got when the letter is gone, and long enough after it for a second one to have come. */
export async function arrived({ world }: WatchedWebmail, page: Page): Promise<readonly Received[]> {
  await world.sink.arrived(1);
  // A window of its own closes itself.
  if (page.url().includes('_extwin')) {
    if (!page.isClosed()) await page.waitForEvent('close');
    return world.sink.received;
  }
  // Roundcube goes back to its list when its server has taken the message.
  await page.waitForURL((url) => url.searchParams.get('_action') !== 'compose');
  await page.waitForTimeout(800);
  return world.sink.received;
}
