import { LAW_PACKS, type LawPackId } from '../domain/enums.ts';
import type { LawRef } from '../domain/verdict.ts';
import { pack as caCasl } from './packs/ca-casl.pack.ts';
import { pack as euGdpr } from './packs/eu-gdpr.pack.ts';
import { pack as idPdp } from './packs/id-pdp.pack.ts';
import { pack as myPdpa } from './packs/my-pdpa.pack.ts';
import { pack as sgPdpa } from './packs/sg-pdpa.pack.ts';
import { pack as ukGdprPecr } from './packs/uk-gdpr-pecr.pack.ts';
import { pack as usCanspam } from './packs/us-canspam.pack.ts';
import { POLICY_ROWS } from './policy-rows.ts';
import type { LawPack, LawRow, LawTopic, PolicyRow } from './row.ts';

const PACKS: Readonly<Record<LawPackId, LawPack>> = {
  ID_PDP: idPdp,
  EU_GDPR: euGdpr,
  UK_GDPR_PECR: ukGdprPecr,
  CA_CASL: caCasl,
  US_CANSPAM: usCanspam,
  SG_PDPA: sgPdpa,
  MY_PDPA: myPdpa,
};

export const lawPack = (id: LawPackId): LawPack => PACKS[id];

/** Every row of domain.md §5.1–5.2, with its source, date and mark. Not legal advice. */
export const LAW_ROWS: readonly LawRow[] = LAW_PACKS.flatMap((id) => PACKS[id].rows);

/** The rows that the given packs have on a topic, in the order of the table. */
export const lawRows = (packs: readonly LawPackId[], topic: LawTopic): readonly LawRow[] =>
  LAW_ROWS.filter((candidate) => packs.includes(candidate.pack) && candidate.topics.includes(topic));

export const lawRefs = (packs: readonly LawPackId[], topic: LawTopic): readonly LawRef[] =>
  lawRows(packs, topic).map(refOf);

export const refOf = ({ pack, article, mark }: LawRef): LawRef => ({ pack, article, mark });

/** The row that a reference names, of a law or of our own policy; none, where a later version dropped it. */
export const rowOf = (ref: LawRef): LawRow | PolicyRow | undefined =>
  [...LAW_ROWS, ...POLICY_ROWS].find((row) => row.pack === ref.pack && row.article === ref.article);
