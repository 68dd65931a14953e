import { REQUEST_TYPES } from '../../domain/enums.ts';
import { type LawPack, rowsOf } from '../row.ts';

const gdpr = rowsOf('EU_GDPR', 'GDPR', '2026-11');

/** European Union, domain.md §5.2. */
export const pack: LawPack = {
  id: 'EU_GDPR',
  name: 'GDPR',
  jurisdiction: 'EU',
  rows: [
    gdpr('Art. 21(2)–(4)', 'V', 'law_eu_21', 'dataprotection.ie', ['withdrawal']),
    gdpr('Art. 12(3)', 'V', 'law_eu_12', 'dataprotection.ie', ['access', 'rectification', 'erasure', 'restriction'], {
      clock: { unit: 'months', count: 1, extension: 2, types: REQUEST_TYPES },
    }),
    gdpr('Art. 6', 'NV', 'law_eu_6', 'general knowledge', ['basis', 'purpose']),
    gdpr('Art. 7', 'V', 'law_eu_7', 'dataprotection.ie', ['proof', 'expiry'], { wording: 'NV' }),
    gdpr('Art. 14', 'V', 'law_eu_14', 'dataprotection.ie', ['source', 'notice']),
    gdpr('Art. 14(3)', 'NV', 'law_eu_14_3', 'general knowledge', ['source', 'notice']),
    gdpr('Art. 8', 'NV', 'law_eu_8', 'general knowledge', ['child']),
    gdpr('Art. 17', 'NV', 'law_eu_17', 'general knowledge', ['erasure']),
    gdpr('Art. 33', 'V2', 'law_eu_33', 'gdprhub.eu', ['breach']),
    gdpr('Art. 85', 'NV', 'law_eu_85', 'general knowledge', ['exceptions']),
    gdpr('(journalists)', 'V2', 'law_eu_journalists', 'prezly.com, outsource.be, help.meltwater.com', ['marketing']),
  ],
};
