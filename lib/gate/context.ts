import type { Draft } from '../domain/draft.ts';
import type { Desk, Desks } from './desk.ts';
import type { Files } from './files/files.ts';
import type { Focus } from './focus.ts';
import type { Judging } from './judging.ts';
import type { GateOptions } from './options.ts';
import type { Seal } from './seal.ts';
import type { createBoxes } from './warning-box.ts';

/** One shot: one message as it was read, one replay and the events that it causes. */
export interface Token {
  readonly desk: Desk;
  readonly digest: string;
  readonly draft: Draft;
  readonly until: number;
  /** True inside the replay call itself: everything that the page does there is its doing. */
  replaying: boolean;
}

/** What the parts of one gate share. */
export interface Gate {
  readonly options: GateOptions;
  readonly signal: AbortSignal;
  readonly desks: Desks;
  readonly files: Files;
  readonly judging: Judging;
  readonly seal: Seal;
  readonly focus: Focus;
  readonly boxes: ReturnType<typeof createBoxes>;
  /** Listens wherever this part of a message stands: in the shadow trees around it, and in a frame of its own. */
  readonly reach: (part: Element | null) => void;
  token?: Token;
  /** What was last told of this frame. */
  told: string;
}
