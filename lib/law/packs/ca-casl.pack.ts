import { type LawPack, rowsOf } from '../row.ts';

const casl = rowsOf('CA_CASL', 'CASL', '2026-11');
const CRTC = 'crtc.gc.ca';

/** Canada, domain.md §5.2: commercial messages alone. */
export const pack: LawPack = {
  id: 'CA_CASL',
  name: 'CASL',
  jurisdiction: 'CA',
  rows: [
    casl('', 'V', 'law_ca', CRTC, ['withdrawal', 'basis', 'expiry']),
    casl('(express consent)', 'V', 'law_ca_express', CRTC, ['marketing']),
    casl('(implied consent)', 'V', 'law_ca_implied', CRTC, ['marketing']),
    casl('(published address)', 'V', 'law_ca_published', 'millsandmills.ca', ['source']),
    casl('(asking for consent)', 'V', 'law_ca_asking', CRTC, ['marketing']),
    casl('(unsubscribe)', 'V', 'law_ca_unsubscribe', CRTC, ['objection'], {
      clock: { unit: 'business-days', count: 10, types: ['withdraw', 'object'] },
    }),
    casl('(unsubscribe link)', 'V', 'law_ca_link', CRTC, ['identity']),
    casl('(proof)', 'V', 'law_ca_proof', CRTC, ['records']),
    casl('(direct messages)', 'V', 'law_ca_direct', 'mondaq.com (BLG)', ['exceptions']),
  ],
};
