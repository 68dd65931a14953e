import type { Frame, Page } from 'playwright-core';
import { bodyOf, compose, openGmail } from '../tests/e2e/support/gmail-page.ts';

export interface Screen {
  readonly name: string;
  readonly page: string;
  readonly size?: readonly [number, number];
  /** The whole page, not only what the window shows. */
  readonly whole?: boolean;
  /** Runs in the page before its own code. */
  readonly before?: () => void;
  readonly steps?: (page: Page) => Promise<unknown>;
}

const NARROW = [320, 700] as const;
/** What a window of 1280 × 800 shows at 200 %. */
const ZOOMED = [640, 400] as const;

export const sizeOf = ({ size: [width, height] = [1280, 800] }: Screen): { width: number; height: number } => ({
  width,
  height,
});

/** The warning stands in a closed shadow root: it is found by its address. It takes no press in its first moments. */
const warning = async (page: Page): Promise<Frame> => {
  let found: Frame | undefined;
  for (let tries = 0; tries < 100 && !found; tries += 1) {
    found = page.frames().find((each) => each.url().includes('/warning.html'));
    if (!found) await page.waitForTimeout(100);
  }
  if (!found) throw new Error('no warning came');
  await found.locator('.warning-foot').waitFor({ timeout: 10_000 });
  await page.waitForTimeout(700);
  return found;
};

const choose = async (page: Page, id: string): Promise<string> => {
  await page.locator(`[data-ready="${id}"]`).click();
  const chat = (await page.locator('[data-practice="chat"] textarea').inputValue()) !== '';
  return `[data-practice="${chat ? 'chat' : 'mail'}"]`;
};

const send = async (page: Page, id: string): Promise<Frame> => {
  await page.locator(`${await choose(page, id)} [data-send]`).click({ noWaitAfter: true });
  return warning(page);
};

const reasons = async (page: Page, at: number): Promise<void> => {
  const frame = await send(page, 'embargo');
  await frame.locator('.warning-way button').click();
  await frame.locator('.reasons input[type="radio"]').nth(at).check();
};

const press = async (page: Page, id: string, fix: string): Promise<Frame> => {
  const frame = await send(page, id);
  await frame.locator(`[data-fix="${fix}"]`).first().click();
  return frame;
};

/** The worker does not answer. */
const silence = (): void => {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
  runtime.sendMessage = () => Promise.reject(new Error('Could not establish connection.'));
};

/** The browser gives no storage. */
const closed = (): void => {
  indexedDB.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'UnknownError');
  };
};

const person = async (page: Page, name = /Bima/): Promise<void> => {
  await page.getByRole('link').filter({ hasText: name }).first().click();
  await page.locator('.consent-grid').waitFor();
};

/** The one list there is, kept first where there is none. */
const list = async (page: Page): Promise<void> => {
  const kept = page.locator('.lists-rows a');
  if ((await kept.count()) === 0) {
    await page.goto(page.url().replace(/#.*/, '#/lists/new'));
    await page.locator('.ready-bar').waitFor();
    await page.locator('form input').first().fill('Media nasional');
    await page.locator('form button[type="submit"]').click();
  } else await kept.first().click();
  await page.locator('.person-head .actions').waitFor();
};

const BAD_CSV = [
  'Nama;Surel;WhatsApp;Media;Persetujuan;Kolom aneh',
  'Ratna Dewanti;ratna@koran-pagi.example;0812 5550 1001;Koran Pagi;setuju;x',
  ';tanpa-nama@koran.example;;;;',
  'Yusuf Hanafi;bukan alamat;;Radio Teluk;mungkin;',
  'Bima Prasetya;bima@hariancakrawala.example;;Harian Cakrawala;;',
  'Sari Wulan;sari@berita.example;;Berita;;;lebih;banyak',
  '=HYPERLINK("x");formula@berita.example;;Berita;;',
  'Ratna Dewanti;ratna@koran-pagi.example;;Koran Pagi;;',
].join('\n');

const file = async (page: Page, text: string, name = 'daftar-media.csv'): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const mapped = async (page: Page): Promise<void> => {
  await file(page, BAD_CSV);
  await page.locator('.mapping').waitFor();
};

const previewed = async (page: Page): Promise<void> => {
  await mapped(page);
  await page.locator('.form-grid select').first().selectOption({ index: 2 });
  await page.locator('button[type="submit"]').click();
  await page.locator('.preview-rows').waitFor();
};

/** As if a message in the tab before this one went to them. */
const writingTo = async (page: Page, channel: string, recipients: readonly object[]): Promise<void> => {
  await page.evaluate(
    async (writing) => {
      const { tabs, storage } = (globalThis as unknown as { chrome: ChromeOfPanel }).chrome;
      const open = await tabs.query({});
      await storage.session.set(Object.fromEntries(open.map(({ id }) => [`writing:${id}`, writing])));
    },
    { surface: channel, channel, audience: 'people', recipients, problems: [], frameId: 0 },
  );
  await page.locator('.card').first().waitFor();
};
interface ChromeOfPanel {
  readonly tabs: { query(of: object): Promise<readonly { id: number }[]> };
  readonly storage: { session: { set(items: object): Promise<void> } };
}

const mail = (page: Page): Promise<void> =>
  writingTo(page, 'email', [
    { field: 'to', address: 'bima@wartapesisir.example' },
    { field: 'to', address: 'baru@media.example', name: 'Orang Baru' },
    { field: 'cc', address: 'ayu@kabarnusantara.example' },
  ]);

const asked = async (page: Page, words: string): Promise<void> => {
  await page.locator('.panel-ask input').fill(words);
  await page.locator('.panel-found, .card').first().waitFor();
};

interface ChromeOfLedger {
  readonly tabs: { query(of: object): Promise<readonly { id: number; url?: string }[]> };
  readonly storage: { local: { set(items: object): Promise<void> } };
}

const TAUGHT = {
  id: 'taught:obrolan.example',
  name: 'obrolan.example',
  version: 1,
  channel: 'other_chat',
  matches: ['https://obrolan.example/*'],
  proof: { grade: 'taught', by: 'pointing', on: '2026-11-20' },
  boxes: [
    {
      name: 'message',
      root: ['main'],
      editor: ['[role="textbox"]'],
      who: { title: { at: ['main h1'], in: 'page' } },
      send: ['button ::named(Kirim)', 'form [type="submit"]'],
      keys: 'enter',
    },
  ],
};

/** A site that was taught, as it lies on the shelf. */
const taught = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(async (hooks) => {
    const { storage } = (globalThis as unknown as { chrome: ChromeOfLedger }).chrome;
    const lessons = [{ teacher: 'a1b2c3', hooks }];
    const site = { hooks, lessons, origin: 'https://obrolan.example', taughtAt: '2026-11-20T02:00:00Z', allowed: true };
    await storage.local.set({ shelf: { taught: [site], corrections: [], signers: [] } });
  }, TAUGHT);
  await page.goto(`${page.url().split('#')[0]}${path}`);
  await page.reload();
  await page.locator('main h1').waitFor();
};

/** What can be told of a mail that is being written in another tab. */
const report = async (page: Page): Promise<void> => {
  const other = await openGmail(page.context());
  await compose(other, { to: ['bima@wartapesisir.example'], subject: 'Undangan', body: 'Halo [nama]' });
  await bodyOf(other).click();
  await other.waitForTimeout(800);
  await page.bringToFront();
  const tab = await page.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: ChromeOfLedger }).chrome;
    return (await tabs.query({})).find(({ url }) => url?.startsWith('https://mail.google.com/'))?.id;
  });
  await page.goto(`${page.url().split('#')[0]}#/sites/report/${tab}/0`);
  await page.locator('pre').waitFor();
  await other.close();
};

const next = (page: Page): Promise<void> => page.locator('.button-safe').click();

export const SCREENS: readonly Screen[] = [
  { name: 'welcome-1', page: 'welcome.html' },
  { name: 'welcome-2', page: 'welcome.html', steps: next },
  {
    name: 'welcome-3',
    page: 'welcome.html',
    steps: async (page) => {
      await next(page);
      await next(page);
    },
  },
  { name: 'welcome-zoomed', page: 'welcome.html', size: ZOOMED, whole: true, steps: next },
  { name: 'practice', page: 'practice.html', whole: true },
  { name: 'practice-narrow', page: 'practice.html', size: NARROW, whole: true },
  ...['visible', 'opted', 'embargo', 'withdrawn', 'number'].map((id) => ({
    name: `warning-${id}`,
    page: 'practice.html',
    steps: (page: Page) => send(page, id),
  })),
  { name: 'warning-narrow', page: 'practice.html', size: NARROW, steps: (page) => send(page, 'visible') },
  { name: 'warning-zoomed', page: 'practice.html', size: ZOOMED, steps: (page) => send(page, 'embargo') },
  { name: 'warning-reasons', page: 'practice.html', steps: (page) => reasons(page, 0) },
  { name: 'warning-evidence', page: 'practice.html', steps: (page) => reasons(page, 1) },
  { name: 'warning-note', page: 'practice.html', steps: (page) => reasons(page, 5) },
  { name: 'warning-reasons-narrow', page: 'practice.html', size: NARROW, steps: (page) => reasons(page, 1) },
  { name: 'warning-capture', page: 'practice.html', steps: (page) => press(page, 'opted', 'record-consent') },
  {
    name: 'warning-ready',
    page: 'practice.html',
    steps: async (page) => {
      const frame = await press(page, 'visible', 'move-to-bcc');
      await frame.locator('.warning-foot [data-safe]').waitFor();
    },
  },
  {
    name: 'warning-unchecked',
    page: 'practice.html',
    before: silence,
    steps: (page) => send(page, 'opted'),
  },
  {
    name: 'warning-look',
    page: 'practice.html',
    steps: async (page) => {
      await page.locator(`${await choose(page, 'embargo')} textarea`).click();
      await page.waitForTimeout(600);
      await page.keyboard.press('Alt+Shift+KeyI');
      await warning(page);
    },
  },
  { name: 'people', page: 'ledger.html#/people' },
  { name: 'person', page: 'ledger.html#/people', steps: person },
  {
    name: 'person-below',
    page: 'ledger.html#/people',
    steps: async (page) => {
      await person(page);
      await page.locator('.detail').evaluate((detail) => detail.scrollTo(0, detail.scrollHeight));
    },
  },
  {
    name: 'person-consent',
    page: 'ledger.html#/people',
    size: [1280, 1200],
    steps: async (page) => {
      await person(page);
      await page.locator('.cell').first().click();
    },
  },
  {
    name: 'person-held',
    page: 'ledger.html#/people',
    size: [1280, 1000],
    steps: async (page) => {
      await person(page);
      const held = page.locator('[aria-labelledby="held-head"]');
      if ((await held.getByRole('rowheader', { name: 'NIK' }).count()) === 0) {
        await held.locator('p > .button-plain').click();
        await held.locator('select').first().selectOption('nik');
        await held.locator('form input').first().fill('3171234567890001');
        await held.locator('button[type="submit"]').click();
      }
      await held.getByRole('rowheader', { name: 'NIK' }).waitFor();
      await held.evaluate((node) => node.scrollIntoView());
    },
  },
  {
    name: 'person-told',
    page: 'ledger.html#/people',
    size: [1280, 1000],
    steps: async (page) => {
      await person(page);
      const told = page.locator('[aria-labelledby="told-head"]');
      await told.locator('p > .button-plain').click();
      await told.evaluate((node) => node.scrollIntoView());
    },
  },
  {
    name: 'lists-new',
    page: 'ledger.html#/lists/new',
    size: [1280, 1000],
    steps: async (page) => page.locator('.ready-bar').waitFor(),
  },
  { name: 'lists', page: 'ledger.html#/lists', steps: list },
  { name: 'lists-narrow', page: 'ledger.html#/lists', size: NARROW, whole: true, steps: list },
  { name: 'person-new', page: 'ledger.html#/people/new' },
  { name: 'person-narrow', page: 'ledger.html#/people', size: NARROW, whole: true, steps: person },
  { name: 'person-zoomed', page: 'ledger.html#/people', size: ZOOMED, whole: true, steps: person },
  { name: 'import-1', page: 'ledger.html#/import' },
  { name: 'import-2-map', page: 'ledger.html#/import', whole: true, steps: mapped },
  { name: 'import-3-preview', page: 'ledger.html#/import', whole: true, steps: previewed },
  { name: 'import-3-narrow', page: 'ledger.html#/import', size: NARROW, whole: true, steps: previewed },
  {
    name: 'import-wrong-file',
    page: 'ledger.html#/import',
    steps: (page) => file(page, 'PK\u0003\u0004 a workbook', 'daftar.xlsx'),
  },
  { name: 'terms', page: 'ledger.html#/terms' },
  {
    name: 'terms-form',
    page: 'ledger.html#/terms',
    whole: true,
    steps: (page) => page.locator('.topic .button').last().click(),
  },
  { name: 'activity', page: 'ledger.html#/activity' },
  { name: 'sites', page: 'ledger.html#/sites' },
  {
    name: 'sites-taught',
    page: 'ledger.html#/sites',
    whole: true,
    steps: (page) => taught(page, '#/sites/taught'),
  },
  {
    name: 'sites-taught-one',
    page: 'ledger.html#/sites',
    whole: true,
    steps: (page) => taught(page, '#/sites/taught/taught%3Aobrolan.example'),
  },
  { name: 'sites-report', page: 'ledger.html#/sites', whole: true, steps: report },
  { name: 'settings', page: 'ledger.html#/settings', whole: true },
  { name: 'recovery', page: 'ledger.html', before: closed },
  { name: 'people-narrow', page: 'ledger.html#/people', size: NARROW },
  { name: 'people-zoomed', page: 'ledger.html#/people', size: ZOOMED, whole: true },
  { name: 'terms-narrow', page: 'ledger.html#/terms', size: NARROW, whole: true },
  { name: 'activity-narrow', page: 'ledger.html#/activity', size: NARROW, whole: true },
  { name: 'sites-narrow', page: 'ledger.html#/sites', size: NARROW, whole: true },
  { name: 'settings-narrow', page: 'ledger.html#/settings', size: NARROW, whole: true },
  { name: 'popup', page: 'popup.html', size: [360, 560] },
  { name: 'popup-narrow', page: 'popup.html', size: [320, 560] },
  {
    name: 'popup-found',
    page: 'popup.html',
    size: [360, 560],
    steps: async (page) => {
      await page.locator('input').first().fill('ra');
      await page.waitForTimeout(500);
    },
  },
  { name: 'sidepanel-empty', page: 'sidepanel.html', size: NARROW },
  { name: 'sidepanel-mail', page: 'sidepanel.html', size: NARROW, whole: true, steps: mail },
  {
    name: 'sidepanel-stop',
    page: 'sidepanel.html',
    size: NARROW,
    whole: true,
    steps: async (page) => {
      await mail(page);
      await page.locator('[data-record="stop"]').first().click();
    },
  },
  {
    name: 'sidepanel-chat',
    page: 'sidepanel.html',
    size: NARROW,
    steps: async (page) => {
      await writingTo(page, 'whatsapp', [{ field: 'direct', address: 'chat:Bima A' }]);
      await page.locator('.card .button').first().click();
      await page.locator('.card input').fill('bima');
    },
  },
  { name: 'sidepanel-asked', page: 'sidepanel.html', size: NARROW, steps: (page) => asked(page, 'ra') },
  {
    name: 'sidepanel-answer',
    page: 'sidepanel.html',
    size: NARROW,
    steps: (page) => asked(page, 'bima@wartapesisir.example'),
  },
  { name: 'overview-all', page: 'ledger.html#/overview', whole: true },
  { name: 'overview-narrow', page: 'ledger.html#/overview', size: NARROW, whole: true },
  { name: 'overview-retention', page: 'ledger.html#/overview/retention' },
  { name: 'overview-backup', page: 'ledger.html#/settings/backup', whole: true },
  {
    name: 'overview-backup-made',
    page: 'ledger.html#/settings/backup',
    whole: true,
    steps: async (page) => {
      await page.locator('.backup-page input').first().fill('empat kuda minum di sungai');
      const saving = page.waitForEvent('download');
      await page.locator('.backup-page button[type="submit"]').first().click();
      const saved = await (await saving).path();
      await page.locator('input[type="file"]').setInputFiles(saved);
      await page.locator('.backup-page input[type="password"]').last().fill('empat kuda minum di sungai');
      await page.locator('.backup-page button[type="submit"]').last().click();
      await page.locator('.backup-page .table').waitFor();
    },
  },
  { name: 'overview-recovery', page: 'ledger.html', whole: true, before: closed },
  // Last, because it leaves people in the list.
  {
    name: 'import-4-done',
    page: 'ledger.html#/import',
    steps: async (page) => {
      await previewed(page);
      await page.locator('.actions .button-safe').click();
      await page.locator('a[href="#/people"].button').waitFor();
    },
  },
];
