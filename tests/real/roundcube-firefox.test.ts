import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHand, type HardHand } from '../surfaces/support/hand.ts';
import { pause, until } from '../surfaces/support/until.ts';
import { goBack, pressInWarning, warned } from '../surfaces/support/warning.ts';
import { judged, type OnSite, startOnSite } from './support/both-browsers.ts';
import { type MailWorld, RINA, startMailWorld } from './support/mail-world.ts';
import type { Received } from './support/sink.ts';
import { OPTED_OUT, SEVEN } from './support/watched-webmail.ts';

const [AYU] = SEVEN;

describe.each(['elastic', 'larry'] as const)('Roundcube in Firefox, skin %s', (skin) => {
  const send = skin === 'larry' ? '#messagetoolbar a.send' : '.formbuttons button.send';
  let world: MailWorld;
  let site: OnSite;
  let hand: HardHand;
  beforeAll(async () => {
    world = await startMailWorld({ skin });
    site = await startOnSite('Firefox', world.webmail.origin, [
      ...SEVEN.map((email) => ({ name: `Wartawan ${email}`, email, says: 'given' as const })),
      { name: 'Hana Pratiwi', email: OPTED_OUT, says: 'stopped' as const },
    ]);
    hand = createHand(site.tab);
    await site.goto(`${world.webmail.origin}/`);
    await hand.type('#rcmloginuser', RINA.user);
    await hand.type('#rcmloginpwd', RINA.password);
    await hand.click('#rcmloginsubmit');
    await listed();
  });
  afterAll(async () => {
    await site?.close();
    await world?.stop();
  });
  beforeEach(() => world.sink.clear());
  afterEach(() => goBack(site.tab));

  /**
   * The list, with nothing asked of the server any more. A list that is still being fetched writes the session back
   * as it was before a letter was begun, and Roundcube then says that it knows of no such letter.
   */
  async function listed(): Promise<void> {
    const quiet = `document.getElementById('messagelist') !== null && document.readyState === 'complete' && window.jQuery?.active === 0`;
    await until('the list', () => site.tab.run<boolean>(quiet), 20_000);
  }

  /** Recipients as Roundcube takes them from a link: the fields are filled before anything is typed. */
  async function write(to: readonly string[], words: string, bcc: readonly string[] = []): Promise<void> {
    const fields = new URLSearchParams({ _task: 'mail', _action: 'compose', _to: to.join(','), _bcc: bcc.join(',') });
    // Roundcube asks before a letter is left, and nobody answers here.
    await site.tab.run('void (window.onbeforeunload = null)');
    await site.goto(`${world.webmail.origin}/?${fields}&_subject=Undangan`);
    const ready = `document.readyState === 'complete' && document.getElementById('composebody') !== null`;
    await until('the letter', () => site.tab.run<boolean>(ready), 20_000);
    await hand.type('#composebody', words);
    await judged(site, words);
  }

  /** What the mail server got once Roundcube went back to its list, and long enough for a second letter. */
  async function arrived(): Promise<readonly Received[]> {
    await world.sink.arrived(1);
    await listed();
    await pause(800);
    return world.sink.received;
  }

  /** One press on a button of the warning, which then goes while the warning stays. */
  async function fix(name: string): Promise<void> {
    const named = `[...document.querySelectorAll('button')].find((each) => each.innerText.startsWith(${JSON.stringify(name)}))`;
    await until(`"${name}"`, () => site.tab.inWarning<boolean>(`Boolean(${named})`));
    // A press in the first moments is taken for the second half of a double click on Send.
    await pause(600);
    await site.tab.inWarning(`${named}.focus()`);
    await site.tab.keyDown('Enter');
    await site.tab.keyUp('Enter');
    await until(`"${name}" to be done`, () => site.tab.inWarning<boolean>(`!${named}`));
  }

  test('seven people in To are held, moved to Bcc, and reached once with no address in it', async () => {
    await write(SEVEN, 'Kami mengundang Anda pada hari Kamis.');
    await hand.click(send);
    await hand.rest('hard');
    await warned(site.tab);
    expect(world.sink.received).toHaveLength(0);
    await fix('Move 7 to Bcc');
    await pressInWarning(site.tab, 'Send now');
    const messages = await arrived();
    expect(messages.map(({ to }) => to)).toEqual([[...SEVEN].sort()]);
    for (const address of SEVEN) expect(messages[0]?.raw).not.toContain(address);
  });

  test('who opted out is held in Bcc', async () => {
    await write([AYU], 'Terima kasih atas waktunya.', [OPTED_OUT]);
    await hand.click(send);
    await hand.rest();
    await warned(site.tab);
    expect(world.sink.received).toHaveLength(0);
  });

  test('a clean letter goes by the user’s own click', async () => {
    await write([AYU], 'Terima kasih atas waktunya.');
    await hand.click(send);
    await hand.rest();
    expect((await arrived()).map(({ to }) => to)).toEqual([[AYU]]);
  });
});
