import type { Browser, Page } from 'puppeteer-core';

/** A page of the extension in Firefox, worked by its own scripts: BiDi may not go to one, and sees nothing that it saves. */
export interface RoomsInFirefox {
  readonly page: Page;
  readonly goTo: (path: string) => Promise<void>;
  readonly says: (words: string) => Promise<void>;
  readonly words: () => Promise<string>;
  /** The first button or link of this name, once it is there. */
  readonly press: (name: string) => Promise<void>;
  /** The first field of this label, or the last one. */
  readonly fill: (label: string, value: string, which?: 'last') => Promise<void>;
  readonly give: (file: { readonly name: string; readonly base64: string }) => Promise<void>;
  /** What a press saves, as base64. */
  readonly saved: (name: string) => Promise<{ readonly name: string; readonly base64: string }>;
}

export async function openRoomsInFirefox(browser: Browser, own: Page): Promise<RoomsInFirefox> {
  const before = new Set(await browser.pages());
  await own.evaluate(`browser.tabs.create({ url: browser.runtime.getURL('/ledger.html') }).then(() => {})`);
  await until('the ledger opens', async () => (await browser.pages()).length === before.size + 1);
  const page = (await browser.pages()).find((each) => !before.has(each)) as Page;
  const words = (): Promise<string> => page.evaluate(() => document.body.innerText).catch(() => '');
  // A step taken before it is there would stop it from coming.
  await until('the ledger is drawn', async () => (await words()).includes('Terms & releases'), words);
  const rooms: RoomsInFirefox = {
    page,
    words,
    says: (part) => until(`it says “${part}”`, async () => (await words()).includes(part), words),
    goTo: (path) =>
      page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, path),
    press: (name) => until(`“${name}” is pressed`, () => page.evaluate(pressIn, name), words),
    fill: (label, value, which) =>
      until(`“${label}” is filled in`, () => page.evaluate(fillIn, label, value, which === 'last' ? -1 : 0), words),
    give: (file) => until('a file is given', () => page.evaluate(giveIn, file.name, file.base64), words),
    async saved(name) {
      await page.evaluate(watchSaved);
      await rooms.press(name);
      await until('a file is saved', () => page.evaluate(() => 'savedFile' in globalThis), words);
      return page.evaluate(() => (globalThis as unknown as { savedFile: { name: string; base64: string } }).savedFile);
    },
  };
  return rooms;
}

async function until(what: string, done: () => Promise<boolean>, words?: () => Promise<string>): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if (await done().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`not so: ${what}. The page says: ${await words?.()}`);
}

function pressIn(name: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('button:not(:disabled), a')];
  const found = all.find((each) => (each.getAttribute('aria-label') ?? each.innerText).trim().startsWith(name));
  found?.click();
  return found !== undefined;
}

/** React hears of a value only when it was set past its own setter. */
function fillIn(label: string, value: string, at: number): boolean {
  const named = [...document.querySelectorAll('label')]
    .filter((each) => each.textContent?.trim().startsWith(label))
    .at(at);
  const field = named && document.getElementById(named.htmlFor);
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLSelectElement)) return false;
  const proto = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLSelectElement.prototype;
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }));
  return true;
}

function giveIn(name: string, base64: string): boolean {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) return false;
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function watchSaved(): void {
  const scope = globalThis as unknown as { savedFile?: { name: string; base64: string }; blob?: Blob };
  delete scope.savedFile;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    scope.blob = blob;
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const name = this.download;
    delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
    URL.createObjectURL = make;
    const reader = new FileReader();
    reader.onload = () => {
      scope.savedFile = { name, base64: String(reader.result).split(',')[1] ?? '' };
    };
    if (scope.blob) reader.readAsDataURL(scope.blob);
  };
}
