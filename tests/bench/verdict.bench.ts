import type { Page } from 'playwright-core';
import type { Izin } from '../e2e/support/chromium.ts';
import { seedLedger } from '../real/support/seed.ts';
import type { Figure } from './stats.ts';

const PEOPLE = 10_000;
const RECIPIENTS = 100;
const RUNS = 60;
const address = (n: number): string => `wartawan${n}@media${n % 97}.example`;

/** One verdict on a draft to a hundred known people, asked as the guard asks; beside a question that needs no ledger. */
export async function verdict(izin: Izin): Promise<Figure> {
  const page = await izin.context.newPage();
  await page.goto(izin.url('popup.html'));
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    name: `Wartawan ${n}`,
    email: address(n),
    says: 'given' as const,
  }));
  await seedLedger(page, people);
  const recipients = Array.from({ length: RECIPIENTS }, (_, n) => ({ field: 'bcc', address: address(n * 100) }));
  const draft = {
    surface: 'gmail',
    channel: 'email',
    audience: 'people',
    from: 'kami@humas.example',
    recipients,
    subject: 'Undangan',
    text: 'Yth. Bapak dan Ibu, kami mengundang Anda ke peluncuran pada Kamis pukul 10.00 WIB. '.repeat(24),
    attachments: [],
    unreadable: [],
  };
  const figure: Figure = {
    what: `verdict, ${RECIPIENTS} recipients, ledger of ${PEOPLE}`,
    samples: await ask(page, { izin: 'judge', question: { draft } }),
    limit: {
      what: 'a bus question without the ledger',
      samples: await ask(page, { izin: 'tab', question: { tabId: 0 } }),
    },
  };
  await page.close();
  return figure;
}

const ask = (page: Page, message: object): Promise<number[]> =>
  page.evaluate(
    async ({ message, runs }) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (m: object) => Promise<object> } };
      };
      const samples: number[] = [];
      for (let run = 0; run < runs + 3; run += 1) {
        const from = performance.now();
        const reply = await chrome.runtime.sendMessage(message);
        if ('error' in reply) throw new Error(String(reply.error));
        if (run >= 3) samples.push(performance.now() - from);
      }
      return samples;
    },
    { message, runs: RUNS },
  );
