import type { Summary } from '../bus/messages.ts';
import type { Draft } from '../domain/draft.ts';
import type { PersonId } from '../domain/person.ts';
import type { Composer, SendIntent, Surface } from '../surfaces/surface.ts';
import { digestOf } from './digest.ts';
import type { Files } from './files/files.ts';

/** A stopped send that waits for its answer. */
export interface Hold {
  readonly intent: SendIntent;
  /** False once the page has taken the warning away: then the next press is checked anew. */
  stands(): boolean;
  end(): void;
}

interface Verdict {
  readonly digest: string;
  readonly summary: Summary;
}

/** All that the gate knows of one open message. */
export interface Desk {
  readonly surface: Surface;
  readonly root: Element;
  /** The files that were added in this page. */
  readonly files: Files;
  /** As resolved by the newest event; it reads from `root` every time. */
  composer: Composer;
  /** Which conversation stands there: a page may show the next one in the same node. */
  key: string;
  /** The newest verdict. */
  judged?: Verdict;
  /** The newest of each kind: the words and a sticker are judged apart, and neither forgets the other. */
  readonly verdicts: Map<string, Verdict>;
  readonly judging: Map<string, Promise<Summary | undefined>>;
  /** Whom the user named in this conversation, by address. */
  readonly chosen: Map<string, PersonId>;
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
  /** How often in a row the sources of its conversation disagreed. */
  doubted: number;
}

export interface Reading {
  readonly draft: Draft;
  readonly digest: string;
}

export interface Desks {
  readonly of: (surface: Surface, composer: Composer) => Desk;
  readonly open: () => readonly Desk[];
  /** How many messages were seen on this page. */
  readonly seen: () => number;
}

/** Desks by the node that stands for a message; a closed message takes its desk with it. */
export function createDesks(files: Files): Desks {
  const byRoot = new WeakMap<Element, Desk>();
  let roots: readonly WeakRef<Element>[] = [];
  let seen = 0;
  return {
    of: (surface, composer) => {
      const known = byRoot.get(composer.root);
      if (known?.surface.id === surface.id) {
        known.composer = composer;
        return known;
      }
      const desk: Desk = {
        surface,
        root: composer.root,
        files,
        composer,
        key: '',
        verdicts: new Map(),
        judging: new Map(),
        chosen: new Map(),
        inFlight: false,
        confirmed: new WeakSet(),
        told: '',
        doubted: 0,
      };
      byRoot.set(composer.root, desk);
      if (!known) seen += 1;
      roots = [...roots.filter((ref) => ref.deref()?.isConnected), new WeakRef(composer.root)];
      return desk;
    },
    open: () =>
      roots.flatMap((ref) => {
        const root = ref.deref();
        const desk = root?.isConnected ? byRoot.get(root) : undefined;
        return desk ? [desk] : [];
      }),
    seen: () => seen,
  };
}

/** `intent`: what that press would send, where it is not what is being written. */
export function readNow(desk: Desk, intent?: SendIntent): Reading {
  noticeSwitch(desk);
  const draft = desk.files.known(withChosen(desk, desk.composer.read(intent)), desk);
  return { draft, digest: digestOf(draft) };
}

/** At a send, nobody to send to means that the reading failed: it is never taken for an empty list. A post has nobody. */
export function readForSend(desk: Desk, intent?: SendIntent): Reading {
  const reading = readNow(desk, intent);
  const { audience, recipients, unreadable } = reading.draft;
  if (audience === 'public' || recipients.length > 0 || unreadable.includes('recipients')) return reading;
  const draft: Draft = { ...reading.draft, unreadable: [...unreadable, 'recipients'] };
  return { draft, digest: digestOf(draft) };
}

/** What was said and approved in one conversation counts in no other. */
function noticeSwitch(desk: Desk): void {
  const key = desk.composer.key();
  if (key === desk.key) return;
  if (desk.key !== '' && key !== '') {
    forgetApprovals(desk);
    forgetVerdicts(desk);
    desk.chosen.clear();
  }
  desk.key = key;
}

function withChosen(desk: Desk, draft: Draft): Draft {
  if (desk.chosen.size === 0) return draft;
  const recipients = draft.recipients.map((each) => {
    const person = desk.chosen.get(each.address);
    return person === undefined ? each : { ...each, person };
  });
  return { ...draft, recipients };
}

/** Every approval ends with an edit, with a send that was seen, and with the message itself. */
export function forgetApprovals(desk: Desk): void {
  desk.approved = undefined;
  desk.pressAgain = undefined;
  desk.confirmed = new WeakSet();
}

export function forgetVerdicts(desk: Desk): void {
  desk.judged = undefined;
  desk.verdicts.clear();
}
