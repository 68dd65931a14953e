import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { type NoticeDraft, NoticePage } from '@/components/ledger/notice-page.tsx';
import type { NoticeTexts } from '@/components/ledger/notice-versions.tsx';
import type { OfficeView } from '@/components/ledger/office-form.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { CONSENT_LIFE, DATA_LIFE, languageOf } from '@/lib/domain/consent-defaults.ts';
import { noticeInForce, noticeOf } from '@/lib/domain/consent-notice.ts';
import type { Party } from '@/lib/domain/consent-party.ts';
import { newId } from '@/lib/domain/new-op.ts';
import { publishNotice, toldChanges, toTell } from '@/lib/domain/notice-version.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note, writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { readNotice, textsOf } from './notice-reading.ts';
import { goTo } from './route.ts';
import { useCounting } from './use-counting.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
}

/** `#/settings/notice`. */
export function NoticeRoom({ ledger, policy }: Props) {
  const [turn, setTurn] = useState(0);
  const { controller, records, notices = [] } = policy;
  const settled = JSON.stringify([turn, controller, records, policy.lawPacks, policy.parties, notices.length]);
  const counted = useCounting((signal, told) => readNotice(ledger, policy, signal, told), settled);
  const set = async (change: Partial<Policy>): Promise<Phrase | undefined> => {
    const written = await ledger.setPolicy(PERSONAL_SPACE, change, SELF);
    if (!written.ok) return phraseOf(written.error);
    await note(ledger, { kind: 'settings' });
    return undefined;
  };
  const publish = async (texts: NoticeTexts): Promise<Phrase | undefined> => {
    const { notice, fresh } = await publishNotice(notices, texts, new Date().toISOString(), controller?.url);
    return fresh ? set({ notices: [...notices, notice] }) : undefined;
  };
  const told = async (people: readonly string[]): Promise<Phrase | undefined> => {
    try {
      return await markTold(ledger, policy, people);
    } finally {
      setTurn(turn + 1);
    }
  };
  if (counted.kind === 'failed') return <Notice tone="bata">{writePhrase(counted.why)}</Notice>;
  if (counted.kind === 'busy')
    return (
      <div className="page">
        <h1>{t('office_room')}</h1>
        <Progress label={t('overview_reading')} {...counted} onCancel={() => goTo('settings')} />
      </div>
    );
  const { facts, reach } = counted.value;
  return (
    <NoticePage
      office={officeOf(policy)}
      draft={facts.ok ? draftOf(textsOf(facts.value), policy) : { kind: 'gaps', gaps: facts.error }}
      versions={notices.toReversed().map(({ version, since, texts: { id, en } }) => ({
        version,
        since,
        texts: { id: id.text, en: en.text },
        marks: { id: id.sha256, en: en.sha256 },
      }))}
      {...(reach ? { reach } : {})}
      onOffice={(office) => set(settingsOf(office, policy))}
      onPublish={publish}
      onTold={told}
    />
  );
}

function draftOf(texts: NoticeTexts, { notices }: Policy): NoticeDraft {
  const now = noticeInForce(notices);
  return { kind: 'ready', texts, changed: now?.texts.id.text !== texts.id || now.texts.en.text !== texts.en };
}

const officeOf = ({ controller, records }: Policy): OfficeView => ({
  ...controller,
  name: controller?.name ?? '',
  consentLife: records?.consent_life ?? CONSENT_LIFE,
  dataLife: records?.storage?.retention ?? DATA_LIFE,
});

/** An empty field is one that is not said. */
function settingsOf({ consentLife, dataLife, ...said }: OfficeView, { controller, records }: Policy): Partial<Policy> {
  const filled = Object.entries(said).map(([field, value]) => [field, value?.trim()] as const);
  const known: Partial<Party> = Object.fromEntries(filled.filter(([, value]) => value));
  const { agreement_date } = controller ?? {};
  return {
    controller: {
      ...known,
      ...(agreement_date === undefined ? {} : { agreement_date }),
      name: said.name.trim(),
      party_id: controller?.party_id ?? newId(),
      role: 'controller',
    },
    records: {
      ...records,
      consent_life: consentLife,
      storage: { locations: ['device'], ...records?.storage, retention: dataLife },
    },
  };
}

/** Each person's records keep the version, in the language in which that person is written to. */
async function markTold(ledger: Ledger, policy: Policy, people: readonly string[]): Promise<Phrase | undefined> {
  const notice = noticeInForce(policy.notices);
  if (!notice) return undefined;
  const at = new Date().toISOString();
  for (const state of await ledger.persons(PERSONAL_SPACE, people)) {
    const [open] = toTell([state], notice.version);
    const shown = noticeOf(notice, languageOf(state.person), at);
    const changes = toldChanges(state, open?.records ?? [], shown);
    const refused = await writer(ledger, PERSONAL_SPACE, 'person', state.person.id)(changes);
    if (refused) return refused;
  }
  return undefined;
}
