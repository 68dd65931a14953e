import { addDays } from '../domain/instant.ts';
import type { Instant } from '../domain/person.ts';
import type { LawRef } from '../domain/verdict.ts';

export interface Due {
  readonly at: Instant;
  readonly law: LawRef;
}

/** Indonesia: 3 × 24 hours of wall clock from receipt, weekends and holidays included. */
export const stopSendingBy = (receivedAt: Instant): Due => ({
  at: addDays(receivedAt, 3),
  law: { pack: 'ID_PDP', article: 'UU 27/2022 Pasal 40', mark: 'V2' },
});
