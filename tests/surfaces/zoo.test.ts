import { afterAll, describe, expect, it } from 'vitest';
import { chatAddress } from '@/lib/domain/chat.ts';
import { BROWSERS, createGround, PATIENCE } from './support/ground.ts';
import type { Seen, Sent } from './support/scene.ts';
import { createSpy, known, says } from './support/spy.ts';
import type { Browser } from './support/tab.ts';
import { CLEAN, plain } from './support/texts.ts';
import { pause, until } from './support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from './support/warning.ts';
import {
  browsersFor,
  type Cage,
  clickSend,
  EDITORS,
  type Editor,
  FAILING,
  type Failing,
  ORIGIN,
  openCage,
  pressEnter,
  SCRIPTED,
  type Shape,
  SURFACE,
  shapesOf,
  shownIn,
  tapSend,
  textIn,
  typeInto,
  UNGUARDED,
} from './support/zoo.ts';

/** Key by key, in a hundred cages: no longer than it must be to be held. */
const HELD = 'NIK: 3171014504960003';

const RANI = {
  channel: 'marketplace_chat',
  address: chatAddress({ title: 'Rani Kusuma' }),
  name: 'Rani Kusuma',
} as const;
const ground = createGround({ urls: [ORIGIN], people: [{ ...RANI, says: 'given' }] });
afterAll(() => ground.close());

const sent = ({ page }: Cage): Promise<readonly Sent[]> => page.run('site.sent');
const texts = async (cage: Cage): Promise<readonly string[]> => (await sent(cage)).map(({ text }) => plain(text));

async function expectSent(cage: Cage, ...expected: readonly string[]): Promise<void> {
  if (expected.length > 0)
    await until(`message ${expected.length} to leave`, async () => (await sent(cage)).length >= expected.length);
  await pause(150);
  expect(await texts(cage)).toEqual(expected);
}

/** What the engine then says it holds: Quill in a shadow tree puts the letters in an order of its own. */
async function write(browser: Browser, cage: Cage, text: string): Promise<string> {
  const spy = createSpy(browser, () => undefined);
  await spy.mark();
  await typeInto(cage, text);
  const words = plain(await textIn(cage));
  expect([...words].sort().join('')).toBe([...text].sort().join(''));
  const { draft } = await spy.judged(`a verdict on "${words}"`, says(words));
  expect(draft.surface).toBe(SURFACE);
  expect(draft.recipients.map(({ address }) => address)).toEqual([RANI.address]);
  await known(cage.page);
  return words;
}

function inCage(
  browserName: (typeof BROWSERS)[number],
  editor: Editor,
  shape: Shape,
  check: (browser: Browser, cage: Cage) => Promise<void>,
  origin = ORIGIN,
): Promise<void> {
  return ground.turn(browserName, async (browser) => {
    const cage = await openCage(browser, editor, shape, origin);
    try {
      await check(browser, cage);
    } finally {
      await cage.close();
    }
  });
}

/** Held by Enter, its text intact, let go once; a clean one goes by its own Enter; held by the button, let go once. */
async function guarded(browser: Browser, cage: Cage): Promise<void> {
  const first = await write(browser, cage, HELD);
  await pressEnter(cage, 3);
  await warned(cage.tab);
  expect(plain(await textIn(cage)), 'the words under the hold').toBe(first);
  await goBack(cage.tab);
  await expectSent(cage);
  expect(plain(await textIn(cage)), 'the words after it').toBe(first);

  await until('the focus to be back in the text', () =>
    cage.tab.run<boolean>('document.hasFocus() && document.activeElement !== document.body'),
  );
  await pressEnter(cage);
  await warned(cage.tab);
  await sendAnyway(cage.tab);
  await expectSent(cage, first);

  const clean = await write(browser, cage, CLEAN);
  const before = (await cage.page.run<readonly Seen[]>('site.seen')).length;
  await pressEnter(cage);
  await expectSent(cage, first, clean);
  const seen = (await cage.page.run<readonly Seen[]>('site.seen')).slice(before);
  expect(seen.map(({ type }) => type)).toContain('keydown');
  expect(seen.filter(({ trusted, prevented }) => !trusted || prevented)).toEqual([]);

  const last = await write(browser, cage, HELD);
  await clickSend(cage);
  await warned(cage.tab);
  await sendAnyway(cage.tab);
  await expectSent(cage, first, clean, last);
  expect(await isOverPage(cage.tab), 'a second question').toBe(false);
}

/** The Enter that takes a proposed word sends nothing and asks nothing; the next one is a send. */
async function composed(browser: Browser, cage: Cage): Promise<void> {
  await write(browser, cage, HELD);
  if (cage.tab.compose) await cage.tab.compose(' terima');
  else await cage.page.run(COMPOSITION);
  await pause(400);
  expect(await isOverPage(cage.tab), 'a question while composing').toBe(false);
  await expectSent(cage);
  await pressEnter(cage);
  await warned(cage.tab);
  await expectSent(cage);
}

const COMPOSITION = `(() => {
  const inner = site.editor.host.ownerDocument;
  let target = inner.activeElement;
  while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  if (target?.localName === 'iframe') target = target.contentDocument.activeElement;
  const say = (type, data) => target.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, composed: true, cancelable: true }));
  const key = (type) => target.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, composed: true, cancelable: true }));
  say('compositionstart', '');
  say('compositionupdate', 'terima');
  key('keydown');
  say('compositionend', '');
  key('keyup');
})()`;

/** A finger, in a window as narrow as a phone's. */
async function tapped(browser: Browser, cage: Cage): Promise<void> {
  await cage.tab.size(390, 780);
  try {
    const words = await write(browser, cage, HELD);
    await tapSend(cage);
    await warned(cage.tab);
    await expectSent(cage);
    await sendAnyway(cage.tab);
    await expectSent(cage, words);
  } finally {
    await cage.tab.size(1280, 800);
  }
}

/** A script's press is a press: held like a person's, and let go where it is clean, without a question. */
async function scripted(browser: Browser, cage: Cage): Promise<void> {
  const leaving: string[] = [];
  for (const way of Object.values(SCRIPTED)) {
    const held = await write(browser, cage, HELD);
    await cage.page.run(way);
    await warned(cage.tab);
    await goBack(cage.tab);
    await expectSent(cage, ...leaving);
    expect(plain(await textIn(cage))).toBe(held);

    await cage.page.run('site.editor.clear()');
    leaving.push(await write(browser, cage, CLEAN));
    await cage.page.run(way);
    await expectSent(cage, ...leaving);
    expect(await isOverPage(cage.tab), 'a question').toBe(false);
  }
}

/** Nobody asks the background about this page: what fails here fails by itself. */
const failsAlone =
  (failing: Failing) =>
  async (browser: Browser, cage: Cage): Promise<void> => {
    const spy = createSpy(browser, () => undefined);
    await spy.mark();
    if (failing.in === 'starts') {
      expect(await cage.page.run<string>('site.failed')).not.toBe('');
    } else {
      await typeInto(cage, CLEAN);
      await pause(300);
      const [held, shown] = [plain(await textIn(cage)), plain(await shownIn(cage))];
      expect({ held, shown }).not.toEqual({ held: CLEAN, shown: CLEAN });
    }
    expect(await spy.heard()).toEqual([]);
  };

for (const editor of EDITORS)
  describe(editor, () => {
    const inEach = (name: string, shape: Shape, check: (browser: Browser, cage: Cage) => Promise<void>): void => {
      for (const browser of browsersFor(editor, shape))
        it.concurrent(`${name}, in ${browser}`, () => inCage(browser, editor, shape, check), PATIENCE);
    };
    for (const shape of shapesOf(editor))
      inEach(`${shape}: held, intact, released once, left alone when clean`, shape, guarded);
    inEach('the Enter of a composition is no send', 'light', composed);
    inEach('a finger in a narrow window', 'light', tapped);
  });

describe('a script in the page', () => {
  for (const shape of ['light', 'open', 'closed'] as const)
    for (const browser of BROWSERS)
      it.concurrent(
        `slips by none of its own presses: ${shape}, in ${browser}`,
        () => inCage(browser, 'textarea', shape, scripted),
        PATIENCE,
      );
});

describe('an engine that fails by itself', () => {
  for (const failing of FAILING)
    for (const browser of failing.browsers)
      it.concurrent(
        `${failing.editor}, ${failing.shape}, in ${browser}`,
        () => inCage(browser, failing.editor, failing.shape, failsAlone(failing), UNGUARDED),
        PATIENCE,
      );
});
