import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  readonly page: string;
  readonly size?: readonly [number, number];
  /** The whole page, not only what the window shows. */
  readonly whole?: boolean;
  /** Runs in the page before its own code. */
  readonly before?: () => void;
  readonly steps?: (page: Page) => Promise<unknown>;
  /** Once the picture is taken: what it left is taken back. */
  readonly after?: (page: Page) => Promise<unknown>;
}

export const NARROW = [320, 700] as const;

/** What a window of 1280 × 800 shows at 200 %. */
export const ZOOMED = [640, 400] as const;

export const sizeOf = ({ size: [width, height] = [1280, 800] }: Screen): { width: number; height: number } => ({
  width,
  height,
});
