import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForSite } from './support/allow-site.ts';
import {
  arrived,
  isWarned,
  judged,
  OPTED_OUT,
  press,
  SEVEN,
  says,
  startWatchedWebmail,
  type WatchedWebmail,
  warned,
  warningIn,
} from './support/watched-webmail.ts';
import { send, typeRecipients } from './support/webmail-page.ts';

const PITCH = { to: SEVEN, subject: 'Undangan liputan', text: 'Kami mengundang Anda pada hari Kamis.' };
const [AYU, BIMA] = SEVEN;

let mail: WatchedWebmail;
let page: Page;
beforeAll(async () => {
  mail = await startWatchedWebmail();
  await askForSite(mail.browser, mail.own, mail.world.webmail.origin, 'allow');
});
afterAll(() => mail?.stop());
beforeEach(() => mail.world.sink.clear());
afterEach(() => page?.close());

const sent = () => mail.world.sink.received;

describe('a pitch with seven journalists in To', () => {
  test('is held, mended by "Move to Bcc", and reaches all of them with no address in its headers', async () => {
    page = await mail.write(PITCH);
    await send(page);
    await press(page, /^Move 7 to Bcc/);
    await warningIn(page)
      ?.getByRole('button', { name: /^Send now/ })
      .waitFor();
    expect(sent()).toHaveLength(0);
    await press(page, /^Send now/);
    const messages = await arrived(mail, page);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.to).toEqual([...SEVEN].sort());
    for (const address of SEVEN) expect(messages[0]?.raw).not.toContain(address);
  });

  test('counts an address that is still being typed', async () => {
    page = await mail.write({ ...PITCH, to: SEVEN.slice(0, 4) });
    await page.locator('#compose_to .recipient-input input').pressSequentially(SEVEN[4]);
    await send(page);
    expect(await says(page, '5 people')).toBe(true);
    expect(sent()).toHaveLength(0);
  });

  test.each(['Enter', 'Space'])('is held when Send is pressed by %s', async (key) => {
    page = await mail.write(PITCH);
    await page.focus('button.send');
    await page.keyboard.press(key);
    await warned(page);
    expect(sent()).toHaveLength(0);
  });

  test('is held at the link that stands for Send in a narrow window', async () => {
    page = await mail.write(PITCH);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.click('a.send:visible');
    await press(page, /^Move 7 to Bcc/);
    await press(page, /^Send now/);
    expect(await arrived(mail, page)).toHaveLength(1);
  });

  test('leaves once under double clicks and repeated keys', async () => {
    page = await mail.write(PITCH);
    await page.dblclick('button.send:visible', { force: true });
    await press(page, /^Move 7 to Bcc/);
    const now = warningIn(page)?.getByRole('button', { name: /^Send now/ });
    await now?.dblclick({ noWaitAfter: true });
    await page.keyboard.press('Enter');
    expect(await arrived(mail, page)).toHaveLength(1);
  });
});

describe('a person who opted out', () => {
  test('stays held in Bcc however often Send is pressed; removed, the letter goes to the others', async () => {
    page = await mail.write({ ...PITCH, to: [], bcc: [AYU, OPTED_OUT] });
    await send(page);
    await press(page, /Back to the text/);
    await page.waitForTimeout(500);
    await send(page);
    expect(await says(page, 'Hana Pratiwi')).toBe(true);
    expect(sent()).toHaveLength(0);
    await press(page, /^Remove/);
    await press(page, /^Send now/);
    const messages = await arrived(mail, page);
    expect(messages.map(({ to }) => to)).toEqual([[AYU]]);
  });
});

describe('a clean letter', () => {
  const clean = { to: [AYU], subject: 'Terima kasih', text: 'Terima kasih atas waktunya.' };

  test('goes by the user’s own click, untouched', async () => {
    page = await mail.write(clean);
    await judged(page);
    // At the window, after the guard's listeners and before Roundcube's, which prevents every click on Send.
    await page.evaluate(() => {
      const seen: object[] = [];
      Object.assign(window, { seen });
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        window.addEventListener(
          type,
          (event) => void seen.push({ type, trusted: event.isTrusted, prevented: event.defaultPrevented }),
          true,
        );
    });
    await send(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: object[] }).seen);
    expect(seen).toEqual(
      ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => ({
        type,
        trusted: true,
        prevented: false,
      })),
    );
    expect(await arrived(mail, page)).toHaveLength(1);
    expect(await isWarned(page)).toBe(false);
  });

  test('goes once by a double click', async () => {
    page = await mail.write(clean);
    await judged(page);
    await page.dblclick('button.send:visible', { force: true });
    expect(await arrived(mail, page)).toHaveLength(1);
  });

  test('is not sent by keys that send nothing in Roundcube, and nothing is asked', async () => {
    page = await mail.write(PITCH);
    for (const field of ['#compose-subject', '#composebody', '#compose_to .recipient-input input'])
      for (const key of ['Control+Enter', 'Meta+Enter']) await page.press(field, key);
    await page.press('#compose-subject', 'Enter');
    await page.waitForTimeout(1_000);
    expect(sent()).toHaveLength(0);
    expect(await isWarned(page)).toBe(false);
  });
});

describe("Roundcube's own questions", () => {
  test('"No subject" is asked after the release and answered once', async () => {
    page = await mail.write({ ...PITCH, subject: '' });
    await send(page);
    await press(page, /^Move 7 to Bcc/);
    await press(page, /^Send now/);
    await page.dblclick('.ui-dialog button.send.mainaction');
    const messages = await arrived(mail, page);
    expect(messages.map(({ to }) => to.length)).toEqual([7]);
    expect(messages[0]?.headers).not.toContain(AYU);
  });

  test('a subject written there is judged too, also when Enter sends it', async () => {
    page = await mail.write({ to: [AYU], subject: '', text: 'Terima kasih.' });
    await judged(page);
    await send(page);
    await page.fill('.ui-dialog .prompt input', 'Undangan untuk [nama]');
    await page.press('.ui-dialog .prompt input', 'Enter');
    expect(await says(page, '[nama]')).toBe(true);
    expect(sent()).toHaveLength(0);
  });

  test('the question for an empty text is asked inside of the release', async () => {
    const asked: string[] = [];
    page = await mail.write({ ...PITCH, text: '' });
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await send(page);
    await press(page, /^Move 7 to Bcc/);
    await press(page, /^Send now/);
    expect(await arrived(mail, page)).toHaveLength(1);
    expect(asked).toEqual(['confirm']);
  });
});

test('words in the HTML editor hold a letter, and mended there it goes', async () => {
  page = await mail.write({ to: [AYU], subject: 'Undangan' });
  await page.evaluate(() => {
    (window as unknown as { rcmail: { command(name: string, props: object): void } }).rcmail.command('toggle-editor', {
      html: true,
    });
  });
  const body = page.frameLocator('#composebody_ifr').locator('body#tinymce');
  await body.click();
  await body.pressSequentially('Yth. [nama]');
  await send(page);
  expect(await says(page, '[nama]')).toBe(true);
  await press(page, /Back to the text/);
  await body.fill('Yth. Ibu Ayu');
  await judged(page);
  await send(page);
  const [message] = await arrived(mail, page);
  expect(message?.email.html).toContain('Ibu Ayu');
});

test('a letter in a window of its own is held and released there', async () => {
  page = await mail.writeInWindow(PITCH);
  await send(page);
  await warned(page);
  expect(sent()).toHaveLength(0);
  await press(page, /^Move 7 to Bcc/);
  await press(page, /^Send now/);
  expect((await arrived(mail, page)).map(({ to }) => to.length)).toEqual([7]);
});

test('recipients added in another field after the verdict are seen', async () => {
  page = await mail.write({ to: [AYU], subject: 'Undangan', text: 'Salam.' });
  await judged(page);
  await typeRecipients(page, 'bcc', [BIMA, OPTED_OUT]);
  await send(page);
  await warned(page);
  expect(sent()).toHaveLength(0);
});
