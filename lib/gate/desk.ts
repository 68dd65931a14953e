import type { Summary } from '../bus/messages.ts';
import type { Draft } from '../domain/draft.ts';
import type { Composer, SendIntent, Surface } from '../surfaces/surface.ts';
import { digestOf } from './digest.ts';

/** A stopped send that waits for its answer. */
export interface Hold {
  readonly intent: SendIntent;
  /** False once the page has taken the warning away: then the next press is checked anew. */
  stands(): boolean;
  end(): void;
}

/** All that the gate knows of one open message. */
export interface Desk {
  readonly surface: Surface;
  readonly root: Element;
  /** As resolved by the newest event; it reads from `root` every time. */
  composer: Composer;
  judged?: { readonly digest: string; readonly summary: Summary };
  judging?: { readonly digest: string; readonly done: Promise<Summary | undefined> };
  hold?: Hold;
  /** What was let go: the page's own dialogs that follow pass with it. Dies at any edit. */
  approved?: string;
  /** The page did not act on the replay: exactly one press of the user's own passes. Dies at any edit. */
  pressAgain?: string;
  /** A release is on its way: nothing else of this message may leave until its outcome is seen. */
  inFlight: boolean;
  /** Ends the watching of an outcome. */
  watch?: AbortController;
  /** Buttons of the page's dialogs that were already let through for this release. */
  confirmed: WeakSet<EventTarget>;
  /** Problems that were already told. */
  told: string;
}

export interface Reading {
  readonly draft: Draft;
  readonly digest: string;
}

/** Desks by the node that stands for a message; a closed message takes its desk with it. */
export function createDesks(): {
  readonly of: (surface: Surface, composer: Composer) => Desk;
  readonly open: () => readonly Desk[];
} {
  const byRoot = new WeakMap<Element, Desk>();
  let roots: readonly WeakRef<Element>[] = [];
  return {
    of: (surface, composer) => {
      const known = byRoot.get(composer.root);
      if (known) {
        known.composer = composer;
        return known;
      }
      const desk: Desk = {
        surface,
        root: composer.root,
        composer,
        inFlight: false,
        confirmed: new WeakSet(),
        told: '',
      };
      byRoot.set(composer.root, desk);
      roots = [...roots.filter((ref) => ref.deref()?.isConnected), new WeakRef(composer.root)];
      return desk;
    },
    open: () =>
      roots.flatMap((ref) => {
        const root = ref.deref();
        const desk = root?.isConnected ? byRoot.get(root) : undefined;
        return desk ? [desk] : [];
      }),
  };
}

export function readNow(desk: Desk): Reading {
  const draft = desk.composer.read();
  return { draft, digest: digestOf(draft) };
}

/** At a send, nobody to send to means that the reading failed: it is never taken for an empty list. */
export function readForSend(desk: Desk): Reading {
  const read = desk.composer.read();
  const blind = read.recipients.length === 0 && !read.unreadable.includes('recipients');
  const draft: Draft = blind ? { ...read, unreadable: [...read.unreadable, 'recipients'] } : read;
  return { draft, digest: digestOf(draft) };
}

/** Every approval ends with an edit, with a send that was seen, and with the message itself. */
export function forgetApprovals(desk: Desk): void {
  desk.approved = undefined;
  desk.pressAgain = undefined;
  desk.confirmed = new WeakSet();
}
