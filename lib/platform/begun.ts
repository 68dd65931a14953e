import { browser } from './browser.ts';

const KEY = 'begun';

/**
 * That a ledger was begun here, kept apart from it: a browser that lost its databases gives new ones, and an empty ledger
 * would let pass what the lost one would have held.
 */
export const ledgerBegun = {
  is: async (): Promise<boolean> => (await browser.storage.local.get(KEY))[KEY] === true,
  set: (): Promise<void> => browser.storage.local.set({ [KEY]: true }),
  /** The user chose to begin anew. */
  forget: (): Promise<void> => browser.storage.local.remove(KEY),
};
