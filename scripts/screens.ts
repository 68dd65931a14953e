// Long because it is one list: a screen is a line or a few, and who looks for one looks here.
import type { Page } from 'playwright-core';
import {
  askForm,
  asking,
  changed,
  nobodyNamed,
  nothingSelected,
  oneOfSeveral,
  optOutInReply,
  recorded,
  selected,
} from './screens/evidence-steps.ts';
import {
  closed,
  file,
  imported,
  list,
  mapped,
  person,
  previewed,
  published,
  request,
  takenBack,
  trialBegun,
  trialEnded,
  unfolded,
} from './screens/ledger-steps.ts';
import { asked, mail, writingTo } from './screens/panel-steps.ts';
import { choose, press, reasons, send, silence, warning } from './screens/practice-steps.ts';
import { NARROW, type Screen, ZOOMED } from './screens/screen.ts';
import { report, taught } from './screens/sites-steps.ts';
import { created, inviting, leaving } from './screens/team-steps.ts';

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
  {
    name: 'person-receipt',
    page: 'ledger.html#/people',
    whole: true,
    steps: async (page) => {
      await person(page, /Ayu/);
      await page.locator('a[href$="/receipt"]').click();
      await page.locator('.receipt').waitFor();
    },
  },
  {
    name: 'requests-new',
    page: 'ledger.html#/requests',
    whole: true,
    steps: (page) => page.locator('.room button').first().click(),
  },
  { name: 'requests', page: 'ledger.html#/requests', steps: request },
  {
    name: 'requests-one',
    page: 'ledger.html#/requests',
    whole: true,
    steps: async (page) => {
      await request(page);
      await page.locator('a[href^="#/requests/"]').first().click();
      await page.locator('h1').waitFor();
    },
  },
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
    steps: async (page) => {
      await page.locator('.release [data-opens]').last().click();
      await page.locator('form select').last().selectOption('public_information');
    },
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
  { name: 'team', page: 'ledger.html#/team', whole: true },
  { name: 'team-narrow', page: 'ledger.html#/team', size: NARROW, whole: true },
  { name: 'team-new', page: 'ledger.html#/team/new' },
  { name: 'team-join', page: 'ledger.html#/team/join' },
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
  { name: 'settings-laws', page: 'ledger.html#/settings/laws', whole: true, steps: unfolded },
  { name: 'settings-rules', page: 'ledger.html#/settings/rules', whole: true },
  {
    name: 'settings-rules-narrow',
    page: 'ledger.html#/settings/rules',
    size: NARROW,
    whole: true,
    steps: trialBegun,
    after: trialEnded,
  },
  { name: 'settings-notice', page: 'ledger.html#/settings/notice', whole: true },
  { name: 'settings-notice-published', page: 'ledger.html#/settings/notice', whole: true, steps: published },
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
  { name: 'import-4-done', page: 'ledger.html#/import', steps: imported, after: takenBack },
  // What these record stays in the ledger.
  { name: 'evidence-said', page: 'sidepanel.html', size: NARROW, whole: true, steps: (page) => selected(page) },
  { name: 'evidence-changed', page: 'sidepanel.html', size: NARROW, whole: true, steps: changed },
  { name: 'evidence-several', page: 'sidepanel.html', size: NARROW, whole: true, steps: oneOfSeveral },
  { name: 'evidence-nobody', page: 'sidepanel.html', size: NARROW, whole: true, steps: nobodyNamed },
  { name: 'evidence-nothing', page: 'sidepanel.html', size: NARROW, steps: nothingSelected },
  { name: 'evidence-recorded', page: 'sidepanel.html', size: NARROW, steps: recorded },
  { name: 'evidence-heard', page: 'sidepanel.html', size: NARROW, whole: true, steps: optOutInReply },
  {
    name: 'evidence-office',
    page: 'sidepanel.html',
    size: NARROW,
    whole: true,
    steps: (page) => askForm(page, 'yusuf'),
  },
  { name: 'evidence-ask', page: 'sidepanel.html', size: NARROW, whole: true, steps: (page) => asking(page, 'yusuf') },
  { name: 'evidence-wait', page: 'sidepanel.html', size: NARROW, whole: true, steps: (page) => askForm(page, 'bima') },
  // And these a team.
  { name: 'team-created', page: 'ledger.html#/team', whole: true, steps: (page) => created(page) },
  { name: 'team-created-narrow', page: 'ledger.html#/team', size: NARROW, whole: true, steps: (page) => created(page) },
  { name: 'team-kit', page: 'ledger.html#/team', whole: true, steps: (page) => created(page, 'kit') },
  { name: 'team-server', page: 'ledger.html#/team', whole: true, steps: (page) => created(page, 'server') },
  { name: 'team-inviting', page: 'ledger.html#/team', whole: true, steps: inviting },
  { name: 'team-leaving', page: 'ledger.html#/team', whole: true, steps: leaving },
];
