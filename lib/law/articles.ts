import type { LawPackId } from '../domain/enums.ts';
import type { LawRef } from '../domain/verdict.ts';

/** What a finding may be about, in the words of the law rows. */
export type LawTopic =
  | 'withdrawal'
  | 'basis'
  | 'purpose'
  | 'proof'
  | 'expiry'
  | 'disclosure'
  | 'identifier'
  | 'security';

export interface LawRow extends LawRef {
  readonly pack: LawPackId;
  readonly topics: readonly LawTopic[];
  /** Key of one plain sentence in the catalogue. */
  readonly key: string;
  /** Where it was read, and when. */
  readonly source: string;
  readonly read: string;
}

/**
 * Rows of `domain.md` §5 that the rules cite; marks as there: V read in a source, V2 secondary source only, NV not
 * verified, P our own policy. Not legal advice.
 */
export const LAW_ROWS: readonly LawRow[] = [
  row('ID_PDP', 'UU 27/2022 Pasal 9', 'V', ['withdrawal'], 'law_id_9', 'id.wikisource.org'),
  row('ID_PDP', 'UU 27/2022 Pasal 40', 'V2', ['withdrawal'], 'law_id_40', 'mustikarajalaw.id'),
  row('ID_PDP', 'UU 27/2022 Pasal 20 ayat (2)', 'V', ['basis'], 'law_id_20', 'id.wikisource.org'),
  row('ID_PDP', 'UU 27/2022 Pasal 16 ayat (2)', 'V2', ['purpose'], 'law_id_16', 'conventuslaw.com'),
  row('ID_PDP', 'UU 27/2022 Pasal 22–24', 'V', ['proof', 'expiry'], 'law_id_22', 'id.wikisource.org'),
  row('ID_PDP', 'UU 27/2022 Pasal 67', 'V', ['disclosure', 'identifier'], 'law_id_67', 'sironline.id'),
  row('ID_PDP', 'UU 27/2022 Pasal 35', 'V', ['security'], 'law_id_35', 'scribd 602607430'),
  row('EU_GDPR', 'GDPR Art. 21(2)–(4)', 'V', ['withdrawal'], 'law_eu_21', 'dataprotection.ie'),
  row('EU_GDPR', 'GDPR Art. 6', 'NV', ['basis', 'purpose'], 'law_eu_6', 'general knowledge'),
  row('EU_GDPR', 'GDPR Art. 7', 'V', ['proof', 'expiry'], 'law_eu_7', 'dataprotection.ie'),
  row('UK_GDPR_PECR', 'PECR reg. 22', 'V', ['withdrawal', 'basis'], 'law_uk_22', 'ico.org.uk'),
  row('CA_CASL', 'CASL', 'V', ['withdrawal', 'basis', 'expiry'], 'law_ca', 'crtc.gc.ca'),
  row('US_CANSPAM', 'CAN-SPAM', 'V2', ['withdrawal'], 'law_us', 'sendx.io'),
  row('SG_PDPA', 'PDPA s 44', 'V', ['withdrawal'], 'law_sg_44', 'laws.sg'),
  row('MY_PDPA', 'PDPA s 43', 'V', ['withdrawal'], 'law_my_43', 'mylaw.my'),
];

/** The rows that the given packs have on a topic, in the order of the table. */
export const lawRows = (packs: readonly LawPackId[], topic: LawTopic): readonly LawRow[] =>
  LAW_ROWS.filter((candidate) => packs.includes(candidate.pack) && candidate.topics.includes(topic));

export const lawRefs = (packs: readonly LawPackId[], topic: LawTopic): readonly LawRef[] =>
  lawRows(packs, topic).map(({ pack, article, mark }) => ({ pack, article, mark }));

function row(
  pack: LawPackId,
  article: string,
  mark: LawRef['mark'],
  topics: readonly LawTopic[],
  key: string,
  source: string,
): LawRow {
  return { pack, article, mark, topics, key, source, read: '2026-11' };
}
