import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HELD } from '../surfaces/support/texts.ts';
import { pause, until } from '../surfaces/support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from '../surfaces/support/warning.ts';
import { BROWSERS, judged } from './support/both-browsers.ts';
import { type BlogWorld, NUMBER, RELEASE, startBlogWorld, type Writer } from './support/wordpress-world.ts';

// While WordPress saves a copy by itself its buttons do nothing.
const PUBLISH = '#publish:not(.disabled)';

let world: BlogWorld;
beforeAll(async () => {
  world = await startBlogWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.blog.clear());

/** The post stands before the page has heard that it does, and only then does the warning go. */
const PATIENT = { timeout: 5_000 };

describe.each(BROWSERS)('the classic editor in %s', (name) => {
  let writer: Writer;
  beforeAll(async () => {
    writer = await world.writer(name);
  });
  afterEach(() => goBack(writer.browser.tab));

  const write = async (title: string, text: string, box = '#tinymce'): Promise<void> => {
    // A page that is still coming up loses what is typed into it.
    await until(`the title "${title}"`, async () => {
      await writer.hand.type('#title', title);
      return (await writer.browser.tab.run<string>("document.querySelector('#title').value")) === title;
    });
    await writer.hand.type(box, text);
    await judged(writer.browser, text);
  };
  const press = async (selector: string): Promise<void> => {
    await writer.hand.click(selector);
    await writer.hand.rest('hard');
  };
  const held = async (): Promise<void> => {
    await warned(writer.browser.tab);
    await pause(500);
  };
  /** The fields of the time slide open and shut, and take Publish along: a press on the way lands beside them. */
  const chooses = async (year: string): Promise<void> => {
    const rests = (shown: boolean) =>
      until(`the time to be ${shown ? 'shown' : 'folded'}`, () =>
        writer.browser.tab.run<boolean>(
          `jQuery('#timestampdiv').is(':visible') === ${shown} && !jQuery('#timestampdiv').is(':animated')`,
        ),
      );
    await writer.hand.click('.edit-timestamp');
    await rests(true);
    await writer.hand.type('#aa', year);
    await writer.hand.click('.save-timestamp');
    await rests(false);
    expect(await writer.browser.tab.run<string>("document.querySelector('#aa').value")).toBe(year);
  };
  const posts = () => world.blog.published();
  const stands = async (status: string, text: string): Promise<void> => {
    await until(
      `"${text}" to be ${status}`,
      async () => (await posts()).some((post) => post.status === status && post.text.includes(text)),
      15_000,
    );
    await writer.there('#message');
    await pause(300);
  };

  test('an embargoed release with somebody’s number is held, mended and published once', async () => {
    await writer.open('post-new.php', 'classic');
    await write(`${RELEASE} ${name}`, `Keterangan: Sari Puspita, ${NUMBER}, ${name}.`);
    await press(PUBLISH);
    await held();
    expect(await posts()).toEqual([]);

    await goBack(writer.browser.tab);
    await write(`Kabar kota ${name}`, `Keterangan menyusul, ${name}.`);
    await press(PUBLISH);
    await stands('publish', 'Keterangan menyusul');
    expect(await posts()).toMatchObject([{ title: `Kabar kota ${name}`, status: 'publish' }]);
    expect((await posts())[0]?.text).not.toContain(NUMBER);

    await writer.there('#tinymce, #content_ifr');
    await write(`Kabar kota ${name}`, `${HELD} Pembaruan, ${name}.`);
    await writer.hand.focus('#title');
    await writer.hand.key('Enter');
    await writer.hand.rest();
    await held();
    await goBack(writer.browser.tab);
    await press(PUBLISH);
    await held();
    expect((await posts())[0]?.text).toContain('Keterangan menyusul');
    await sendAnyway(writer.browser.tab);
    await stands('publish', 'Pembaruan');
    expect(await posts()).toHaveLength(1);
    await expect.poll(() => isOverPage(writer.browser.tab), PATIENT).toBe(false);
  });

  test('an embargoed release is scheduled for after its embargo unasked, and not for before', async () => {
    await writer.open('post-new.php', 'classic');
    await write(`${RELEASE} ${name}`, `Isi laporan, ${name}.`);
    await chooses('2098');
    await press(PUBLISH);
    await held();
    expect(await posts()).toEqual([]);

    await goBack(writer.browser.tab);
    await chooses('2100');
    await press(PUBLISH);
    await stands('future', 'Isi laporan');
    expect(await posts()).toHaveLength(1);
    await expect.poll(() => isOverPage(writer.browser.tab), PATIENT).toBe(false);
  });

  // Last but for drafts: WordPress remembers which editor was used.
  test('a post for later, written as text, is held when it is scheduled, and scheduled once after release', async () => {
    await writer.open('post-new.php', 'classic');
    await writer.hand.click('#content-html');
    await write(`Nanti ${name}`, `${HELD} Nanti, ${name}.`, '#content');
    await chooses('2098');
    await press(PUBLISH);
    await held();
    expect(await posts()).toEqual([]);
    await sendAnyway(writer.browser.tab);
    await stands('future', 'Nanti');
    expect(await posts()).toHaveLength(1);
  });

  test('saving a draft asks nothing, whatever stands in it', async () => {
    await writer.open('post-new.php', 'classic');
    await write(`Konsep ${name}`, `${HELD} Konsep, ${name}.`);
    await press('#save-post');
    await writer.there('#message');
    expect(await isOverPage(writer.browser.tab)).toBe(false);
    expect(await posts()).toEqual([]);
  });
});
