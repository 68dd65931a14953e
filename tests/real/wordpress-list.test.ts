import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HELD } from '../surfaces/support/texts.ts';
import { pause, until } from '../surfaces/support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from '../surfaces/support/warning.ts';
import { BROWSERS } from './support/both-browsers.ts';
import { type BlogWorld, startBlogWorld, type Writer } from './support/wordpress-world.ts';

const STATUS = 'tr.inline-editor select[name="_status"]';
const SAVE = 'tr.inline-editor button.save';
const TITLE = 'tr.inline-editor input[name="post_title"]';

let world: BlogWorld;
beforeAll(async () => {
  world = await startBlogWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.blog.clear());

describe.each(BROWSERS)('the list of posts in %s', (name) => {
  let writer: Writer;
  beforeAll(async () => {
    writer = await world.writer(name);
  });
  afterEach(() => goBack(writer.browser.tab));

  const list = async (): Promise<void> => {
    await writer.browser.goto(`${world.blog.origin}/wp-admin/edit.php`);
    await writer.there('#the-list .editinline');
  };
  /** Its button is shown where the pointer or the focus is. */
  const quickEdit = async (): Promise<void> => {
    await writer.hand.focus('#the-list .editinline');
    await writer.hand.key('Enter');
    await writer.hand.rest();
    await writer.there(STATUS);
  };
  const bulkEdit = async (): Promise<void> => {
    await writer.hand.run(`(() => {
      for (const box of document.querySelectorAll('#the-list th.check-column input')) box.checked = true;
      document.querySelector('#bulk-action-selector-top').value = 'edit';
    })()`);
    await writer.hand.click('#doaction');
    await writer.hand.rest();
    await writer.there('tr#bulk-edit.inline-editor');
    // It scrolls the list to its top.
    await pause(500);
  };
  const choose = (status: string): Promise<unknown> =>
    writer.hand.run(`void (document.querySelector('${STATUS}').value = '${status}')`);
  const press = async (selector: string): Promise<void> => {
    await writer.hand.click(selector);
    await writer.hand.rest('hard');
  };
  const held = async (): Promise<void> => {
    await warned(writer.browser.tab);
    await pause(500);
    expect(await world.blog.published()).toEqual([]);
  };
  const published = async (count: number): Promise<void> => {
    await until(`${count} posts to be published`, async () => (await world.blog.published()).length === count, 15_000);
    await pause(600);
    expect(await world.blog.published()).toHaveLength(count);
  };

  test('Quick Edit that publishes a draft is held, by its button and by Enter, and publishes it once after release', async () => {
    await world.blog.addDraft(`Konsep ${name}`, HELD);
    await list();
    await quickEdit();
    await choose('publish');
    await press(SAVE);
    await held();
    await expect
      .poll(() => writer.browser.tab.inWarning<string>('document.body.innerText'))
      .toContain('The text of what becomes public');
    await goBack(writer.browser.tab);
    // Escape that comes up closes Quick Edit too.
    await list();
    await quickEdit();
    await choose('publish');
    await writer.hand.focus('tr.inline-editor input[name="post_name"]');
    await writer.hand.key('Enter');
    await writer.hand.rest();
    await held();
    await sendAnyway(writer.browser.tab);
    await published(1);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
  });

  test('Quick Edit that leaves a draft a draft asks nothing', async () => {
    await world.blog.addDraft(`Konsep ${name}`, HELD);
    await list();
    await quickEdit();
    await writer.hand.type(TITLE, `Judul baru ${name}`);
    await press(SAVE);
    await until('the new title', async () => (await world.blog.drafts())[0]?.title === `Judul baru ${name}`, 15_000);
    expect(await isOverPage(writer.browser.tab)).toBe(false);
    expect(await world.blog.published()).toEqual([]);
  });

  test('Bulk Edit that publishes drafts is held, and publishes each once after release', async () => {
    await world.blog.addDraft(`Satu ${name}`, HELD);
    await world.blog.addDraft(`Dua ${name}`, HELD);
    await list();
    await bulkEdit();
    await choose('publish');
    await press('#bulk_edit');
    await held();
    await sendAnyway(writer.browser.tab);
    await published(2);
    expect(await world.blog.drafts()).toEqual([]);
  });

  test('Bulk Edit that changes no status asks nothing', async () => {
    await world.blog.addDraft(`Satu ${name}`, HELD);
    await list();
    await bulkEdit();
    await press('#bulk_edit');
    await writer.there('#message');
    expect(await isOverPage(writer.browser.tab)).toBe(false);
    expect(await world.blog.drafts()).toHaveLength(1);
  });
});
