// Pictures of every screen, light and dark, in both languages: `npm run shots`, or `npm run shots -- people` for some.
// They are for looking at; nothing compares them. The build comes first: npm run build.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type Izin, launchIzin } from '../tests/e2e/support/chromium.ts';
import { type Screen, sizeOf } from './screens/screen.ts';
import { SCREENS } from './screens.ts';

const FOLDER = 'shots';
/** A browser that has drawn this many pictures on a small machine is let go, and a fresh one begins. */
const PER_BROWSER = 32;

const [, , ...args] = process.argv;
const themes = args.includes('--light') ? (['light'] as const) : (['light', 'dark'] as const);
const wanted = args.filter((each) => !each.startsWith('--'));
const shots = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part))).flatMap(
  (screen) => ['en', 'id'].flatMap((language) => themes.map((theme) => ({ screen, language, theme }))),
);

mkdirSync(FOLDER, { recursive: true });
for (let at = 0; at < shots.length; at += PER_BROWSER) {
  const izin = await launchIzin();
  await takeSample(izin);
  for (const { screen, language, theme } of shots.slice(at, at + PER_BROWSER))
    await shoot(izin, screen, language, theme).catch((error: unknown) => {
      console.error(`${screen.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      process.exitCode = 1;
    });
  await izin.close();
}

/** Each picture has a page of its own: what one screen leaves behind does not come into the next. */
async function shoot(izin: Izin, screen: Screen, language: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await speak(izin, language);
  const page = await izin.context.newPage();
  const file = `${FOLDER}/${screen.name}-${language}-${colorScheme}.png`;
  try {
    await page.setViewportSize(sizeOf(screen));
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (screen.before) await page.addInitScript(screen.before);
    await page.goto(izin.url(screen.page));
    await page.waitForTimeout(500);
    await screen.steps?.(page).catch((error: unknown) => {
      console.error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      process.exitCode = 1;
    });
    await page.waitForTimeout(300);
    await page.screenshot({ path: file, fullPage: screen.whole ?? false });
    console.log(file);
    await screen.after?.(page);
  } finally {
    await page.close();
  }
}

async function speak(izin: Izin, language: string): Promise<void> {
  const worker = await izin.worker();
  await worker.evaluate(
    (to) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set: (v: object) => Promise<void> } } } }
      ).chrome.storage.local.set({ language: to }),
    language,
  );
}

async function takeSample(izin: Izin): Promise<void> {
  await speak(izin, 'en');
  const page: Page = await izin.context.newPage();
  await page.goto(izin.url('welcome.html'));
  for (let step = 0; step < 2; step += 1) await page.locator('.button-safe').click();
  await page.getByRole('button', { name: /sample/i }).click();
  await page.waitForTimeout(800);
  await page.close();
}
