import { uuidv7 } from 'uuidv7';

/**
 * Ids for a long list, which needs eight million: the beginning of one id as `newId` makes them, and behind it the last 32
 * bits as a counter (RFC 9562 §6.2, method 1). 42 random bits beside the millisecond keep two lists apart. They cost next
 * to nothing to make, and lie close together in what is written.
 */
export function idsInBulk(): () => string {
  let beginning = '';
  let high = 0;
  let low = HEX.length;
  return () => {
    if (low === HEX.length) {
      low = 0;
      if (beginning === '' || high === HEX.length) [beginning, high] = [uuidv7().slice(0, -8), 0];
      beginning = `${beginning.slice(0, 28)}${HEX[high]}`;
      high += 1;
    }
    low += 1;
    return beginning + HEX[low - 1];
  };
}

/** Four signs each. */
const HEX: readonly string[] = Array.from({ length: 65_536 }, (_, at) => at.toString(16).padStart(4, '0'));
