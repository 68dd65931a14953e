import type { Page } from 'playwright-core';
import type { Account } from './dovecot.ts';

export async function logIn(page: Page, origin: string, { user, password }: Account): Promise<void> {
  await page.goto(`${origin}/`);
  await page.fill('#rcmloginuser', user);
  await page.fill('#rcmloginpwd', password);
  await page.click('#rcmloginsubmit');
  // An empty list is there, and takes no room. One still being fetched writes the session back without a letter begun since.
  await page.waitForFunction(`document.getElementById('messagelist') !== null && window.jQuery?.active === 0`);
}

export interface Letter {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
}

/** Opens a new compose page and writes the letter as a person does: key by key into the recipient fields. */
export async function compose(page: Page, origin: string, letter: Letter): Promise<void> {
  await page.goto(`${origin}/?_task=mail&_action=compose`);
  await fill(page, letter);
}

export async function fill(page: Page, letter: Letter): Promise<void> {
  // Elastic puts chips over its fields; larry has the bare fields.
  await page.waitForSelector('#compose_to .recipient-input input, #messagetoolbar a.send:not(.disabled)');
  for (const field of ['to', 'cc', 'bcc'] as const) await typeRecipients(page, field, letter[field] ?? []);
  if (letter.subject !== undefined) await page.fill('#compose-subject', letter.subject);
  if (letter.text !== undefined) await page.fill('#composebody', letter.text);
}

export async function typeRecipients(
  page: Page,
  field: 'to' | 'cc' | 'bcc',
  addresses: readonly string[],
): Promise<void> {
  if (addresses.length === 0) return;
  if (await page.isVisible('#messagetoolbar a.send')) return typeInLarry(page, field, addresses);
  if (!(await page.isVisible(`#compose_${field}`))) {
    await page.click('#compose_to [data-popup="headers-menu"]');
    await page.click(`#headers-menu a[data-target="${field}"]`);
  }
  const input = page.locator(`#compose_${field} .recipient-input input`);
  for (const address of addresses) {
    await input.pressSequentially(address);
    await input.press(',');
  }
}

async function typeInLarry(page: Page, field: 'to' | 'cc' | 'bcc', addresses: readonly string[]): Promise<void> {
  if (!(await page.isVisible(`#_${field}`))) await page.click(`#${field}-link`);
  await page.locator(`#_${field}`).pressSequentially(`${addresses.join(', ')}, `);
}

export const send = (page: Page): Promise<void> => page.click('button.send:visible, #messagetoolbar a.send');
