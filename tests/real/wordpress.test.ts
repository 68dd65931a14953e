import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HELD } from '../surfaces/support/texts.ts';
import { pause, until } from '../surfaces/support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from '../surfaces/support/warning.ts';
import { BROWSERS, judged } from './support/both-browsers.ts';
import { type BlogWorld, NUMBER, RELEASE, startBlogWorld, type Writer } from './support/wordpress-world.ts';

const TITLE = '.editor-post-title__input';
const TEXT = '.is-root-container p.rich-text';
const OPEN_PANEL = '.editor-post-publish-panel__toggle';
// While WordPress saves a copy by itself its buttons do nothing.
const READY = '.editor-post-publish-button:not([aria-disabled="true"])';
const PUBLISH = `.editor-post-publish-panel ${READY}`;
const UPDATE = `.edit-post-header__settings ${READY}`;

let world: BlogWorld;
beforeAll(async () => {
  world = await startBlogWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.blog.clear());

/** The post stands before the page has heard that it does, and only then does the warning go. */
const PATIENT = { timeout: 5_000 };

describe.each(BROWSERS)('the block editor in %s', (name) => {
  let writer: Writer;
  beforeAll(async () => {
    writer = await world.writer(name);
  });
  afterEach(() => goBack(writer.browser.tab));

  const write = async (title: string, text: string): Promise<void> => {
    const { hand, there } = writer;
    await hand.type(TITLE, title);
    if (!(await writer.browser.tab.run<boolean>(`document.querySelector('${TEXT}') !== null`))) {
      await hand.click('.block-editor-default-block-appender__content');
      await there(TEXT);
    }
    await hand.type(TEXT, text);
    await judged(writer.browser, text);
  };
  const press = async (selector: string): Promise<void> => {
    await writer.hand.click(selector);
    await writer.hand.rest('hard');
  };
  const publish = async (): Promise<void> => {
    await writer.hand.click(OPEN_PANEL);
    await writer.there(PUBLISH);
    await press(PUBLISH);
  };
  const held = async (): Promise<void> => {
    await warned(writer.browser.tab);
    await pause(500);
  };
  const posts = () => world.blog.published();
  /** Waits until this is what the database has, and a second save would have come. */
  const stands = async (status: string, text: string): Promise<void> => {
    await until(
      `"${text}" to be ${status}`,
      async () => (await posts()).some((post) => post.status === status && post.text.includes(text)),
      15_000,
    );
    await pause(600);
  };

  test('an embargoed release with somebody’s number is held, mended and published once', async () => {
    await writer.open('post-new.php', 'blocks');
    await write(`${RELEASE} ${name}`, `Keterangan: Sari Puspita, ${NUMBER}, ${name}.`);
    const before = world.blog.saves();
    await publish();
    await held();
    expect(await posts()).toEqual([]);
    expect(world.blog.saves()).toBe(before);

    await goBack(writer.browser.tab);
    await write(`Kabar kota ${name}`, `Keterangan menyusul, ${name}.`);
    await press(PUBLISH);
    await stands('publish', 'Keterangan menyusul');
    expect(await posts()).toMatchObject([{ title: `Kabar kota ${name}`, status: 'publish' }]);
    expect((await posts())[0]?.text).not.toContain(NUMBER);
    expect(world.blog.saves()).toBe(before + 1);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
  });

  test('an update is held, by its button and by Ctrl+S, and saved once after release', async () => {
    await writer.open('post-new.php', 'blocks');
    await write(`Kabar ${name}`, `Kabar pertama, ${name}.`);
    await publish();
    await stands('publish', 'Kabar pertama');
    await writer.hand.click('.editor-post-publish-panel__header button');
    const before = world.blog.saves();
    await write(`Kabar ${name}`, `${HELD} Pembaruan, ${name}.`);
    await writer.hand.key('Control+s');
    await writer.hand.rest();
    await held();
    await goBack(writer.browser.tab);
    await press(UPDATE);
    await held();
    expect((await posts())[0]?.text).toContain('Kabar pertama');
    expect(world.blog.saves()).toBe(before);

    await sendAnyway(writer.browser.tab);
    await stands('publish', 'Pembaruan');
    expect(world.blog.saves()).toBe(before + 1);
    await expect.poll(() => isOverPage(writer.browser.tab), PATIENT).toBe(false);
  });

  test('a post for later is held when it is scheduled, and scheduled once after release', async () => {
    await writer.open('post-new.php', 'blocks');
    await write(`Nanti ${name}`, `${HELD} Nanti, ${name}.`);
    await writer.hand.run("wp.data.dispatch('core/editor').editPost({ date: '2098-01-01T10:00:00' }); undefined");
    const before = world.blog.saves();
    await publish();
    await held();
    expect(await posts()).toEqual([]);
    await sendAnyway(writer.browser.tab);
    await stands('future', 'Nanti');
    expect(world.blog.saves()).toBe(before + 1);
  });

  test('an embargoed release is scheduled for after its embargo unasked, and not for before', async () => {
    await writer.open('post-new.php', 'blocks');
    await write(`${RELEASE} ${name}`, `Isi laporan, ${name}.`);
    const goesOut = (at: string): Promise<unknown> =>
      writer.hand.run(`void wp.data.dispatch('core/editor').editPost({ date: '${at}' })`);
    await goesOut('2098-06-01T10:00:00');
    const before = world.blog.saves();
    await publish();
    await held();
    expect(await posts()).toEqual([]);

    await goBack(writer.browser.tab);
    await goesOut('2099-06-01T10:00:00');
    // One click: the second of two may land on the button that stands there once the post is scheduled, and is held.
    await writer.hand.click(PUBLISH);
    await writer.hand.rest();
    await stands('future', 'Isi laporan');
    expect(world.blog.saves()).toBe(before + 1);
    await expect.poll(() => isOverPage(writer.browser.tab), PATIENT).toBe(false);
  });

  test('saving a draft asks nothing, whatever stands in it', async () => {
    await writer.open('post-new.php', 'blocks');
    await write(`Konsep ${name}`, `${HELD} Konsep, ${name}.`);
    const before = world.blog.saves();
    await press('.edit-post-header__settings button.is-tertiary');
    await until('the draft to be saved', async () => world.blog.saves() > before);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
    expect(await posts()).toEqual([]);
  });
});
