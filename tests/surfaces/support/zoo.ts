import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { BROWSERS, type BrowserName } from './ground.ts';
import type { Site } from './pages.ts';
import type { Browser, Tab } from './tab.ts';
import { until } from './until.ts';

/** Real editors from their packages (`tests/clients`), each with a chat of ours around it. */
export const EDITORS = ['textarea', 'lexical', 'draft', 'quill', 'tiptap', 'slate', 'tinymce'] as const;
export type Editor = (typeof EDITORS)[number];
/**
 * The shapes that sites have. `frame`: a srcdoc of its own. `window`: an about:blank window that the page opened and put
 * its nodes into; `written`: one whose document it wrote.
 */
const SHAPES = ['light', 'open', 'closed', 'frame', 'window', 'written'] as const;
export type Shape = (typeof SHAPES)[number];

export interface Failing {
  readonly editor: Editor;
  readonly shape: Shape;
  readonly browsers: readonly BrowserName[];
  /** `starts`: the engine does not come up. `keeps`: what is typed is not what it holds and shows, letter by letter. */
  readonly in: 'starts' | 'keeps';
}

/** Where an engine itself does not work, with no guard anywhere near: each is shown to fail, and then nothing is claimed there. */
export const FAILING: readonly Failing[] = [
  // They ask the document for the selection, and lose the caret in a shadow tree.
  { editor: 'draft', shape: 'open', browsers: BROWSERS, in: 'keeps' },
  { editor: 'draft', shape: 'closed', browsers: BROWSERS, in: 'keeps' },
  { editor: 'quill', shape: 'open', browsers: BROWSERS, in: 'keeps' },
  { editor: 'quill', shape: 'closed', browsers: BROWSERS, in: 'keeps' },
  // It refuses quirks mode, which about:blank is in.
  { editor: 'tinymce', shape: 'window', browsers: BROWSERS, in: 'starts' },
];

/** A window that is written stands for all that are; those that only get nodes are tried with each engine. */
export const shapesOf = (editor: Editor): readonly Shape[] =>
  SHAPES.filter((shape) => shape !== 'written' || editor === 'textarea' || editor === 'tinymce');

export const browsersFor = (editor: Editor, shape: Shape): readonly BrowserName[] => {
  const failing = FAILING.find((each) => each.editor === editor && each.shape === shape);
  return BROWSERS.filter((browser) => !failing?.browsers.includes(browser));
};

/**
 * A marketplace's chat: its adapter knows nothing of the page but "a text box beside a named Send, an open row with a
 * name", so what is proven here is what an unknown site gets. The page at this address is ours, every word of it.
 */
export const ORIGIN = 'https://seller.tokopedia.com';
export const SURFACE = 'tokopedia';
/** The same page where nobody guards it. */
export const UNGUARDED = 'https://seller.zoo.example';

const clients = (path: string): string => fileURLToPath(new URL(`../../clients/zoo/${path}`, import.meta.url));

const built = new Map<Editor, Promise<string>>();

/** One script an editor, as a site would bundle it. */
function scriptOf(editor: Editor): Promise<string> {
  const script = built.get(editor) ?? bundle(editor);
  built.set(editor, script);
  return script;
}

async function bundle(editor: Editor): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: clients('.'),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: clients(`${editor}.js`), formats: ['iife'], name: 'zoo' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error(`${editor} was not built`);
  return first.output[0].code;
}

const CSP = `default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'; img-src data: blob:; font-src data:`;
const PAGE = '<!doctype html><meta charset="utf-8"><title>Zoo</title><body><script src="/t/stage.js"></script></body>';

async function siteFor(editor: Editor, shape: Shape, origin: string): Promise<Site> {
  const script = await scriptOf(editor);
  const stage = readFileSync(clients('stage.js'), 'utf8');
  const answer = (body: string, type: string) => ({
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': CSP },
    body,
  });
  return {
    url: `${origin}/zoo/${editor}/${shape}`,
    answer: (address) => {
      const { origin: asked, pathname } = new URL(address);
      if (asked !== origin) return undefined;
      if (pathname === '/t/stage.js') return answer(stage, 'text/javascript');
      return pathname === `/t/${editor}.js` ? answer(script, 'text/javascript') : answer(PAGE, 'text/html');
    },
  };
}

export interface Cage {
  /** Where the keys go: the page, or the window that it opened. */
  readonly tab: Tab;
  /** Where the page's own state is. */
  readonly page: Tab;
  readonly close: () => Promise<void>;
}

export async function openCage(browser: Browser, editor: Editor, shape: Shape, origin = ORIGIN): Promise<Cage> {
  const page = await browser.open(await siteFor(editor, shape, origin));
  let tab = page;
  let close = async (): Promise<void> => {};
  if (shape === 'window' || shape === 'written') {
    const at = await middleOf(page, "document.querySelector('#pop-out')");
    const popup = await browser.popup(() => clickAt(page, at));
    tab = popup;
    close = popup.close;
  }
  await until(`${editor} to be ready`, () => page.run<boolean>("window.site.ready || window.site.failed !== ''"));
  return { tab, page, close };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** By a reference of the page's own, because no selector looks into a closed tree. */
const middleOf = (tab: Tab, element: string): Promise<Point> =>
  tab.run<Point>(`(() => {
    const box = (${element}).getBoundingClientRect();
    const frame = (${element}).ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x: frame.x + box.x + box.width / 2, y: frame.y + box.y + box.height / 2 };
  })()`);

async function clickAt(tab: Tab, { x, y }: Point): Promise<void> {
  await tab.move(x, y);
  await tab.press(1);
  await tab.release(1);
}

export const clickSend = async ({ tab, page }: Cage): Promise<void> =>
  clickAt(tab, await middleOf(page, 'site.editor.button'));
export const tapSend = async ({ tab, page }: Cage): Promise<void> => {
  const { x, y } = await middleOf(page, 'site.editor.button');
  await tab.tap(x, y);
};
export async function pressEnter({ tab }: Cage, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await tab.keyDown('Enter');
  await tab.keyUp('Enter');
}

/** Into the editor, key by key, as a person does. */
export async function typeInto({ tab, page }: Cage, text: string): Promise<void> {
  await clickAt(tab, await middleOf(page, 'site.editor.host'));
  await page.run('site.editor.focus()');
  await tab.type(text);
  // Where an engine draws its last letter late, the next key is when that is seen.
  await tab.keyDown('End');
  await tab.keyUp('End');
}

/** Ways of a script's own: of none of them the window learns what was pressed, where it is in a closed tree. */
export const SCRIPTED = {
  'a bare click': 'site.editor.button.click()',
  'a click that stays in its tree':
    "site.editor.button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
  'a form that is handed in': "site.editor.button.closest('form').requestSubmit()",
} as const;

/** What a person sees in it. */
export const shownIn = ({ page }: Cage): Promise<string> => page.run<string>('site.editor.host.innerText');

/** By the engine's own state. */
export const textIn = ({ page }: Cage): Promise<string> => page.run<string>('site.editor.read()');
