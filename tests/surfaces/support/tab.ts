import type { Site } from './pages.ts';

/** A tab of a browser, so small that two browsers give the same. All that a test does to a page goes through these. */
export interface Tab {
  /** As the extension knows it, where that was asked. */
  readonly id?: number;
  /** In the page's own world; awaits what the expression gives. */
  run<T>(expression: string): Promise<T>;
  move(x: number, y: number): Promise<void>;
  /** `count`: 2 is the second press of a double click. */
  press(count: number): Promise<void>;
  release(count: number): Promise<void>;
  tap(x: number, y: number): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Key by key. */
  type(text: string): Promise<void>;
  /** As an input method gives words: no keys. */
  insert(text: string): Promise<void>;
  /** An input method proposes words, and Enter takes them. Undefined: this browser can only be told by made-up events. */
  readonly compose?: (text: string) => Promise<void>;
  size(width: number, height: number): Promise<void>;
  /** In the warning's frame, which no page can look into; undefined where there is none. */
  inWarning<T>(expression: string): Promise<T | undefined>;
}

/** One browser with the built extension in it, and a page of the extension to ask through. */
export interface Browser {
  readonly name: 'Chromium' | 'Firefox';
  /** Opens a page anew, in the tab that all pages have in turn. */
  open(site: Site): Promise<Tab>;
  /** The window that this opens. */
  popup(press: () => Promise<void>): Promise<Tab & { close(): Promise<void> }>;
  /** Runs in a page of the extension: its own code, its own rights. */
  own<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}
