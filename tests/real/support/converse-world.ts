import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHand, type HardHand } from '../../surfaces/support/hand.ts';
import { until } from '../../surfaces/support/until.ts';
import { type BrowserName, type OnSite, startOnSite } from './both-browsers.ts';
import { type ChatSite, startConverse } from './converse.ts';
import type { Account } from './dovecot.ts';
import { DOMAIN, ROOMS, startProsody } from './prosody.ts';
import { type Listener, listenAs } from './prosody-client.ts';

const account = (user: string): Account => ({ user, password: `${user}-rahasia` });
const WRITERS: Readonly<Record<BrowserName, Account>> = { Chromium: account('rina'), Firefox: account('budi') };

export interface ChatWorld {
  /** Agreed to hear from us, asked us to stop, and one more in the room. */
  readonly ayu: Listener;
  readonly hana: Listener;
  readonly citra: Listener;
  readonly writer: (name: BrowserName) => Promise<Writer>;
  readonly stop: () => Promise<void>;
}

export interface Writer {
  readonly browser: OnSite;
  readonly hand: HardHand;
  /** Shows one chat, as a click in the list does. */
  readonly talkTo: (chat: { readonly user: string } | { readonly room: string }) => Promise<void>;
}

/** An XMPP server, three people who listen with plain clients, and an organisation's chat page for each browser. */
export async function startChatWorld(): Promise<ChatWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-chat-'));
  const people = ['ayu', 'hana', 'citra'].map(account);
  const xmpp = await startProsody(folder, [...Object.values(WRITERS), ...people]);
  const [ayu, hana, citra] = (await Promise.all(people.map((each) => listenAs(each, xmpp.port)))) as [
    Listener,
    Listener,
    Listener,
  ];
  const closing: (() => Promise<void>)[] = [];
  return {
    ayu,
    hana,
    citra,
    async writer(name) {
      const site = await startConverse(xmpp.socket, WRITERS[name]);
      closing.push(() => site.stop());
      const browser = await startOnSite(name, site.origin, [
        { name: 'Ayu Lestari', says: 'given', channel: 'other_chat', address: `ayu@${DOMAIN}` },
        { name: 'Hana Pratiwi', says: 'stopped', channel: 'other_chat', address: `hana@${DOMAIN}` },
      ]);
      closing.push(() => browser.close());
      return signedIn(browser, site);
    },
    async stop() {
      for (const close of closing.reverse()) await close();
      for (const each of [ayu, hana, citra]) each.stop();
      await xmpp.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signedIn(browser: OnSite, site: ChatSite): Promise<Writer> {
  const { tab, goto } = browser;
  await goto(`${site.origin}/`);
  const there = (selector: string): Promise<boolean> =>
    until(
      `${selector} to be there`,
      () => tab.run<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`),
      20_000,
    );
  await there('converse-user-profile .chat-status');
  return {
    browser,
    hand: createHand(tab),
    async talkTo(chat) {
      const [kind, tag, jid] =
        'room' in chat
          ? ['room', 'converse-muc', `${chat.room}@${ROOMS}`]
          : ['chat', 'converse-chat', `${chat.user}@${DOMAIN}`];
      // While one chat is open, the address alone does not bring up another.
      await tab.run(`document.querySelector('converse-chat:not([jid="${jid}"]) .close-chatbox-button')?.click()`);
      await tab.run(`void (location.hash = ${JSON.stringify(`converse/${kind}?jid=${jid}`)})`);
      await there(`${tag}[jid="${jid}"] textarea.chat-textarea`);
    },
  };
}
