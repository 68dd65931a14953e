// Browsers and servers that the tests drive. On Debian as root what is missing is installed; elsewhere it is only named.
// Only Node's own modules here: this runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const POLICY = '/usr/sbin/policy-rc.d';
const PHP_MODULES = ['curl', 'dom', 'intl', 'mbstring', 'pdo_sqlite', 'sqlite3', 'xml', 'zip'];

/** Name → the Debian packages that bring it, and what is missing of it now (undefined: nothing). */
const PARTS = {
  chromium: { packages: ['chromium'], lacks: () => lacksProgram('chromium') },
  firefox: { packages: ['firefox-esr'], lacks: () => lacksProgram('firefox-esr') },
  xvfb: { packages: ['xvfb'], lacks: () => lacksProgram('Xvfb') },
  xdotool: { packages: ['xdotool'], lacks: () => lacksProgram('xdotool') },
  php: {
    packages: ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-intl', 'php-xml', 'php-zip', 'php-curl'],
    lacks: lacksPhp,
  },
  dovecot: { packages: ['dovecot-imapd'], lacks: lacksDovecot },
  roundcube: { packages: ['roundcube-core', 'roundcube-sqlite3', 'roundcube-skin-larry'], lacks: lacksRoundcube },
  horde: { packages: ['php-horde-imp'], lacks: () => lacksFolder('a Horde', '/usr/share/horde/imp') },
  weechat: { packages: ['weechat-headless', 'weechat-plugins'], lacks: lacksWeechat },
  ngircd: { packages: ['ngircd'], lacks: () => lacksProgram('ngircd') },
  'glowing-bear': {
    packages: ['glowing-bear'],
    lacks: () => lacksFolder('a Glowing Bear', '/usr/share/glowing-bear'),
  },
  prosody: { packages: ['prosody'], lacks: () => lacksProgram('prosody') ?? lacksProgram('prosodyctl') },
  // The server alone, without the service that Debian's `mariadb-server` would set up and start.
  mariadb: {
    packages: ['mariadb-server-core', 'mariadb-client'],
    lacks: () => ['mariadbd', 'mariadb-install-db', 'mariadb'].map(lacksProgram).find((why) => why !== undefined),
  },
  'nats-server': { packages: ['nats-server'], lacks: () => lacksProgram('nats-server') },
  apache: { packages: ['apache2-bin'], lacks: lacksApacheDav },
  wordpress: { packages: ['wordpress', 'wordpress-theme-twentytwentythree', 'php-mysql'], lacks: lacksWordPress },
};

/** What e2e needs. */
export const ensureBrowsers = () => ensure(['chromium', 'firefox']);

/** What a team's server for trying needs. */
export const ensureHub = () => ensure(['nats-server']);

/** What the tests on real servers need besides a browser. */
export const ensureServers = () =>
  ensure([
    'xvfb',
    'xdotool',
    'php',
    'dovecot',
    'roundcube',
    'horde',
    'weechat',
    'ngircd',
    'glowing-bear',
    'prosody',
    'mariadb',
    'wordpress',
    'nats-server',
    'apache',
  ]);

/** Installs what it can; returns what is missing after that, with the reason. Asks apt nothing when all is there. */
function ensure(names) {
  const wanted = names.filter((name) => PARTS[name].lacks() !== undefined);
  if (wanted.length === 0) return { missing: [] };
  const refused = installable() ?? aptInstall(wanted.flatMap((name) => PARTS[name].packages));
  const missing = wanted.flatMap((name) => {
    const why = PARTS[name].lacks();
    return why === undefined ? [] : [{ name, why: refused === undefined ? why : `${why}; ${refused}` }];
  });
  return { missing };
}

function installable() {
  if (!existsSync('/etc/debian_version') || find('apt-get') === undefined)
    return 'this is not Debian, so it has to be installed by hand';
  if (process.getuid?.() !== 0) return 'installing it takes root';
  return undefined;
}

function aptInstall(packages) {
  console.log(`Installing ${packages.join(' ')}`);
  const held = keepServicesAsleep();
  try {
    // Roundcube's packaging would set up a database of its own; the tests bring theirs.
    const answers = ['dbconfig-install', 'dbconfig-reinstall']
      .map((q) => `roundcube-core roundcube/${q} boolean false\n`)
      .join('');
    if (packages.includes('roundcube-core') && find('debconf-set-selections'))
      apt('debconf-set-selections', [], answers);
    // A list of packages that is there may be good enough, and a network may be missing: update first, but do not insist.
    apt('apt-get', ['update', '-q']);
    const done = apt('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
    return done ? undefined : 'apt-get could not install it';
  } finally {
    if (held) rmSync(POLICY, { force: true });
  }
}

function apt(command, args, input) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const stdio = [input === undefined ? 'ignore' : 'pipe', 'inherit', 'inherit'];
  return spawnSync(command, args, { input, env, stdio }).status === 0;
}

/** Packages of servers start them. invoke-rc.d asks this file first; 101 means "not now". */
function keepServicesAsleep() {
  if (existsSync(POLICY)) return false;
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return true;
}

function find(program) {
  // Debian keeps servers where the path of a user who is not root does not look.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

function lacksProgram(program) {
  return find(program) === undefined ? `no ${program} on this machine` : undefined;
}

/** Its web clients come in by a plugin, which Debian keeps in a package of its own. */
function lacksWeechat() {
  const relay = readdirSync('/usr/lib').some((folder) =>
    existsSync(join('/usr/lib', folder, 'weechat/plugins/relay.so')),
  );
  return lacksProgram('weechat-headless') ?? (relay ? undefined : 'WeeChat lacks its relay');
}

function lacksFolder(what, folder) {
  return existsSync(folder) ? undefined : `no ${what} at ${folder}`;
}

/** The server with WebDAV; the service that Debian's `apache2` would set up is not needed. */
function lacksApacheDav() {
  const modules = ['mod_dav.so', 'mod_dav_fs.so'].map((name) => join('/usr/lib/apache2/modules', name));
  return lacksProgram('apache2') ?? (modules.every((file) => existsSync(file)) ? undefined : 'Apache lacks WebDAV');
}

function lacksPhp() {
  if (find('php') === undefined) return 'no php on this machine';
  const have = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split('\n');
  const lacking = PHP_MODULES.filter((module) => !have.includes(module));
  return lacking.length > 0 ? `php lacks ${lacking.join(', ')}` : undefined;
}

function lacksDovecot() {
  const program = find('dovecot');
  if (program === undefined) return 'no dovecot on this machine';
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  // 2.4 renamed half of the settings that the tests write.
  return version.startsWith('2.3.') ? undefined : `the tests configure dovecot 2.3, here is ${version}`;
}

function lacksRoundcube() {
  const folder = process.env.ROUNDCUBE_PUBLIC ?? '/var/lib/roundcube/public_html';
  if (!existsSync(join(folder, 'index.php'))) return `no Roundcube at ${folder}`;
  const lacking = ['elastic', 'larry'].filter((skin) => !existsSync(join(folder, 'skins', skin)));
  return lacking.length === 0 ? undefined : `Roundcube lacks its skin ${lacking.join(' and ')}`;
}

function lacksWordPress() {
  const folder = process.env.WORDPRESS_PUBLIC ?? '/usr/share/wordpress';
  if (!existsSync(join(folder, 'wp-load.php'))) return `no WordPress at ${folder}`;
  const have = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout?.toLowerCase().split('\n') ?? [];
  return have.includes('mysqli') ? undefined : 'php lacks mysqli';
}
