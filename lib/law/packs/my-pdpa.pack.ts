import { type LawPack, rowsOf } from '../row.ts';

const pdpa = rowsOf('MY_PDPA', 'PDPA', '2026-11');

/** Malaysia, domain.md §5.2. */
export const pack: LawPack = {
  id: 'MY_PDPA',
  name: 'PDPA (Malaysia)',
  jurisdiction: 'MY',
  rows: [
    pdpa('s 43', 'V', 'law_my_43', 'mylaw.my', ['withdrawal'], {
      clock: { unit: 'unstated', types: ['withdraw', 'object'] },
    }),
    pdpa('s 43 (penalty)', 'V', 'law_my_43_penalty', 'mylaw.my', ['severity']),
    pdpa('(requests)', 'V2', 'law_my_requests', 'law firms’ pages', ['access', 'rectification'], {
      clock: { unit: 'days', count: 21, types: ['access', 'rectify'] },
    }),
    pdpa('(amendments of 2024)', 'NV', 'law_my_2024', 'general knowledge', ['exceptions']),
  ],
};
