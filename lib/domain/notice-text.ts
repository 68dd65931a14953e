import type { Withdrawal } from './consent-control.ts';
import { capitalIn, durationIn, listIn, type Speech } from './consent-speech.ts';
import { NOTICE_ITEMS, type NoticeFacts, type NoticeItem, type NoticeUse } from './notice.ts';
import { never } from './result.ts';

/** One of the seven, told: its heading and its sentences. */
export interface NoticeLine {
  readonly item: NoticeItem;
  readonly head: string;
  readonly lines: readonly string[];
}

export const noticeLines = (facts: NoticeFacts, speech: Speech): readonly NoticeLine[] =>
  NOTICE_ITEMS.map((item) => ({ item, head: speech.say(`notice_${item}`), lines: linesOf(item, facts, speech) }));

/** The whole notice as plain text: who, the seven items, how to take it back. The version is kept beside it, not in it. */
export function noticeText(facts: NoticeFacts, speech: Speech): string {
  const { say } = speech;
  const items = noticeLines(facts, speech).map(({ head, lines }, at) => `${at + 1}. ${head}\n${lines.join('\n')}`);
  const who = whoOf(facts, speech);
  return [say('notice_title', { name: facts.controller.name }), who, ...items, say('notice_change')].join('\n\n');
}

export function whoOf({ controller }: NoticeFacts, { say }: Speech): string {
  const { name, address, contact_email, phone, url } = controller;
  const reached = [contact_email, phone, url].filter((one) => one !== undefined && one !== '').join(' · ');
  return say(address ? 'notice_who_at' : 'notice_who', { name, address: address ?? '', contact: reached });
}

function linesOf(item: NoticeItem, facts: NoticeFacts, speech: Speech): readonly string[] {
  const { say } = speech;
  switch (item) {
    case 'legality':
      return [...new Set(facts.uses.map(({ basis }) => basis))].map((basis) => say(`notice_basis_${basis}`));
    case 'purpose':
      return facts.uses.map((use) => purposeLine(use, speech));
    case 'data':
      return dataLines(facts, speech);
    case 'retention':
      return [
        say('notice_kept', { duration: durationIn(speech, facts.storage.retention) }),
        ...(facts.storage.delete_within
          ? [say('notice_deleted', { duration: durationIn(speech, facts.storage.delete_within) })]
          : []),
      ];
    case 'details':
      return detailLines(facts, speech);
    case 'period':
      return [
        say('notice_period_first'),
        ...(facts.uses.some(({ basis }) => basis === 'consent')
          ? [say('notice_period_consent', { duration: durationIn(speech, facts.consentLife) })]
          : []),
        ...(facts.uses.some(({ basis }) => basis !== 'consent') ? [say('notice_period_other')] : []),
      ];
    case 'rights':
      return [
        say('notice_rights_list', {
          rights: listIn(
            speech,
            facts.rights.map(({ code }) => say(`right_${code}`)),
          ),
        }),
        ...withdrawLines(facts.withdrawal, speech),
      ];
    default:
      return never(item);
  }
}

export function purposeLine({ purpose, channels, note }: NoticeUse, speech: Speech): string {
  const { say } = speech;
  const what = capitalIn(speech, say(`purpose_${purpose}`)) + (note ? ` (${note})` : '');
  if (channels.length === 0) return say('notice_use_any', { purpose: what });
  return say('notice_use', {
    purpose: what,
    channels: listIn(
      speech,
      channels.map((one) => say(`channel_${one}`)),
    ),
  });
}

function dataLines({ data }: NoticeFacts, speech: Speech): readonly string[] {
  const named = (necessity: 'required' | 'optional'): string =>
    listIn(
      speech,
      data.filter((one) => one.necessity === necessity).map(({ category }) => speech.say(`category_${category}`)),
    );
  const specific = data.filter(({ sensitivity }) => sensitivity === 'specific');
  return [
    ...(data.some(({ necessity }) => necessity === 'required')
      ? [speech.say('notice_data_required', { data: named('required') })]
      : []),
    ...(data.some(({ necessity }) => necessity === 'optional')
      ? [speech.say('notice_data_optional', { data: named('optional') })]
      : []),
    ...(specific.length > 0
      ? [
          speech.say('notice_data_specific', {
            data: listIn(
              speech,
              specific.map(({ category }) => speech.say(`category_${category}`)),
            ),
          }),
        ]
      : []),
  ];
}

function detailLines({ sources, shared, storage }: NoticeFacts, speech: Speech): readonly string[] {
  const { say } = speech;
  const places = storage.locations.map((place) =>
    place === 'device' || place === 'encrypted_sync' ? say(`location_${place}`) : countryIn(speech, place),
  );
  return [
    sources.length > 0
      ? say('notice_source', {
          sources: listIn(
            speech,
            sources.map((source) => say(`source_${source}`)),
          ),
        })
      : say('notice_source_self'),
    shared.length > 0
      ? say('notice_shared', {
          parties: listIn(
            speech,
            shared.map(({ name, role }) => `${name} (${say(`party_${role}`)})`),
          ),
        })
      : say('notice_shared_none'),
    say('notice_place', { places: listIn(speech, places) }),
  ];
}

export const withdrawLines = (ways: readonly Withdrawal[], { say }: Speech): readonly string[] =>
  ways.map(({ method, address }) => say(`withdraw_${method}`, { address }));

export const countryIn = ({ language }: Pick<Speech, 'language'>, code: string): string => {
  try {
    return new Intl.DisplayNames(language === 'id' ? 'id-ID' : 'en-GB', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};
