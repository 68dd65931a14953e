import { uuidv7 } from 'uuidv7';
import type { Change, Op } from './op.ts';
import type { Instant } from './person.ts';

/** Ids sort by time of making. */
export const newId = (): string => uuidv7();

export function newOp(about: Omit<Op, 'id' | 'at' | 'changes'>, changes: readonly Change[], now: Instant): Op {
  return { ...about, id: newId(), at: now, changes };
}
