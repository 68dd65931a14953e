import type { Content, ReadProblem, Recipient } from '@/lib/domain/draft.ts';
import type { Channel } from '@/lib/domain/enums.ts';

/**
 * What the contract suite needs to know of one surface. One file each, `cases/ID.case.ts`, default export. The same cases
 * run in Chromium and in Firefox, with the built extension, at the site's real address, without a network.
 *
 * The page is `pages/NAME/`: an `index.html` and what it loads, written by us after public facts (`surfaces.md`), with
 * handlers that send the way the site does. It keeps `window.site`:
 *   site.sent: { to: string[], text: string, how: string }[]     what has left, in order
 *   site.open(conversation: string): void                        shows another chat, as the site would (address and DOM)
 *   site.break(part: string): void                               takes away what `breaks` names, as a redesign would
 * An empty, unbroken page is `site.open(clean)`.
 */
export interface SiteCase {
  readonly surface: string;
  readonly url: string;
  readonly page: string;
  /** Default: as strict as a page can be (no frames, Trusted Types, scripts and styles of its own only). */
  readonly csp?: string;
  readonly boxes: readonly BoxCase[];
}

export interface BoxCase {
  /** As in the hooks: `message`, `post`, `mail`, … */
  readonly box: string;
  /** Clicked first, to have the box on the page (a "New post" button). */
  readonly open?: string;
  /** Selector of what is typed into; looks through open shadow roots. */
  readonly editor: string;
  /** An ordinary chat or mail, and what is read of it. Left out where nobody is addressed (a post). */
  readonly clean?: { readonly conversation: string; readonly recipients: readonly Recipient[] };
  /** Somebody in `clean` is on record and agreed: a chat that is known by a name alone is held until it is bound. */
  readonly known?: { readonly channel: Channel; readonly address: string };
  /** One with somebody who asked us to stop: held whatever is written. */
  readonly stopped?: { readonly conversation: string; readonly channel: Channel; readonly address: string };
  /** One with members that are not seen. */
  readonly group?: { readonly conversation: string };
  /** A page on which the file `lampiran.csv` is attached: called before the reading is looked at. */
  readonly attach?: (hand: Hand) => Promise<void>;
  /** What the hooks say of themselves that they cannot read, and is said of every draft. */
  readonly cannot?: readonly ReadProblem[];
  /** Every way out that this box has. */
  readonly ways: readonly Way[];
  /** What a redesign may take away, and what is then said. */
  readonly breaks: Readonly<Partial<Record<ReadProblem, string>>>;
}

export interface Way {
  readonly name: string;
  readonly press: (hand: Hand) => Promise<void>;
  /** What the page still asks after that (its own dialog, a time). */
  readonly after?: (hand: Hand) => Promise<void>;
  /** It sends something that is not the written words. */
  readonly content?: Content;
  /** The site refuses replay here: the user is asked to press once more, and `press` runs again. */
  readonly asks?: boolean;
}

/** A person's hands, alike in both browsers. Selectors look through open shadow roots. */
export interface Hand {
  readonly click: (selector: string) => Promise<void>;
  readonly focus: (selector: string) => Promise<void>;
  readonly type: (selector: string, text: string) => Promise<void>;
  /** `Enter`, `Control+Enter`, `Shift+Enter`, … where the focus is. */
  readonly key: (key: string) => Promise<void>;
  readonly wait: (selector: string) => Promise<void>;
  /** In the page's own world. */
  readonly run: (script: string) => Promise<unknown>;
}
