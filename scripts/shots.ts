// Pictures of every screen, light and dark, in both languages: `npm run shots`, or `npm run shots -- people` for some.
// They are for looking at; nothing compares them. The build comes first: npm run build.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchIzin } from '../tests/e2e/support/chromium.ts';

const FOLDER = 'shots';
const wanted = process.argv.slice(2);
const izin = await launchIzin();
mkdirSync(FOLDER, { recursive: true });

interface Screen {
  readonly name: string;
  readonly page: string;
  readonly size?: readonly [number, number];
  readonly steps?: (page: Page) => Promise<void>;
}

const ready = async (page: Page, id: string): Promise<void> => {
  await page.locator(`[data-ready="${id}"]`).click();
  const chat = (await page.locator('[data-practice="chat"] textarea').inputValue()) !== '';
  await page.locator(`[data-practice="${chat ? 'chat' : 'mail'}"] [data-send]`).click();
  await warning(page);
};

const warning = async (page: Page): Promise<void> => {
  const inner = page.frameLocator('iframe').locator('.finding');
  await inner
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => page.waitForTimeout(1_500));
};

const person = async (page: Page): Promise<void> => {
  await page
    .getByRole('link')
    .filter({ hasText: /Citra|Bima|Rina/ })
    .first()
    .click();
  await page.waitForTimeout(400);
};

const SCREENS: readonly Screen[] = [
  { name: 'welcome-1', page: 'welcome.html' },
  { name: 'welcome-2', page: 'welcome.html', steps: (page) => page.locator('.button-safe').click() },
  {
    name: 'welcome-3',
    page: 'welcome.html',
    steps: async (page) => {
      await page.locator('.button-safe').click();
      await page.locator('.button-safe').click();
    },
  },
  { name: 'practice', page: 'practice.html' },
  ...['visible', 'opted', 'embargo', 'withdrawn', 'number'].map((id) => ({
    name: `warning-${id}`,
    page: 'practice.html',
    steps: (page: Page) => ready(page, id),
  })),
  { name: 'warning-narrow', page: 'practice.html', size: [320, 700], steps: (page) => ready(page, 'visible') },
  { name: 'people', page: 'ledger.html#/people' },
  { name: 'person', page: 'ledger.html#/people', steps: person },
  { name: 'terms', page: 'ledger.html#/terms' },
  { name: 'activity', page: 'ledger.html#/activity' },
  { name: 'import', page: 'ledger.html#/import' },
  { name: 'sites', page: 'ledger.html#/sites' },
  { name: 'settings', page: 'ledger.html#/settings' },
  { name: 'people-narrow', page: 'ledger.html#/people', size: [320, 700] },
  { name: 'popup', page: 'popup.html', size: [360, 560] },
];

const page = await izin.context.newPage();
await takeSample();
for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part))))
  for (const language of ['en', 'id'])
    for (const colorScheme of ['light', 'dark'] as const) await shoot(screen, language, colorScheme);
await izin.close();

async function shoot(
  { name, page: path, size = [1280, 800], steps }: Screen,
  language: string,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  await page.goto('about:blank');
  await page.setViewportSize({ width: size[0], height: size[1] });
  await page.emulateMedia({ colorScheme });
  await speak(language);
  await page.goto(izin.url(path));
  await page.waitForTimeout(700);
  const file = `${FOLDER}/${name}-${language}-${colorScheme}.png`;
  try {
    await steps?.(page);
    await page.waitForTimeout(300);
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exitCode = 1;
  }
  await page.screenshot({ path: file });
  console.log(file);
}

async function speak(language: string): Promise<void> {
  const worker = await izin.worker();
  await worker.evaluate(
    (to) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set: (v: object) => Promise<void> } } } }
      ).chrome.storage.local.set({ language: to }),
    language,
  );
}

async function takeSample(): Promise<void> {
  await page.goto(izin.url('welcome.html'));
  for (let step = 0; step < 2; step += 1) await page.locator('.button-safe').click();
  await page.getByRole('button', { name: /sample/i }).click();
  await page.waitForTimeout(800);
}
