import type { RequestType } from './enums.ts';

/** How a person takes a consent back: as easy as it was given (GDPR 7(3)). */
export const WITHDRAWAL_METHODS = ['reply_keyword', 'mailto', 'link', 'phone', 'in_person'] as const;
export type WithdrawalMethod = (typeof WITHDRAWAL_METHODS)[number];

export interface Withdrawal {
  readonly method: WithdrawalMethod;
  /** The word, address, link, number or place. */
  readonly address: string;
}

export interface RightOffer {
  readonly code: RequestType;
  readonly contact?: string;
}

/** Rights of the person with their article in UU 27/2022 (domain.md §5.1, rows 5–13, read in the law's text). */
export const RIGHTS_ID_PDP: readonly (readonly [RequestType, string])[] = [
  ['info', 'Pasal 5'],
  ['rectify', 'Pasal 6'],
  ['access', 'Pasal 7'],
  ['erase', 'Pasal 8'],
  ['withdraw', 'Pasal 9'],
  ['automated_objection', 'Pasal 10'],
  ['restrict', 'Pasal 11'],
  ['portability', 'Pasal 13'],
];
