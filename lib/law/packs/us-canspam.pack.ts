import { type LawPack, rowsOf } from '../row.ts';

const canspam = rowsOf('US_CANSPAM', 'CAN-SPAM', '2026-11');
const SENDX = 'sendx.io';

/** United States, domain.md §5.2: commercial e-mail alone. Nothing of it was read in the law itself. */
export const pack: LawPack = {
  id: 'US_CANSPAM',
  name: 'CAN-SPAM',
  jurisdiction: 'US',
  rows: [
    canspam('', 'V2', 'law_us', SENDX, ['withdrawal']),
    canspam('(opt-out)', 'V2', 'law_us_opt_out', SENDX, ['objection'], {
      clock: { unit: 'business-days', count: 10, types: ['withdraw', 'object'] },
    }),
    canspam('(opt-out mechanism)', 'NV', 'law_us_mechanism', 'general knowledge', ['identity']),
    canspam('(postal address)', 'V2', 'law_us_address', SENDX, ['identity']),
    canspam('(business mail)', 'V2', 'law_us_business', SENDX, ['marketing']),
    canspam('(penalty)', 'V2', 'law_us_penalty', SENDX, ['severity']),
  ],
};
