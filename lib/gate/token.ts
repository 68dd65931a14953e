import type { Token } from './context.ts';
import type { Desk, Reading } from './desk.ts';

const LIFE = 2_000;

/** For one message as it was read: what the page does of it within this time belongs to the press that was let go. */
export const tokenFor = (desk: Desk, { draft, digest }: Reading, replaying: boolean): Token => ({
  desk,
  digest,
  draft,
  until: Date.now() + LIFE,
  replaying,
});
