import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, type Running, startServer } from './process.ts';

const run = promisify(execFile);

export interface Database extends Running {
  readonly port: number;
  /** Rows of tab-separated cells. */
  query(sql: string): Promise<readonly (readonly string[])[]>;
}

/** MariaDB with data of its own: nothing of /etc/mysql is read, nothing outside of `folder` is written. */
export async function startMariaDb(folder: string): Promise<Database> {
  const port = await freePort();
  const data = join(folder, 'mariadb');
  const socket = join(folder, 'mariadb.sock');
  mkdirSync(data, { recursive: true });
  const here = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`];
  // Its own users' tables only; no test database, no time zones. The settings spare the disk: nothing here is kept.
  const light = ['--innodb-flush-log-at-trx-commit=0', '--innodb-log-file-size=8M', '--innodb-buffer-pool-size=32M'];
  await run('mariadb-install-db', [
    ...here,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    ...light,
  ]);
  const running = await startServer(
    '/usr/sbin/mariadbd',
    [
      ...here,
      ...light,
      `--socket=${socket}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--pid-file=${join(folder, 'mariadb.pid')}`,
      '--skip-name-resolve',
      '--skip-log-bin',
    ],
    { port, log: join(folder, 'mariadb.log') },
  );
  return {
    ...running,
    port,
    async query(sql) {
      const args = ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '--skip-column-names'];
      const { stdout } = await run('mariadb', [...args, '-e', sql]);
      return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')]));
    },
  };
}
