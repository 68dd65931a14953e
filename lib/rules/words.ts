import type { Channel, Purpose } from '../domain/enums.ts';

/** Keys of the catalogue for values of the closed lists; a door looks `…_word` params up, and writes `…_at` as dates. */
export const purposeWord = (purpose: Purpose): string => `purpose_${purpose}`;
export const channelWord = (channel: Channel): string => `channel_${channel}`;
export const methodWord = (method: string): string => `method_${method}`;
export const stateWord = (state: string): string => `state_${state === 'none' ? 'unknown' : state}`;
