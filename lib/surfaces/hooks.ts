import type { Content, ReadProblem } from '../domain/draft.ts';
import type { Channel } from '../domain/enums.ts';
import type { Proof, SendIntent } from './surface.ts';

/**
 * A site as data: where its boxes are and how they are read. What a person teaches, what a release corrects and what
 * most adapters are made of is this one shape, and all of it is JSON. `from-hooks.ts` makes a surface of it.
 *
 * Selectors are CSS, best first; prefer `name`, `role`, `data-*` and ids to labels, labels to classes. They look through
 * open and closed shadow roots: `A >>> B` is B inside the shadow tree of A, or inside the document of the frame A.
 * `A ::named(Send|Kirim)` is an A whose name is exactly one of these, where a control has no mark but its word
 * (`named.ts`).
 */
export type Selectors = readonly string[];

/** Where a piece of text stands, and which part of it counts. */
export interface ReadHooks {
  /** Elements; left out with `in: 'url'`. */
  readonly at?: Selectors;
  /** `root`: inside the box (default); `page`: in its document; `url`: the address without its origin, hash included; `host`: the address's host. */
  readonly in?: 'root' | 'page' | 'url' | 'host';
  /** `text` (default), `value`, or the name of an attribute. Several, parted by spaces: the first that says something counts. */
  readonly from?: string;
  /** A regular expression; its first group counts. Without a match there is nothing. Where several are read, each match is one (members in one line). */
  readonly match?: string;
}

/**
 * A field of a mail: chips, and what is typed but no chip yet (chips that stand inside of it are left out, the rest is
 * split as an address list). A chip that stands for no list and of which nothing can be read is told as `recipients`.
 */
export interface FieldHooks {
  readonly chips?: ReadHooks;
  /** Inside a chip, where its own text says more than the address (the word of its cross). */
  readonly address?: ReadHooks;
  /** The chip's own name for a person. */
  readonly name?: ReadHooks;
  readonly typed?: ReadHooks;
  /** A chip that stands for a list whose members are not shown; matched against the chip. */
  readonly group?: Selectors;
  /** For fixes: the control inside a chip that takes it out, and the input that takes an address. */
  readonly remove?: Selectors;
  readonly input?: Selectors;
  /** For fixes: opens this field where it is folded away. */
  readonly open?: Selectors;
}

/** To whom a chat goes. */
export interface WhoHooks {
  /** The page's stable key of the chat. */
  readonly thread?: ReadHooks;
  /** Handle, number or address as the network writes it: one per person. */
  readonly handle?: ReadHooks;
  /** What is shown where no handle is; the name beside one. */
  readonly title?: ReadHooks;
  /** Its title is a name that anybody may bear, not one that the user gave (a chat tab on Facebook): held until it is bound. */
  readonly unsure?: boolean;
  /**
   * What the open panel itself shows of its chat, where thread and handle both stand in the address: which belong
   * together is remembered, so that a panel that lags behind its address is noticed. Default: handle, else title.
   */
  readonly panel?: ReadHooks;
  /**
   * Further sources that must name the same chat: each is compared with the handle, the title or the thread, and
   * contains it or equals it. A source that is not on the page says nothing; one that differs is a disagreement.
   */
  readonly agree?: readonly ReadHooks[];
  /** Present: more people than are shown. */
  readonly group?: readonly ReadHooks[];
  /**
   * The people it goes to beside the title: members of a group, or those who are ticked in a list. Each is a handle, or
   * a title where it is none. With `group` present they may not be all, and the group itself stands beside them.
   */
  readonly members?: ReadHooks;
}

/**
 * When it leaves, where that was chosen before the press and the page shows it. What is not understood (`when.ts`) is
 * not read: then it is judged as if it left now.
 */
export interface WhenHooks {
  /** Words that name it; of several, the first that does. */
  readonly shown?: ReadHooks;
  /** Year, month, day, hour and minute, in the site's own zone. */
  readonly fields?: Selectors;
  /** The same five of the moment when the page was opened. */
  readonly clock?: Selectors;
}

/** A control that sends. */
export interface ControlHooks {
  readonly at: Selectors;
  /** `root`: inside the box (default); `page`: a menu or dialog that stands elsewhere and belongs to the box used last. */
  readonly in?: 'root' | 'page';
  /** `confirm`: what the page asks after a send or a time was chosen. It counts only once a press of this box did that. */
  readonly how?: SendIntent['how'];
  readonly content?: Content;
  /** Counts only while the last press in the box was on one of these: what opens the menu it stands in. */
  readonly after?: Selectors;
  /** `own`: what leaves by it are the control's own words (a quick reply), not those in the box. */
  readonly words?: 'own';
  /** What it says of the time that it chooses; read inside the control. */
  readonly when?: ReadHooks;
  /** It sends nothing yet: the page asks for a time, which the press that follows says. */
  readonly asks?: 'time';
}

/** People whom the words themselves address, as in a direct post on Mastodon. Read where the box is for people. */
export interface MentionHooks {
  /** Matched all over the text; the first group of each match is an address. */
  readonly match: string;
  /** Mentions that stand as elements in the text, where their words leave out the server. */
  readonly at?: ReadHooks;
  /** The server of an address that names none. Where it is not to be had, `identity` is told. */
  readonly host?: ReadHooks;
}

export interface BoxHooks {
  /** Stable within the site: `message`, `caption`, `edit`, `post`, `mail`, `comment`, `invitation`. */
  readonly name: string;
  /** With `visibility`: of what is public; the rest goes by the site's. */
  readonly channel?: Channel;
  /** `public`: nobody in particular; it has no recipients. Default `people`. */
  readonly audience?: 'people' | 'public';
  /** The smallest part that holds text and send control; found by `closest` from any part of it, shadow roots and frames included. */
  readonly root: Selectors;
  /** Inside the root; of several that match one selector (the posts of a thread) all words count. Empty: this box has no words of its own (a share sheet). */
  readonly editor: Selectors;
  /** A regular expression that the address without its origin matches: elsewhere on the site there is no such box. */
  readonly where?: string;
  /** An editor or root that matches is none (a search field, a comment box). */
  readonly not?: Selectors;
  readonly subject?: ReadHooks;
  readonly from?: ReadHooks;
  readonly to?: FieldHooks;
  readonly cc?: FieldHooks;
  readonly bcc?: FieldHooks;
  readonly who?: WhoHooks;
  /** Beside `who`, or instead of it. */
  readonly mentions?: MentionHooks;
  /** Who can read it, where the site lets that be chosen: `public` or `people` by the value's match. Unreadable: `recipients` is told. */
  readonly visibility?: { readonly read: ReadHooks; readonly people: string };
  /** Names of files, one per element. */
  readonly attachments?: ReadHooks;
  readonly when?: WhenHooks;
  /** Left out of the text and kept as what is quoted. */
  readonly quoted?: Selectors;
  /** Present in a reply. */
  readonly reply?: Selectors;
  /** Independent ways to find Send, one selector each. Any of them is guarded; two must agree, or the adapter says that it is degraded. */
  readonly send: Selectors;
  /**
   * The site has no Send button in this state (Enter only): its absence is no failure. `empty`: there is none while
   * nothing is written; once something is, its absence is told.
   */
  readonly sendMayMiss?: boolean | 'empty';
  readonly also?: readonly ControlHooks[];
  /** Buttons that hand the same form in and send nothing: a draft is saved, a preview shown. */
  readonly saves?: Selectors;
  /** Which keys send while the caret is in the editor. Ctrl/Cmd+Enter counts too, but for `none`: there no Enter sends. */
  readonly keys: 'enter' | 'mod-enter' | 'none';
  /** With `enter`: from every field of the box, not only from its text. */
  readonly enterAnywhere?: boolean;
  /** Ctrl/Cmd (or Alt) and this letter sends, wherever the caret is in the root (a published post is saved by Ctrl+S); `when` is present. */
  readonly shortcuts?: readonly { readonly key: string; readonly with?: 'alt'; readonly when?: Selectors }[];
  /** Present: here it is not Enter that sends, whatever `keys` says (a setting of the user's). */
  readonly enterIsNewline?: Selectors;
  /** Whether Enter sends is a setting that the page does not show: an Enter is let go as Enter, never as a click on Send. */
  readonly enterUnsure?: boolean;
  /** Every way out of this box sends this beside its words (a picture with a caption, a message that is forwarded). */
  readonly content?: Content;
  /** Ways to let it go, best first. Default: click, submit, enter, ask. */
  readonly replay?: readonly ('click' | 'pointer' | 'submit' | 'enter' | 'ask')[];
  /** In the page, new since the send: it has left, though its words stay in the box (a post in its editor). */
  readonly sent?: Selectors;
  readonly anchor?: Selectors;
  /** Known blind spots of this box, so that they are said and not taken for a defect. */
  readonly cannot?: readonly ReadProblem[];
}

export interface SiteHooks {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly matches: readonly string[];
  readonly optional?: boolean;
  readonly proof: Proof;
  /** Counts up with each correction. */
  readonly version: number;
  /** A self-hosted site knows itself by something on its pages. */
  readonly marks?: Selectors;
  /** Of several that match, the first counts. */
  readonly boxes: readonly BoxHooks[];
}
