import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Running, startServer } from './process.ts';

const PUBLIC = process.env.ROUNDCUBE_PUBLIC ?? '/var/lib/roundcube/public_html';
const DEFAULTS = '/etc/roundcube/defaults.inc.php';

export interface Webmail extends Running {
  readonly origin: string;
}
export type Skin = 'elastic' | 'larry';
export interface WebmailOptions {
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly skin?: Skin;
  /** 0: plain text; 1: HTML always. */
  readonly htmlEditor?: 0 | 1;
  /** Roundcube's own question before it shows more addresses than this. 0: off. */
  readonly maxDisclosed?: number;
}

/** Debian's Roundcube on PHP's own web server, with configuration, database and logs in `folder`. */
export async function startRoundcube(folder: string, options: WebmailOptions): Promise<Webmail> {
  const port = await freePort();
  const here = join(folder, `roundcube-${port}`);
  const [config, temp, logs] = ['config', 'temp', 'logs'].map((name) => join(here, name)) as [string, string, string];
  for (const path of [config, temp, logs]) mkdirSync(path, { recursive: true });
  copyFileSync(DEFAULTS, join(config, 'defaults.inc.php'));
  writeFileSync(join(config, 'config.inc.php'), configuration(here, temp, logs, options));
  const running = await startServer('php', ['-S', `127.0.0.1:${port}`, '-t', PUBLIC], {
    port,
    log: join(here, 'php.log'),
    // Pages ask for a dozen files at once; one process at a time would make each wait for the last.
    env: { ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '4' },
  });
  return { ...running, origin: `http://127.0.0.1:${port}` };
}

function configuration(here: string, temp: string, logs: string, options: WebmailOptions): string {
  const settings: Record<string, string | number | boolean | readonly string[]> = {
    db_dsnw: `sqlite:///${join(here, 'roundcube.db')}?mode=0646`,
    imap_host: `127.0.0.1:${options.imapPort}`,
    smtp_host: `127.0.0.1:${options.smtpPort}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: 'izin-test-key-24-letters',
    product_name: 'Webmail',
    skin: options.skin ?? 'elastic',
    plugins: [],
    language: 'en_US',
    temp_dir: temp,
    log_dir: logs,
    enable_installer: false,
    enable_spellcheck: false,
    session_lifetime: 60,
    htmleditor: options.htmlEditor ?? 0,
    max_disclosed_recipients: options.maxDisclosed ?? 0,
    // Saving drafts while a test writes would be one more thing that moves.
    draft_autosave: 0,
  };
  const lines = Object.entries(settings).map(([key, value]) => `$config['${key}'] = ${JSON.stringify(value)};`);
  return `<?php\n$config = [];\n${lines.join('\n')}\n`;
}
