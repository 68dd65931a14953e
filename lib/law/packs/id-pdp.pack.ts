import { type LawPack, rowsOf } from '../row.ts';

const pdp = rowsOf('ID_PDP', 'UU 27/2022', '2026-11');
const kip = rowsOf('ID_PDP', 'UU 14/2008', '2026-11');
const other = rowsOf('ID_PDP', '', '2026-11');
const HOURS_72 = { unit: 'hours', count: 72 } as const;
const WIKISOURCE = 'id.wikisource.org';

/**
 * Indonesia, domain.md §5.1. In force since 17 October 2022, fully since 17 October 2024. Article numbers on the web often
 * come from the draft of 2020 (there the breach is Art. 40, in the law Art. 46). The government regulation was not signed
 * and no agency existed in February 2026.
 */
export const pack: LawPack = {
  id: 'ID_PDP',
  name: 'UU 27/2022 (PDP)',
  jurisdiction: 'ID',
  rows: [
    pdp('Pasal 4', 'V', 'law_id_4', 'siplawfirm.id, kabarindo.com', ['sensitivity']),
    pdp('Pasal 5', 'V', 'law_id_5', WIKISOURCE, ['information'], { clock: { unit: 'unstated', types: ['info'] } }),
    pdp('Pasal 6', 'V', 'law_id_6', WIKISOURCE, ['rectification']),
    pdp('Pasal 7', 'V', 'law_id_7', WIKISOURCE, ['access']),
    pdp('Pasal 8', 'V', 'law_id_8', WIKISOURCE, ['erasure']),
    pdp('Pasal 9', 'V', 'law_id_9', WIKISOURCE, ['withdrawal']),
    pdp('Pasal 40', 'V2', 'law_id_40', 'mustikarajalaw.id', ['withdrawal'], {
      wording: 'NV',
      clock: { ...HOURS_72, types: ['withdraw'] },
    }),
    pdp('Pasal 10', 'V', 'law_id_10', WIKISOURCE, ['automated', 'objection'], {
      clock: { unit: 'unstated', types: ['automated_objection', 'object'] },
    }),
    pdp('Pasal 11', 'V', 'law_id_11', WIKISOURCE, ['restriction']),
    pdp('Pasal 13', 'V', 'law_id_13', WIKISOURCE, ['portability'], {
      clock: { unit: 'unstated', types: ['portability'] },
    }),
    pdp('Pasal 15', 'V2', 'law_id_15', 'hukumonline.com', ['exceptions'], { wording: 'NV' }),
    pdp('Pasal 20 ayat (2)', 'V', 'law_id_20', WIKISOURCE, ['basis']),
    pdp('Pasal 16 ayat (2)', 'V2', 'law_id_16', 'conventuslaw.com', ['purpose']),
    pdp('Pasal 21', 'V', 'law_id_21', WIKISOURCE, ['notice', 'information']),
    pdp('Pasal 22–24', 'V', 'law_id_22', WIKISOURCE, ['proof', 'expiry']),
    pdp('Pasal 25', 'V', 'law_id_25', WIKISOURCE, ['child']),
    pdp('Pasal 26', 'V', 'law_id_26', WIKISOURCE, ['disability']),
    pdp('Pasal 26 ayat (3)', 'NV', 'law_id_26_3', 'general knowledge', ['disability']),
    pdp('Pasal 30', 'V2', 'law_id_30', 'justisio.com', ['rectification'], {
      wording: 'NV',
      clock: { ...HOURS_72, types: ['rectify'] },
    }),
    pdp('Pasal 31', 'V', 'law_id_31', WIKISOURCE, ['records']),
    pdp('Pasal 32', 'V', 'law_id_32', 'dntlawyers.com', ['access'], { clock: { ...HOURS_72, types: ['access'] } }),
    pdp('Pasal 33', 'V', 'law_id_33', 'dntlawyers.com', ['access', 'exceptions']),
    pdp('Pasal 34', 'V', 'law_id_34', WIKISOURCE, ['assessment']),
    pdp('Pasal 67', 'V', 'law_id_67', 'sironline.id', ['disclosure', 'identifier', 'severity']),
    pdp('Pasal 35', 'V', 'law_id_35', 'scribd 602607430', ['security']),
    pdp('Pasal 41', 'V', 'law_id_41', WIKISOURCE, ['restriction'], { clock: { ...HOURS_72, types: ['restrict'] } }),
    pdp('Pasal 42–44', 'V', 'law_id_42', 'scribd 602607430', ['erasure'], {
      clock: { unit: 'unstated', types: ['erase', 'destroy'] },
    }),
    pdp('Pasal 45', 'NV', 'law_id_45', 'general knowledge', ['erasure', 'information']),
    pdp('Pasal 46', 'V', 'law_id_46', 'nasional.kompas.com 2022/09/20', ['breach']),
    pdp('Pasal 51', 'V2', 'law_id_51', 'hukumonline.com', ['processors']),
    pdp('Pasal 57', 'V', 'law_id_57', WIKISOURCE, ['severity']),
    pdp('Pasal 65', 'V', 'law_id_65', 'sironline.id', ['severity']),
    pdp('Pasal 68', 'V', 'law_id_68', 'sironline.id', ['severity']),
    pdp('Pasal 70', 'V', 'law_id_70', 'sironline.id', ['severity']),
    other('Komdigi', 'V', 'law_id_authority', 'indokabar.com, jatim.antaranews.com', ['authority']),
    other('MK 135 & 137/PUU-XXIII/2025', 'V2', 'law_id_press', 'penapolitika.com, wartanett.com', ['exceptions']),
    other('PP 17/2025 (Tunas)', 'V', 'law_id_tunas', 'tangerangnews.com', ['child']),
    other('Batas kerja anak', 'V2', 'law_id_child_work', 'tempo.co, mommiesdaily.com', ['child']),
    kip('Pasal 17 huruf h', 'V', 'law_id_kip_17h', 'ppid.unkhair.ac.id', ['public-information', 'sensitivity']),
    kip('Pasal 17 huruf g', 'V', 'law_id_kip_17g', 'ppid.unkhair.ac.id', ['public-information']),
    kip('Pasal 17 huruf i', 'V', 'law_id_kip_17i', 'ppid.unkhair.ac.id', ['public-information']),
    kip('Pasal 19', 'V', 'law_id_kip_19', 'PPID Cilacap, Pemalang', ['public-information']),
    other('UU Adminduk Pasal 84', 'V', 'law_id_adminduk_84', 'kabartrenggalek.com', ['sensitivity']),
  ],
};
