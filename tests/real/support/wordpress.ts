import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './dovecot.ts';
import { type Database, startMariaDb } from './mariadb.ts';
import { freePort, type Running, startServer } from './process.ts';

const PUBLIC = process.env.WORDPRESS_PUBLIC ?? '/usr/share/wordpress';
const THEMES = ['/var/lib/wordpress/wp-content/themes', join(PUBLIC, 'wp-content/themes')];

export interface Post {
  readonly title: string;
  readonly text: string;
  readonly status: string;
}
export interface Blog extends Running {
  readonly origin: string;
  /** Posts that are out or will be, oldest first, as the database has them. Drafts are at home. */
  published(): Promise<readonly Post[]>;
  drafts(): Promise<readonly Post[]>;
  /** As if somebody had left it there. */
  addDraft(title: string, text: string): Promise<void>;
  /** How often the block editor has handed a post to the server; its own saving of a copy does not count. */
  saves(): number;
  clear(): Promise<void>;
}

/** Debian's WordPress on PHP's own web server, with configuration, database and uploads in `folder`. */
export async function startWordPress(folder: string, admin: Account): Promise<Blog> {
  const database = await startMariaDb(folder);
  await database.query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const here = layOut(folder, origin, database.port);
  // WordPress looks for its configuration beside itself, which is Debian's: ours is named before it looks.
  const php = ['-d', `auto_prepend_file=${join(folder, 'before.php')}`, '-d', 'opcache.enable_cli=1'];
  await promisify(execFile)('php', [...php, join(folder, 'install.php'), origin, admin.user, admin.password]);
  const log = join(folder, 'wordpress.log');
  const running = await startServer('php', [...php, '-S', `127.0.0.1:${port}`, '-t', here], {
    port,
    log,
    env: { PHP_CLI_SERVER_WORKERS: '4' },
  });
  return {
    origin,
    published: () => posts(database, ['publish', 'future', 'private']),
    drafts: () => posts(database, ['draft']),
    addDraft: async (title, text) =>
      void (await database.query(
        `INSERT INTO wordpress.wp_posts (post_author, post_date, post_date_gmt, post_modified, post_modified_gmt, post_title,
         post_content, post_excerpt, post_status, post_name, to_ping, pinged, post_content_filtered)
         VALUES (1, NOW(), NOW(), NOW(), NOW(), '${title}', '${text}', '', 'draft', '', '', '', '')`,
      )),
    saves: () => readFileSync(log, 'utf8').match(/POST \S*%2Fwp%2Fv2%2Fposts%2F\d+[^%\s]*\s/g)?.length ?? 0,
    clear: async () => void (await database.query('DELETE FROM wordpress.wp_posts')),
    async stop() {
      await running.stop();
      await database.stop();
    },
  };
}

async function posts({ query }: Database, statuses: readonly string[]): Promise<readonly Post[]> {
  const column = (name: string): string => `REPLACE(REPLACE(${name}, '\\t', ' '), '\\n', ' ')`;
  const rows = await query(
    `SELECT ${column('post_title')}, ${column('post_content')}, post_status FROM wordpress.wp_posts
     WHERE post_type = 'post' AND post_status IN (${statuses.map((each) => `'${each}'`).join(', ')}) ORDER BY ID`,
  );
  return rows.map(([title = '', text = '', status = '']) => ({ title, text, status }));
}

/** Its files stay where Debian has them; what is ours stands beside links to them. */
function layOut(folder: string, origin: string, port: number): string {
  const here = join(folder, 'wordpress');
  const content = join(here, 'wp-content');
  for (const path of ['mu-plugins', 'plugins', 'uploads', 'themes'])
    mkdirSync(join(content, path), { recursive: true });
  for (const name of readdirSync(PUBLIC))
    if (!['wp-content', 'wp-config.php', '.htaccess'].includes(name)) symlinkSync(join(PUBLIC, name), join(here, name));
  for (const themes of THEMES.filter((path) => existsSync(path)))
    for (const theme of readdirSync(themes))
      if (theme !== 'index.php' && !existsSync(join(content, 'themes', theme)))
        symlinkSync(join(themes, theme), join(content, 'themes', theme));
  writeFileSync(join(folder, 'before.php'), `<?php define('ABSPATH', '${here}/');\n`);
  writeFileSync(join(folder, 'install.php'), INSTALL);
  writeFileSync(join(here, 'wp-config.php'), configuration(origin, port));
  writeFileSync(join(content, 'mu-plugins', 'classic.php'), CLASSIC);
  return here;
}

function configuration(origin: string, port: number): string {
  const settings: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `127.0.0.1:${port}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: origin,
    WP_SITEURL: origin,
    // Nothing is fetched from outside, nothing runs by itself.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    ...Object.fromEntries(
      ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
        [`${name}_KEY`, `izin test ${name} key`],
        [`${name}_SALT`, `izin test ${name} salt`],
      ]),
    ),
  };
  const lines = Object.entries(settings).map(([name, value]) => `define('${name}', ${JSON.stringify(value)});`);
  return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';\nrequire_once ABSPATH . 'wp-settings.php';\n`;
}

const INSTALL = `<?php
define('WP_INSTALLING', true);
[, $origin, $user, $password] = $argv;
$_SERVER += ['HTTP_HOST' => parse_url($origin, PHP_URL_HOST), 'SERVER_NAME' => 'localhost', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/'];
function wp_mail() { return true; }
function wp_install_defaults($id) {}
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Kabar Kota', $user, 'rina@humas.example', false, '', $password);
update_option('timezone_string', 'Asia/Jakarta');
update_option('show_avatars', 0);
`;

/** The classic editor is still in WordPress; this one filter is what its plug-in adds. Asked for page by page here. */
const CLASSIC = `<?php
add_filter('use_block_editor_for_post', fn ($use) => $use && !isset($_COOKIE['classic']));
`;
