import type { UserManifest } from 'wxt';

/** Host permissions come from the guard's matches; these are the rest, each with its reason. `tests/house.test.ts` holds the built manifests against this list. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  alarms:
    'reminds you of a backup at the rhythm that you chose, and asks the server of a team for news while you have one',
  offscreen: 'holds the line to the server of a team, in a page without a face that exists only while you have a team',
  storage: 'settings, and the revision by which open drafts are judged again',
  unlimitedStorage: 'the ledger may hold more people than the default quota',
  scripting:
    'watches a self-hosted webmail after you allowed that one site, and reads the words that you selected when you choose to record them',
  activeTab:
    'lets the popup say whether this tab is watched, when you open it; and “Record what they said” read what you selected, at that press',
  contextMenus: '“May I write to …?” and “Record what they said” on selected words, and on links to a person',
  sidePanel: 'shows beside the page whom you are writing to',
};

/** Firefox has its sidebar without a permission, and a background that is a page itself. */
const permissionsFor = (browser: string): string[] =>
  Object.keys(PERMISSIONS).filter((name) => !(browser === 'firefox' && ['sidePanel', 'offscreen'].includes(name)));

/**
 * Firefox opens its sidebar by a command of its own name. The key by which a draft is looked at is heard in the page as
 * well (a browser may refuse to give it), as long as the user has not chosen another one.
 */
const commandsFor = (browser: string): NonNullable<UserManifest['commands']> => ({
  [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
    suggested_key: { default: 'Alt+Shift+U' },
    description: '__MSG_open_panel__',
  },
  look: {
    suggested_key: { default: 'Alt+Shift+I' },
    description: '__MSG_look__',
  },
  'record-words': {
    suggested_key: { default: 'Alt+Shift+E' },
    description: '__MSG_record_words__',
  },
});

const OPTIONAL_HOSTS = ['https://*/*', 'http://*/*'];

/** `wasm-unsafe-eval`: Argon2id, which makes the key of a backup, is WebAssembly of our own package. `connect-src`: for the page of the teams alone; every other page says in its own head that it connects nowhere (wxt.config.ts). Development needs the build server's socket. */
export function contentSecurityPolicy(mode: string): string {
  const connect =
    mode === 'development' ? "'self' ws://localhost:* http://localhost:* https: wss:" : "'self' https: wss:";
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    `connect-src ${connect}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export function manifestFor(browser: string): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    options_ui: { page: 'ledger.html', open_in_tab: true },
    permissions: permissionsFor(browser),
    commands: commandsFor(browser),
    omnibox: { keyword: 'izin' },
    optional_host_permissions: OPTIONAL_HOSTS,
    web_accessible_resources: [
      {
        resources: ['warning.html', 'reader.html'],
        // Sites that a user allows later need the frame too; the address is new at every start and useless without a secret.
        matches: ['https://*/*', 'http://*/*'],
        ...(firefox ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'izin@example.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '137' }),
  };
}
