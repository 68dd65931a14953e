import type { ask, onRevision } from '../bus/bus.ts';
import type { FrameState } from '../bus/messages.ts';
import type { ShadowOf } from '../surfaces/deep.ts';
import type { Surface } from '../surfaces/surface.ts';
import type { ReadFile } from './files/files.ts';

/** By which data a surface reads its pages. */
export type HooksBy = NonNullable<FrameState['hooks']>['by'];

/** What a gate is given. It names no browser and no site. */
export interface GateOptions {
  readonly window: Window;
  /** A getter where they may change while the page stands: taught sites, corrections. */
  readonly surfaces: readonly Surface[] | (() => readonly Surface[]);
  readonly hooksBy?: (surface: Surface) => HooksBy;
  readonly ask: typeof ask;
  readonly onRevision: typeof onRevision;
  /** False once the extension was updated or removed under this script. */
  readonly isAlive: () => boolean;
  /** The browser's way to look into closed shadow trees. */
  readonly shadowOf?: ShadowOf;
  /** Address of the warning's page, so that it can be made ready before it is needed. */
  readonly frameUrl?: () => string;
  /** Origin of that page once it is there. With `use_dynamic_url` Chromium gives its address under another host. */
  readonly frameOrigin?: (url: string) => string;
  /** Reads a file that was added; left out: no file is read, and that is said. */
  readonly readFile?: ReadFile;
  readonly signal: AbortSignal;
}
