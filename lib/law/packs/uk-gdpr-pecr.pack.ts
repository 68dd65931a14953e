import { REQUEST_TYPES } from '../../domain/enums.ts';
import { type LawPack, rowsOf } from '../row.ts';

const pecr = rowsOf('UK_GDPR_PECR', 'PECR', '2026-11');
const gdpr = rowsOf('UK_GDPR_PECR', 'UK GDPR', '2026-11');

/** United Kingdom, domain.md §5.2. The month for requests is ours to check: no source for it was read. */
export const pack: LawPack = {
  id: 'UK_GDPR_PECR',
  name: 'UK GDPR, PECR',
  jurisdiction: 'GB',
  rows: [
    pecr('reg. 22', 'V', 'law_uk_22', 'ico.org.uk', ['withdrawal', 'basis']),
    pecr('reg. 22 (sole traders)', 'V', 'law_uk_22_sole', 'ico.org.uk', ['marketing']),
    pecr('reg. 22 (freelancers)', 'NV', 'law_uk_22_freelance', 'our inference', ['marketing']),
    pecr('reg. 22 (named staff)', 'V', 'law_uk_22_staff', 'ico.org.uk', ['objection']),
    gdpr('Art. 12(3)', 'NV', 'law_uk_12', 'general knowledge', ['access', 'rectification', 'erasure', 'restriction'], {
      clock: { unit: 'months', count: 1, extension: 2, types: REQUEST_TYPES },
    }),
  ],
};
