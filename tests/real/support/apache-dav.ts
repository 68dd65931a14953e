import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type Running, startServer } from './process.ts';

export interface DavFolder extends Running {
  readonly url: string;
  /** Where the files of the folder lie on this machine. */
  readonly files: string;
}

export const basic = (user: string): string => `Basic ${Buffer.from(`${user}:${user}-rahasia`).toString('base64')}`;

const ROOT = process.getuid?.() === 0;
const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'setenvif',
  'mime',
];

/** Debian's Apache with mod_dav, a configuration of its own, and two users: `penulis` writes, `pembaca` reads. */
export async function startApacheDav(folder: string): Promise<DavFolder> {
  const port = await freePort();
  const files = join(folder, 'files');
  for (const path of [files, join(folder, 'run')]) mkdirSync(path, { recursive: true });
  chmodSync(folder, 0o755);
  // As root the server's children are nobody.
  if (ROOT) for (const path of [files, join(folder, 'run')]) chownSync(path, 65534, 65534);
  writeFileSync(join(folder, 'users'), ['penulis', 'pembaca'].map(passwordLine).join(''));
  const config = join(folder, 'apache.conf');
  writeFileSync(config, configuration(folder, files, port));
  const running = await startServer('/usr/sbin/apache2', ['-D', 'FOREGROUND', '-f', config], {
    port,
    log: join(folder, 'apache.log'),
  });
  return { ...running, url: `http://127.0.0.1:${port}/`, files };
}

/** One of the forms that Apache reads: SHA-1 will do for a folder that lives as long as a test. */
const passwordLine = (user: string): string =>
  `${user}:{SHA}${createHash('sha1').update(`${user}-rahasia`).digest('base64')}\n`;

const configuration = (folder: string, files: string, port: number): string => `
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/run/apache.pid
DefaultRuntimeDir ${folder}/run
ErrorLog ${folder}/error.log
${ROOT ? 'User nobody\nGroup nogroup\n' : ''}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${files}
DavLockDB ${folder}/run/locks
<Directory ${files}>
  Dav On
  AuthType Basic
  AuthName "Izin"
  AuthUserFile ${folder}/users
  <LimitExcept GET HEAD PROPFIND OPTIONS>
    Require user penulis
  </LimitExcept>
  <Limit GET HEAD PROPFIND OPTIONS>
    Require valid-user
  </Limit>
</Directory>
`;
