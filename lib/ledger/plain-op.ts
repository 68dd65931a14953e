import * as list from '../domain/enums.ts';
import { canonical } from '../domain/instant.ts';
import type { Op } from '../domain/op.ts';

/*
 * What a list says of somebody, and no more: such an op is known to be of the shape of `op-schema.ts` in a tenth of the
 * time that the schema takes, and is written as the schema would leave it. False says nothing: the schema is asked. A test
 * holds the one to the other.
 */
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.length <= 20_000;
const written: Check = (value) => text(value) && value !== '' && (value as string).trim() === value;
const id: Check = (value) => typeof value === 'string' && value !== '' && value.length <= 200;
const instant: Check = (value) => typeof value === 'string' && canonical(value) === value;
const excerpt: Check = (value) => typeof value === 'string' && value.length <= 280;

const one = (words: readonly string[]): Check => {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
};
const many =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (const item of value) if (!check(item)) return false;
    return true;
  };

/** Exactly these fields; those that may be left out stand in `may`. */
function fields(must: Readonly<Record<string, Check>>, may: Readonly<Record<string, Check>> = {}): Check {
  const needed = Object.keys(must).length;
  const checks = new Map<string, { readonly check: Check; readonly counts: number }>();
  for (const [key, check] of Object.entries(may)) checks.set(key, { check, counts: 0 });
  for (const [key, check] of Object.entries(must)) checks.set(key, { check, counts: 1 });
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let found = 0;
    for (const key in value) {
      const field = checks.get(key);
      if (!field?.check((value as Record<string, unknown>)[key])) return false;
      found += field.counts;
    }
    return found === needed;
  };
}

const [purpose, channel] = [one(list.PURPOSES), one(list.CHANNELS)];
const source = fields({ type: one(list.SOURCE_TYPES) }, { detail: text, collectedAt: instant });
const process = fields({
  process_id: id,
  purpose,
  lawful_basis: one(list.LAWFUL_BASES),
  channels: many(channel),
  clients: many(text),
});
const event = fields(
  {
    event_id: id,
    state: one(list.CONSENT_STATES),
    consent_type: one(list.CONSENT_TYPES),
    at: text,
    by_relation: one(list.RELATIONS),
    recorded_by: id,
    recorded_at: text,
    prev: many(id),
  },
  {
    until: text,
    method: one(list.METHODS),
    evidence: fields({ kind: one(list.EVIDENCE_KINDS) }, { locator: text, excerpt }),
    purposes: many(purpose),
    channels: many(channel),
  },
);
const [byPurpose, byChannel] = [fields({ purpose }), fields({ channel })];
const scope: Check = (value) => value === 'all' || byPurpose(value) || byChannel(value);

const CHANGES: ReadonlyMap<unknown, Check> = new Map(
  Object.entries({
    person: fields({
      kind: text,
      set: fields(
        {},
        {
          name: written,
          role: one(list.SUBJECT_ROLES),
          ageBand: one(list.AGE_BANDS),
          clearance: one(list.CLASSES),
          source,
          outlet: text,
          timezone: text,
          topics: many(text),
          groups: many(text),
          nicknames: many(text),
          language: text,
          honorific: text,
        },
      ),
    }),
    point: fields({ kind: text, point: fields({ id, channel, address: written }) }),
    record: fields({
      kind: text,
      record: fields({
        schema_version: one(['izin.consent/1']),
        record_id: id,
        law_packs: many(one(list.LAW_PACKS)),
        processes: many(process),
      }),
    }),
    consent: fields({ kind: text, recordId: id, event }),
    suppression: fields({ kind: text, suppression: fields({ id, scope, since: instant }, { source: text }) }),
    datum: fields({ kind: text, datum: fields({ id, kind: one(list.DATUM_KINDS), value: text }, { purpose }) }),
    note: fields({ kind: text, note: fields({ id, text, at: instant }) }),
  }),
);

const change: Check = (value) =>
  typeof value === 'object' && value !== null && 'kind' in value && CHANGES.get(value.kind)?.(value) === true;
const op = fields(
  { id, space: id, subject: id, of: one(['person']), at: instant, by: id, changes: many(change) },
  { batch: id },
);

export const isPlainOp = (value: unknown): value is Op =>
  op(value) && (value as { readonly changes: readonly unknown[] }).changes.length > 0;
