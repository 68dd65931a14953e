import type { ask, onRevision } from '../bus/bus.ts';
import type { Surface } from '../surfaces/surface.ts';

/** What a gate is given. It names no browser and no site. */
export interface GateOptions {
  readonly window: Window;
  readonly surfaces: readonly Surface[];
  readonly ask: typeof ask;
  readonly onRevision: typeof onRevision;
  /** False once the extension was updated or removed under this script. */
  readonly isAlive: () => boolean;
  /** Address of the warning's page, so that it can be made ready before it is needed. */
  readonly frameUrl?: () => string;
  /** Origin of that page once it is there. With `use_dynamic_url` Chromium gives its address under another host. */
  readonly frameOrigin?: (url: string) => string;
  readonly signal: AbortSignal;
}
