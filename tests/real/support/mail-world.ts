import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, startDovecot } from './dovecot.ts';
import { startRoundcube, type Webmail, type WebmailOptions } from './roundcube.ts';
import { type Sink, startSink } from './sink.ts';

export const RINA: Account = { user: 'rina@humas.example', password: 'rina-rahasia' };
const BUDI: Account = { user: 'budi@humas.example', password: 'budi-rahasia' };

export interface MailWorld {
  readonly folder: string;
  readonly sink: Sink;
  readonly webmail: Webmail;
  /** One more Roundcube beside the first, set otherwise. */
  another(options: Omit<WebmailOptions, 'imapPort' | 'smtpPort'>): Promise<Webmail>;
  stop(): Promise<void>;
}

/** IMAP, SMTP and webmail for two users, all on loopback and in one folder that goes away. */
export async function startMailWorld(options: Pick<WebmailOptions, 'skin'> = {}): Promise<MailWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-mail-'));
  const sink = await startSink();
  const imap = await startDovecot(folder, [RINA, BUDI]);
  const ports = { imapPort: imap.port, smtpPort: sink.port };
  const webmail = await startRoundcube(folder, { ...ports, ...options });
  const running = [webmail, imap, sink];
  return {
    folder,
    sink,
    webmail,
    async another(other) {
      const more = await startRoundcube(folder, { ...ports, ...other });
      running.unshift(more);
      return more;
    },
    async stop() {
      for (const server of running) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
