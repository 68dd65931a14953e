import * as v from 'valibot';
import { AGE_BANDS, DATUM_KINDS, SOURCE_TYPES, SUBJECT_ROLES } from '../domain/enums.ts';
import type { SavedList, SegmentRule } from '../domain/saved-list.ts';
import { channel, type Fields, id, maybe, purpose, text, texts } from './schema-parts.ts';

const rule = v.strictObject({
  groups: maybe(texts),
  outlets: maybe(texts),
  topics: maybe(texts),
  clients: maybe(texts),
  roles: maybe(v.array(v.picklist(SUBJECT_ROLES))),
  sources: maybe(v.array(v.picklist(SOURCE_TYPES))),
  ages: maybe(v.array(v.picklist(AGE_BANDS))),
  data: maybe(v.array(v.picklist(DATUM_KINDS))),
} satisfies Fields<Required<SegmentRule>>);

export const savedList = v.strictObject({
  id,
  name: v.pipe(text, v.trim(), v.minLength(1)),
  rule,
  purpose,
  channel,
} satisfies Fields<Required<SavedList>>);
