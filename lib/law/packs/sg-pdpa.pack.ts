import { type LawPack, rowsOf } from '../row.ts';

const pdpa = rowsOf('SG_PDPA', 'PDPA', '2026-11');

/** Singapore, domain.md §5.2. */
export const pack: LawPack = {
  id: 'SG_PDPA',
  name: 'PDPA (Singapore)',
  jurisdiction: 'SG',
  rows: [
    pdpa('s 44', 'V', 'law_sg_44', 'laws.sg', ['withdrawal']),
    pdpa('(withdrawal)', 'V', 'law_sg_withdrawal', 'laws.sg', ['objection'], {
      clock: { unit: 'unstated', types: ['withdraw', 'object'] },
    }),
    pdpa('(do-not-call)', 'V2', 'law_sg_dnc', 'law firms’ pages', ['marketing']),
    pdpa('(do-not-call, validity)', 'NV', 'law_sg_dnc_21', 'general knowledge', ['marketing']),
    pdpa('(business contacts)', 'NV', 'law_sg_b2b', 'general knowledge', ['exceptions']),
    pdpa('(access)', 'NV', 'law_sg_access', 'general knowledge', ['access'], {
      clock: { unit: 'days', count: 30, types: ['access'] },
    }),
  ],
};
