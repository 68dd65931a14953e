import type { Tab } from './tab.ts';
import { pause, until } from './until.ts';

/** Our own dialog has the focus: a bare node beside the body, through frames of the page. */
const OURS = `(() => {
  let active = document.activeElement;
  while (active?.localName === 'iframe') {
    let inner;
    try { inner = active.contentDocument; } catch {}
    if (!inner) break;
    active = inner.activeElement;
  }
  const root = active?.ownerDocument.documentElement;
  return Boolean(active) && active !== active.ownerDocument.body && active !== root && active.parentElement === root;
})()`;

const button = (name: string): string => `(() => {
  const found = [...document.querySelectorAll('button')].find((each) => each.innerText.trim().startsWith(${JSON.stringify(name)}));
  if (!found || found.getAttribute('aria-disabled') === 'true') return false;
  found.focus();
  return document.activeElement === found;
})()`;
const STATE = `({ words: document.body.innerText.slice(0, 400), focus: document.hasFocus(), at: document.activeElement?.innerText })`;
/** Where a key would go, and what is on top. */
const FOCUS = `(() => {
  const { activeElement: at } = document;
  const ours = [...document.documentElement.children].filter((each) => each !== document.head && each !== document.body);
  return { focus: document.hasFocus(), at: at?.localName + '.' + at?.className, ours: ours.map((each) => each.localName) };
})()`;
const SHOWN = `document.querySelector('button') !== null`;

export const isOverPage = (tab: Tab): Promise<boolean> => tab.run<boolean>(OURS);

/** The warning stands over the page and shows what it found. */
export async function warned(tab: Tab): Promise<void> {
  let there: unknown;
  await until(
    () => `the warning. Instead: ${JSON.stringify(there)}`,
    async () => {
      const over = await isOverPage(tab);
      if (over && (await tab.inWarning<boolean>(SHOWN))) return true;
      there = over ? { over, says: await tab.inWarning(STATE) } : { over, page: await tab.run(FOCUS) };
      return false;
    },
  );
}

/** By keyboard, as a person would: again until the warning is gone. */
export async function pressInWarning(tab: Tab, name: string): Promise<void> {
  let pressed = false;
  let there: unknown;
  const said = (): string => `the warning to take "${name}". It says: ${JSON.stringify(there)}`;
  await until(said, async () => {
    if (!(await isOverPage(tab))) return true;
    there = await tab.inWarning(STATE);
    const found = await tab.inWarning<boolean>(button(name));
    // Our page is gone, and what stands there now asks something else (to press once more).
    if (pressed && found === undefined) return true;
    if (!found) return false;
    pressed = true;
    await tab.keyDown('Enter');
    await tab.keyUp('Enter');
    await pause(60);
    return !(await isOverPage(tab));
  });
}

export const sendAnyway = (tab: Tab): Promise<void> => pressInWarning(tab, 'Send anyway');

/** Esc goes back to the text, in the warning and in the small notices alike. */
export async function goBack(tab: Tab): Promise<void> {
  await until('the warning to go back', async () => {
    if (!(await isOverPage(tab))) return true;
    await tab.keyDown('Escape');
    await tab.keyUp('Escape');
    await pause(40);
    return !(await isOverPage(tab));
  });
}
