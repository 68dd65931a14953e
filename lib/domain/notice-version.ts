import { amended } from './consent-changes.ts';
import { sha256Hex } from './consent-hash.ts';
import { type ConsentNotice, type NoticeLanguage, noticeInForce, type PublishedNotice } from './consent-notice.ts';
import type { Change } from './op.ts';
import type { Instant, PersonId, PersonState } from './person.ts';

/** The next version of a notice, or the one in force where not a letter has changed. */
export async function publishNotice(
  published: readonly PublishedNotice[],
  texts: Readonly<Record<NoticeLanguage, string>>,
  since: Instant,
  uri?: string,
): Promise<{ readonly notice: PublishedNotice; readonly fresh: boolean }> {
  const [id, en] = await Promise.all([sha256Hex(texts.id), sha256Hex(texts.en)]);
  const current = noticeInForce(published);
  if (current?.texts.id.sha256 === id && current.texts.en.sha256 === en && current.uri === uri)
    return { notice: current, fresh: false };
  const notice: PublishedNotice = {
    version: String(published.length + 1),
    since,
    texts: { id: { text: texts.id, sha256: id }, en: { text: texts.en, sha256: en } },
    ...(uri === undefined ? {} : { uri }),
  };
  return { notice, fresh: true };
}

/** The change of settings that puts a version in force; older ones are kept, as records name them. */
export const publishChange = (published: readonly PublishedNotice[], notice: PublishedNotice): Change => ({
  kind: 'policy',
  set: { notices: [...published, notice] },
});

export interface ToTell {
  readonly personId: PersonId;
  readonly records: readonly string[];
  /** The newest version that was shown; none: never told. */
  readonly last?: string;
  /** A "do not contact" stands: told when they write, or not at all. */
  readonly blocked: boolean;
}

/**
 * Whom a version has not reached (UU PDP 21 (2): told before a change). A notice counts as told where a record names the
 * version with the time at which it was shown; the records of an import say nothing of a showing.
 */
export function toTell(states: readonly PersonState[], version: string): readonly ToTell[] {
  return states.flatMap(({ person, records, suppressions }): readonly ToTell[] => {
    const open = records.filter(({ notice }) => !(notice?.version === version && notice.shown_at !== undefined));
    if (open.length === 0) return [];
    const shown = open.flatMap(({ notice }) => (notice?.shown_at ? [notice] : []));
    const last = shown.toSorted((a, b) => ((a.shown_at ?? '') < (b.shown_at ?? '') ? 1 : -1))[0]?.version;
    return [
      {
        personId: person.id,
        records: open.map(({ record_id }) => record_id),
        ...(last === undefined ? {} : { last }),
        blocked: suppressions.some(({ scope }) => scope === 'all'),
      },
    ];
  });
}

/** A showing, written into the records that it was for. A notice without the time of its showing changes nothing. */
export function toldChanges(
  { records }: PersonState,
  recordIds: readonly string[],
  notice: ConsentNotice,
): readonly Change[] {
  const { shown_at } = notice;
  if (shown_at === undefined) return [];
  return records
    .filter(({ record_id }) => recordIds.includes(record_id))
    .map((record) => amended(record, { notice }, shown_at));
}
