import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middleOf } from '../../surfaces/support/deep.ts';
import { createHand, type HardHand } from '../../surfaces/support/hand.ts';
import type { Tab } from '../../surfaces/support/tab.ts';
import { pause, until } from '../../surfaces/support/until.ts';
import { type BrowserName, type OnSite, startOnSite } from './both-browsers.ts';
import type { Account } from './dovecot.ts';
import { bundled } from './seed.ts';
import { type Blog, startWordPress } from './wordpress.ts';

const RINA: Account = { user: 'rina', password: 'rina-rahasia' };
/** Under embargo for a long time yet. */
export const RELEASE = 'Laporan Kota 2026';
/** A journalist's own number, which she gave to us and to nobody else. */
export const NUMBER = '+62 812-5550-0142';

export interface BlogWorld {
  readonly blog: Blog;
  readonly writer: (name: BrowserName) => Promise<Writer>;
  readonly stop: () => Promise<void>;
}

export interface Writer {
  readonly browser: OnSite;
  readonly hand: HardHand;
  /** A page of the office's site, in the block editor or in the classic one. */
  readonly open: (path: string, editor: 'blocks' | 'classic') => Promise<void>;
  readonly there: (selector: string) => Promise<boolean>;
}

/** An office's site with its database, and for each browser somebody who writes for it. */
export async function startBlogWorld(): Promise<BlogWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-blog-'));
  const blog = await startWordPress(folder, RINA);
  const closing: (() => Promise<void>)[] = [];
  return {
    blog,
    async writer(name) {
      const browser = await startOnSite(name, blog.origin, [
        { name: 'Sari Puspita', says: 'given', channel: 'phone', address: NUMBER },
      ]);
      closing.push(() => browser.close());
      const seeds = await bundled('wordpress-seed-page.ts');
      await browser.own(`(async () => { ${seeds}; return izinSeed.seedRelease(${JSON.stringify(RELEASE)}); })()`);
      return signedIn(browser, blog);
    },
    async stop() {
      for (const close of closing) await close();
      await blog.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Its panels slide in: what is clicked has come to rest, or the click lands on what stands beside it. */
function steady(hand: HardHand, tab: Tab): HardHand {
  const place = (selector: string): Promise<string> => tab.run<string>(`JSON.stringify(${middleOf(selector)})`);
  const rests = async (selector: string): Promise<boolean> => {
    const before = await place(selector);
    await pause(120);
    return before !== 'null' && before === (await place(selector));
  };
  return {
    ...hand,
    async click(selector) {
      await until(`${selector} to come to rest`, () => rests(selector));
      await hand.click(selector);
    },
  };
}

async function signedIn(browser: OnSite, blog: Blog): Promise<Writer> {
  const { tab, goto } = browser;
  const hand = steady(createHand(tab), tab);
  const there = (selector: string): Promise<boolean> =>
    until(
      `${selector} to be there`,
      () => tab.run<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`).catch(() => false),
      20_000,
    );
  await goto(`${blog.origin}/wp-login.php`);
  await hand.type('#user_login', RINA.user);
  await hand.type('#user_pass', RINA.password);
  await hand.click('#wp-submit');
  await there('body.wp-admin');
  return {
    browser,
    hand,
    there,
    async open(path, editor) {
      // Leaving a text that is not saved asks a question that nobody answers here.
      await tab.run("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)");
      await tab.run(`void (document.cookie = 'classic=1;path=/;max-age=${editor === 'classic' ? 3600 : 0}')`);
      await goto(`${blog.origin}/wp-admin/${path}`);
      await there(editor === 'classic' ? '#publish' : '.editor-post-title__input');
      if (editor === 'classic') {
        // It remembers which of its two editors was used last.
        await hand.click('#content-tmce');
        return;
      }
      await tab.run(`(() => {
        const edit = wp.data.dispatch('core/edit-post');
        if (wp.data.select('core/edit-post').isFeatureActive('welcomeGuide')) edit.toggleFeature('welcomeGuide');
      })()`);
    },
  };
}
