import type { Content, Draft, RecipientField, SurfaceId } from '../domain/draft.ts';
import type { Channel } from '../domain/enums.ts';
import type { Place } from '../domain/verdict.ts';
import type { SiteHooks } from './hooks.ts';
import type { Where } from './where.ts';

/** How well an adapter is proven. It claims no more than this, in code, in the README and in the product. */
export interface Proof {
  /**
   * `real`: the site's own software was driven; `recorded`: a page captured or reduced from a capture; `reconstructed`:
   * built from documents; `generic`: no hooks are public, a text box beside a send control is guarded as such; `taught`:
   * by the user.
   */
  readonly grade: 'real' | 'recorded' | 'reconstructed' | 'generic' | 'taught' | 'own';
  readonly by: string;
  /** ISO date of the proof. */
  readonly on: string;
}

/** Tried in order until one is there; each lets the page send in its own way. */
export type ReplayStep =
  | { readonly kind: 'click'; readonly element: HTMLElement }
  | { readonly kind: 'pointer'; readonly element: HTMLElement }
  | { readonly kind: 'submit'; readonly form: HTMLFormElement; readonly submitter?: HTMLElement }
  | { readonly kind: 'enter'; readonly element: HTMLElement; readonly ctrl?: boolean }
  | { readonly kind: 'ask' };

/** What the page can be made to do. Each returns false where it could not, and then the warning guides instead. */
export interface Edits {
  readonly moveToBcc?: (addresses: readonly string[]) => Promise<boolean>;
  readonly remove?: (addresses: readonly string[]) => Promise<boolean>;
  readonly goTo?: (place: Place) => boolean;
  /** Takes the file of this name away, as the page's own button does. */
  readonly removeFile?: (name: string) => Promise<boolean>;
}

/** How a gesture sends: `send` now, `schedule` later (the popup that follows has its own confirm), `archive` and the like keep their own control. */
export interface SendIntent {
  readonly how: 'send' | 'send-archive' | 'schedule' | 'confirm';
  /** What leaves by this press instead of, or beside, the words (a sticker, a voice clip). */
  readonly content?: Content;
  /** The control that was used; undefined for a key. */
  readonly control?: HTMLElement;
}

/** One open writing box. Holds no parents: every read resolves from `root`. */
export interface Composer {
  /** The same node for the same message while it is open. */
  readonly root: Element;
  /** Stable within the page for the life of this draft (a draft id, a thread id). */
  key(): string;
  /**
   * All synchronous; never throws for a page that is only half there: it names what it could not read. With an intent:
   * what that press would send, where it differs from what is being written.
   */
  read(intent?: SendIntent): Draft;
  /** Undefined: this event sends nothing. */
  sendIntent(event: Event): SendIntent | undefined;
  /** The way to let this intent go through, best first. */
  replay(intent: SendIntent): readonly ReplayStep[];
  /** What the page shows once it has left, where its words stay in the box; asked before and after a send. */
  sent?(): readonly Element[];
  /** Where the seal stands beside. */
  anchor(): Element | null;
  /** The element that had the caret, to go back to. */
  editor(): HTMLElement | null;
  readonly edits: Edits;
}

/** A site adapter. A new site is one file, `NAME.surface.ts`, default export. */
export interface Surface {
  readonly id: SurfaceId;
  /** As the site calls itself. */
  readonly name: string;
  readonly channel: Channel;
  /** Known addresses as match patterns; empty for a site that everybody hosts for themselves. */
  readonly matches: readonly string[];
  /** Not in the manifest: asked for one site at a time, from a click. */
  readonly optional?: boolean;
  /** The data that it was built from; left out where code reads the page. */
  readonly hooks?: SiteHooks;
  /** Code that stands around data: the data can be corrected as any other, and the code stands around what came instead. */
  readonly around?: { readonly hooks: SiteHooks; readonly make: (hooks: SiteHooks) => Surface };
  readonly proof: Proof;
  /** Whether this page is this site's at all (self-hosted sites know themselves by their DOM). */
  applies(location: Where, document: Document): boolean;
  /** The composer that an event's target belongs to, popups and detached menus included. */
  composerAt(target: Element): Composer | null;
  composers(root: ParentNode): readonly Composer[];
  /** Reads written and shown recipients for tests and reports. */
  readonly fields: readonly RecipientField[];
}
