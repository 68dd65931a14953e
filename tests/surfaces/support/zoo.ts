import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
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

/** Where an engine itself does not work, with or without a guard; and one that is held, but not yet well. */
const NOT: Partial<Record<Editor, readonly Shape[]>> = {
  // They ask the document for the selection, and lose the caret in a shadow tree.
  draft: ['open', 'closed'],
  quill: ['open', 'closed'],
  // It refuses quirks mode, which about:blank is in.
  tinymce: ['window'],
};
export const shapesOf = (editor: Editor): readonly Shape[] => SHAPES.filter((shape) => !NOT[editor]?.includes(shape));

/**
 * A marketplace's chat: its adapter knows nothing of the page but "a text box beside a named Send, an open row with a
 * name", so what is proven here is what an unknown site gets. The page at this address is ours, every word of it.
 */
export const ORIGIN = 'https://seller.tokopedia.com';
export const SURFACE = 'tokopedia';

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
    build: { write: false, lib: { entry: clients(`${editor}.js`), formats: ['iife'], name: 'zoo' } },
  });
  const [first] = Array.isArray(made) ? made : [made];
  if (!first || !('output' in first)) throw new Error(`${editor} was not built`);
  return first.output[0].code;
}

const CSP = `default-src 'none'; script-src ${ORIGIN} 'unsafe-inline'; style-src 'unsafe-inline'; connect-src ${ORIGIN}; img-src data: blob:; font-src data:`;
const PAGE = '<!doctype html><meta charset="utf-8"><title>Zoo</title><body><script src="/t/stage.js"></script></body>';

async function siteFor(editor: Editor, shape: Shape): Promise<Site> {
  const script = await scriptOf(editor);
  const stage = readFileSync(clients('stage.js'), 'utf8');
  const answer = (body: string, type: string) => ({
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': CSP },
    body,
  });
  return {
    url: `${ORIGIN}/zoo/${editor}/${shape}`,
    answer: (address) => {
      const { origin, pathname } = new URL(address);
      if (origin !== ORIGIN) return undefined;
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

export async function openCage(browser: Browser, editor: Editor, shape: Shape): Promise<Cage> {
  const page = await browser.open(await siteFor(editor, shape));
  let tab = page;
  let close = async (): Promise<void> => {};
  if (shape === 'window' || shape === 'written') {
    const at = await middleOf(page, "document.querySelector('#pop-out')");
    const popup = await browser.popup(() => clickAt(page, at));
    tab = popup;
    close = popup.close;
  }
  await until(`${editor} to be ready`, () => page.run<boolean>('window.site.ready'));
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

/** By the engine's own state. */
export const textIn = ({ page }: Cage): Promise<string> => page.run<string>('site.editor.read()');
