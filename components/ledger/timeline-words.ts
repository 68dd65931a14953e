import type { PersonFields } from '@/lib/domain/op.ts';
import type { Suppression } from '@/lib/domain/person.ts';
import type { FieldValue, Happened, HistoryLine } from '@/lib/domain/person-history.ts';
import type { RequestEvent } from '@/lib/domain/request.ts';
import { isWord, t, type WordKey, words } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { writeInstant } from '../kit/instant.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { languageName } from './person-facts.tsx';

type Spoken = Exclude<Happened, { readonly kind: 'consent' }>;

/** One line of the past as a sentence. */
export function happenedWords(what: Spoken): string {
  switch (what.kind) {
    case 'created':
      return t('past_created', { name: what.name });
    case 'field':
      return fieldWords(what);
    case 'point': {
      const { channel, address } = what.point;
      const from = what.before ? addressWords(what.before.address, what.before.channel) : '';
      const params = { channel: capital(t(`channel_${channel}`)), address: addressWords(address, channel), from };
      return t(`past_point_${what.how}`, params);
    }
    case 'datum':
      return capital(t(`past_datum_${what.how}`, { what: t(`datum_${what.datum}`) }));
    case 'note':
      return capital(t(`past_note_${what.how}`));
    case 'record':
      return capital(
        listed(
          what.record.processes.map(({ lawful_basis, purpose }) =>
            t('past_basis', { basis: t(`basis_${lawful_basis}`), purpose: t(`purpose_${purpose}`) }),
          ),
        ),
      );
    case 'suppression':
      return [capital(scopeWords(what.suppression)), what.suppression.source].filter(Boolean).join(' · ');
    case 'lifted': {
      const scope = what.suppression ? scopeWords(what.suppression) : t('past_block');
      return capital(t('past_lifted', { what: scope }));
    }
    case 'contacted':
      return t('timeline_contact', {
        channel: t(`channel_${what.contact.channel}`),
        purpose: t(`purpose_${what.contact.purpose}`),
      });
    case 'disclosed': {
      const { categories, to } = what.disclosure;
      return capital(t('past_disclosed', { what: listed(categories.map((one) => t(`category_${one}`))), to }));
    }
    case 'request':
      return capital(t('past_requested', { what: t(`request_${what.request.type}`) }));
    case 'request-step':
      return capital(requestWords(what.event));
    case 'removed':
      return capital(t('past_removed'));
  }
}

/** Who did it; an import is named as such. */
export function whoWords({ by, batch }: HistoryLine): string {
  if (batch !== undefined) return t('past_import');
  return t('past_by', { who: by === 'self' ? t('past_you') : by });
}

function scopeWords({ scope }: Suppression): string {
  if (scope === 'all') return t('suppress_all');
  if ('channel' in scope) return t('suppress_channel', { channel: t(`channel_${scope.channel}`) });
  if ('purpose' in scope) return t('suppress_purpose', { purpose: t(`purpose_${scope.purpose}`) });
  return t('suppress_client', { client: scope.client });
}

function requestWords(event: RequestEvent): string {
  if (event.kind === 'step') return t('past_request_step', { step: t(`request_step_${event.step}`) });
  if (event.kind === 'extended') return t('past_request_until', { at: writeInstant(event.until, 'moment') });
  return t('past_request_stage', { stage: t(`request_stage_${event.stage}`) });
}

const FIELD_WORDS: Readonly<Record<keyof PersonFields, WordKey>> = {
  name: 'person_name',
  role: 'person_role',
  outlet: 'person_outlet',
  ageBand: 'person_age',
  timezone: 'person_timezone',
  language: 'who_language',
  honorific: 'who_honorific',
  nicknames: 'who_nicknames',
  clearance: 'person_clearance',
  groups: 'person_groups',
  clients: 'who_clients',
  topics: 'person_topics',
  guardianId: 'who_guardian',
  source: 'who_source',
  sharedWith: 'past_shared_with',
};

function fieldWords({ field, from, to }: Extract<Happened, { readonly kind: 'field' }>): string {
  const params = {
    field: capital(t(FIELD_WORDS[field])),
    from: from === undefined ? '' : valueWords(field, from),
    to: to === undefined ? '' : valueWords(field, to),
  };
  if (from === undefined) return t('past_set', params);
  return t(to === undefined ? 'past_cleared' : 'past_changed', params);
}

function valueWords(field: keyof PersonFields, value: FieldValue): string {
  if (field === 'sharedWith') return t('past_people', { count: Array.isArray(value) ? value.length : 1 });
  if (field === 'guardianId') return t('past_somebody');
  if (typeof value === 'string') return closedWords(field, value);
  if ('type' in value)
    return [t(`source_${value.type}`), value.detail, value.collectedAt && writeInstant(value.collectedAt, 'short')]
      .filter(Boolean)
      .join(', ');
  return listed(value);
}

const PREFIX: Readonly<Partial<Record<keyof PersonFields, string>>> = {
  role: 'role_',
  ageBand: 'age_',
  clearance: 'class_',
};

/** Names of closed lists in words; what a user wrote in its own marks. */
function closedWords(field: keyof PersonFields, value: string): string {
  if (field === 'language') return languageName(value);
  const key = `${PREFIX[field] ?? ''}${value}`;
  return PREFIX[field] && isWord(key) ? words(key) : `“${value}”`;
}
