import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Account, startDovecot } from './dovecot.ts';
import { type Horde, startHorde } from './horde.ts';
import { type Sink, startSink } from './sink.ts';

const RINA: Account = { user: 'rina@humas.example', password: 'rina-rahasia' };

export interface HordeWorld {
  readonly sink: Sink;
  readonly horde: Horde;
  stop(): Promise<void>;
}

/** IMAP, SMTP and IMP, all on loopback and in one folder that goes away. */
export async function startHordeWorld(): Promise<HordeWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-horde-'));
  const sink = await startSink();
  const imap = await startDovecot(folder, [RINA]);
  const horde = await startHorde(folder, { imapPort: imap.port, smtpPort: sink.port });
  return {
    sink,
    horde,
    async stop() {
      for (const server of [horde, imap, sink]) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function logInToHorde(page: Page, { origin }: Horde): Promise<void> {
  await page.goto(`${origin}/login.php`);
  await page.fill('#horde_user', RINA.user);
  await page.fill('#horde_pass', RINA.password);
  await page.click('#login-button');
  await page.waitForURL(/portal|imp/);
}
