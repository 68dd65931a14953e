import type { Draft } from '../domain/draft.ts';
import type { Fix, Place } from '../domain/verdict.ts';

/**
 * The channel between a guard and the warning in its frame: one MessagePort, handed over with the secret of the hold
 * in the first message (`{ izin: secret }`, one port) that the frame gets from its parent. The page sees neither.
 */
export type ToWarning =
  | {
      readonly kind: 'held';
      readonly draft: Draft;
      /** `send`: a send was stopped. `look`: opened from the seal, nothing is waiting. */
      readonly why: 'send' | 'look';
      /** What this surface can do to its composer. */
      readonly can: {
        readonly moveToBcc: boolean;
        readonly remove: boolean;
        readonly goTo: boolean;
        readonly removeFile?: boolean;
      };
      readonly surfaceName: string;
    }
  /** The composer was read again: after a fix, because it changed under the dialog, or more of its files is read. */
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** A fix was tried. False: the page would not; the warning says what to do by hand. */
  | { readonly kind: 'fixed'; readonly fix: Fix; readonly done: boolean };

export type ToGuard =
  | { readonly kind: 'ready'; readonly height: number }
  | { readonly kind: 'size'; readonly height: number }
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'go-to'; readonly place: Place }
  /** Whom the user means by this chat's title, for as long as the chat stays open. Answered with `draft`. */
  | { readonly kind: 'choose'; readonly address: string; readonly personId: string }
  /** Let exactly this draft go. The guard reads again; a different digest is refused and comes back as `draft`. */
  | { readonly kind: 'release'; readonly draft: Draft; readonly why: 'clear' | 'override' }
  /** What is still being read is not waited for. Answered with `draft`, or the message goes. */
  | { readonly kind: 'skip-files' }
  /** Esc: back to the text, caret where it was. */
  | { readonly kind: 'back' };
