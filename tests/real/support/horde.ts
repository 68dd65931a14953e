import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { freePort, type Running, startServer } from './process.ts';

/** Debian's Horde with IMP: a webmail that no adapter of Izin knows. */
const HORDE = '/usr/share/horde';

export interface Horde extends Running {
  readonly origin: string;
}

/** IMP on PHP's own web server, with configuration, sessions and logs in `folder`, and no database. */
export async function startHorde(
  folder: string,
  ports: { readonly imapPort: number; readonly smtpPort: number },
): Promise<Horde> {
  const port = await freePort();
  const here = join(folder, 'horde');
  // Its configuration lies inside of the web folder, in /etc by links: a copy has its own. Translations and links to
  // packages that are not there stay behind.
  cpSync(HORDE, here, {
    recursive: true,
    dereference: true,
    filter: (path) => existsSync(path) && !['locale', 'migration', 'static'].includes(basename(path)),
  });
  for (const path of ['static', '../horde-temp', '../horde-sessions']) mkdirSync(join(here, path), { recursive: true });
  writeFileSync(join(here, 'config', 'conf.php'), settings('conf', hordeSettings(folder, port, ports.smtpPort)));
  writeFileSync(join(here, 'config', 'registry.local.php'), registry());
  writeFileSync(join(here, 'imp', 'config', 'conf.php'), settings('conf', IMP));
  writeFileSync(join(here, 'imp', 'config', 'backends.local.php'), settings('servers', servers(ports)));
  keepRunning(folder, here);
  const running = await startServer(
    'php',
    [
      ...['-d', `session.save_path=${join(folder, 'horde-sessions')}`, '-d', 'opcache.enable_cli=1'],
      ...['-d', 'display_errors=0', '-d', 'log_errors=1', '-d', 'error_reporting=4437'],
      ...['-d', `auto_prepend_file=${join(folder, 'horde-before.php')}`],
      ...['-S', `127.0.0.1:${port}`, '-t', here],
    ],
    { port, log: join(folder, 'horde.log'), env: { PHP_CLI_SERVER_WORKERS: '4' } },
  );
  return { ...running, origin: `http://127.0.0.1:${port}` };
}

/**
 * Where Debian's Horde asks what its PHP no longer answers: the name of no action at all, and a resolver of names (which
 * reads an empty file). The first is named, the second left out: no name is looked up here.
 */
function keepRunning(folder: string, here: string): void {
  const page = join(here, 'imp/lib/Dynamic/Compose.php');
  const asked = "create('imp', $this->vars)";
  writeFileSync(page, readFileSync(page, 'utf8').replace(asked, "create('imp', $this->vars, 'none')"));
  const noNames = '<?php class Horde_Core_Factory_Dns { public function create($injector) { return null; } }';
  writeFileSync(join(folder, 'horde-before.php'), noNames);
}

type Setting = string | number | boolean | null | readonly Setting[] | { readonly [key: string]: Setting };

/** As PHP: each setting by its path. */
const settings = (name: string, all: Setting): string =>
  `<?php\n$${name} = array_replace_recursive(isset($${name}) ? $${name} : [], json_decode(<<<'JSON'\n${JSON.stringify(all)}\nJSON, true));\n`;

const hordeSettings = (folder: string, port: number, smtpPort: number): Setting => ({
  use_ssl: 0,
  server: { name: '127.0.0.1', port },
  cookie: { domain: '', path: '/' },
  testdisable: true,
  // Errors without notices: Horde is older than this PHP.
  debug_level: 4437,
  umask: 63,
  compress_pages: false,
  max_exec_time: 0,
  secret_key: 'izin-test-secret-key',
  vhosts: false,
  tmpdir: join(folder, 'horde-temp'),
  session: {
    name: 'Horde',
    use_only_cookies: true,
    cache_limiter: 'nocache',
    timeout: 0,
    max_time: 72_000,
    regenerate_interval: 0,
  },
  sessionhandler: { type: 'Builtin', hashtable: false, memcache: false },
  auth: {
    admins: [],
    checkip: false,
    checkbrowser: false,
    alternate_login: false,
    redirect_on_logout: false,
    list_users: 'input',
    driver: 'application',
    params: { app: 'imp', login_block: false },
  },
  signup: { allow: false, approve: false },
  log: {
    type: 'file',
    name: join(folder, 'horde-own.log'),
    priority: 'INFO',
    ident: 'HORDE',
    enabled: true,
    params: { append: true },
  },
  log_accesskeys: false,
  prefs: { driver: 'Session', params: {}, maxsize: 65_535 },
  alarms: { driver: 'Null' },
  group: { driver: 'Mock', cache: false },
  perms: { driver: 'Null' },
  share: {
    driver: 'Sqlng',
    no_sharing: true,
    auto_create: false,
    world: false,
    any_group: false,
    hidden: false,
    cache: false,
  },
  cache: { default_lifetime: 86_400, driver: 'Null', compress: false },
  hashtable: { driver: 'memory' },
  lock: { driver: 'Null' },
  token: { driver: 'Null' },
  urls: { pretty: false, token_lifetime: 30, hmac_lifetime: 30 },
  nobase64_img: false,
  mailer: {
    type: 'smtp',
    params: { host: '127.0.0.1', port: smtpPort, auth: false, secure: false, localhost: 'localhost' },
  },
  vfs: { type: 'Null', params: {} },
  imagemenus: false,
  image: { driver: false },
  cachejs: false,
  cachejsparams: {},
  cachecss: false,
  cachecssparams: { filemtime: false, url_version_param: true },
  cachethemes: false,
  cachethemesparams: {},
  sql: { phptype: false },
  ldap: { useldap: false },
  nosql: { phptype: false },
  accounts: { driver: 'null' },
  user: {
    allow_view: 0,
    verify_from_addr: false,
    online_perms: false,
    select_sidebar: false,
    select_view: true,
    force_view: '',
  },
  facebook: { enabled: false },
  twitter: { enabled: false },
  weather: {},
  urlshortener: false,
  activesync: { enabled: false },
  dav: { enabled: false },
  timezone: {},
  tasklist: {},
  portal: { fixed_blocks: [] },
  menu: {
    always: false,
    links: { help: 'never', prefs: 'never', problem: 'never', login: 'never', logout: 'authenticated' },
  },
  problems: { enabled: false, attachments: false, email: '', maildomain: '', tickets: false },
  spell: {},
  gnupg: { keyserver: [], timeout: 10 },
  openssl: {},
  kolab: { enabled: false },
  imsp: { enabled: false },
  hooks: {},
  print: {},
  debug_xhr: false,
});

const IMP: Setting = {
  user: { allow_view_source: true, autocreate_special: false },
  server: { server_list: 'none', fixed_folders: [] },
  mailbox: {},
  print: { add_printedby: false },
  compose: {
    use_vfs: false,
    link_attachments: false,
    attach_size_limit: 0,
    attach_count_limit: 0,
    reply_limit: 200_000,
    ac_threshold: 3,
    htmlsig_img_size: 30_000,
    convert_to_related: false,
  },
  pgp: { keylength: 1024 },
  maillog: { driver: 'null', use_maillog: false },
  sentmail: { driver: 'Null', params: {} },
  contactsimage: { backends: [] },
  tasklist: { use_tasklist: false, use_notepad: false },
  notepad: { use_notepad: false },
};

const servers = ({ imapPort, smtpPort }: { readonly imapPort: number; readonly smtpPort: number }): Setting => ({
  imap: {
    disabled: false,
    name: 'Surat',
    hostspec: '127.0.0.1',
    hordeauth: false,
    protocol: 'imap',
    port: imapPort,
    secure: false,
    smtp: { auth: false, host: '127.0.0.1', port: smtpPort, secure: false, localhost: 'localhost' },
  },
});

const registry = (): string => `<?php
$this->applications['horde']['webroot'] = '';
$this->applications['imp']['webroot'] = '/imp';
`;
