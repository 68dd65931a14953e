import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, type Running, startServer } from './process.ts';

export interface Account {
  readonly user: string;
  readonly password: string;
}
export interface Imap extends Running {
  readonly port: number;
}

/** Dovecot gives no mailbox to uid 0: as root the mail belongs to nobody. */
const ROOT = process.getuid?.() === 0;
const OWNER = ROOT ? { uid: 65534, gid: 65534 } : { uid: userInfo().uid, gid: userInfo().gid };

/** Dovecot 2.3 with a configuration of its own: nothing of /etc/dovecot is read, nothing outside of `folder` is written. */
export async function startDovecot(folder: string, accounts: readonly Account[]): Promise<Imap> {
  const port = await freePort();
  const base = join(folder, 'dovecot');
  const mail = join(folder, 'mail');
  for (const path of [base, mail]) mkdirSync(path, { recursive: true });
  chownSync(mail, OWNER.uid, OWNER.gid);
  // The login process runs as Dovecot's own user and has to pass through.
  chmodSync(folder, 0o711);
  const users = join(folder, 'users');
  writeFileSync(users, accounts.map(({ user, password }) => `${user}:{PLAIN}${password}::::::\n`).join(''));
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration({ base, mail, users, port, log: join(folder, 'dovecot-mail.log') }));
  const running = await startServer('/usr/sbin/dovecot', ['-F', '-c', config], {
    port,
    log: join(folder, 'dovecot.log'),
  });
  return { ...running, port };
}

interface Places {
  readonly base: string;
  readonly mail: string;
  readonly users: string;
  readonly port: number;
  readonly log: string;
}

const configuration = ({ base, mail, users, port, log }: Places): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${base}
log_path = ${log}
ssl = no
disable_plaintext_auth = no
${asWhom()}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${mail}/%u
passdb {
  driver = passwd-file
  args = ${users}
}
userdb {
  driver = static
  args = uid=${OWNER.uid} gid=${OWNER.gid} home=${mail}/%u
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = subscribe
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = subscribe
  }
}
`;

/** As root the users of Debian's package serve; anybody else can only be himself, without a change of root. */
function asWhom(): string {
  if (ROOT) return '';
  const { username } = userInfo();
  return [
    `default_internal_user = ${username}`,
    `default_login_user = ${username}`,
    'service imap-login {\n  chroot =\n}',
    'service anvil {\n  chroot =\n}',
  ].join('\n');
}
