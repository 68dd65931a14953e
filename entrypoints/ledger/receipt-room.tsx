import { Braces } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/kit/button.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { Select } from '@/components/kit/select.tsx';
import { capital, listed } from '@/components/kit/sentence.ts';
import { ReceiptPage } from '@/components/ledger/receipt-page.tsx';
import type { ConsentRecord } from '@/lib/domain/consent.ts';
import { recordDefaults } from '@/lib/domain/consent-defaults.ts';
import type { NoticeLanguage } from '@/lib/domain/consent-notice.ts';
import { receiptText } from '@/lib/domain/consent-receipt.ts';
import { wholeRecord } from '@/lib/domain/consent-whole.ts';
import type { PersonState, SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { zoneIn } from '@/lib/domain/zone.ts';
import { toText } from '@/lib/exchange/receipt/document.ts';
import { personDocument } from '@/lib/exchange/receipt/person.ts';
import { readableReceipt } from '@/lib/exchange/receipt/readable.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { currentLanguage, t, wordsIn } from '@/lib/platform/words.ts';
import { download } from './download.ts';
import { peopleAt } from './people-path.ts';
import { anywhere } from './person-anywhere.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id: string;
  readonly space?: SpaceId;
}

/** `#/people/ID/receipt`: what a person agreed to, on a sheet that they can keep, and as data. */
export function ReceiptRoom({ ledger, policy, id, space }: Props) {
  const seen = useLive(ledger, () => anywhere(ledger, id, space), [id, space]);
  const [chosen, setChosen] = useState<string>();
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  const state = seen.value;
  if (state === undefined) return <EmptyState sentence={t('people_gone')} />;
  // One sheet at a time: what is printed is one page.
  const record = state.records.find(({ record_id }) => record_id === chosen) ?? state.records[0];
  const asData = (): void => {
    const document = personDocument(state, recordDefaults(policy, state), new Date().toISOString());
    download('izin-receipt.jsonld', toText(document), 'application/ld+json');
  };
  return (
    <div className="page">
      <p>
        <a href={`#/${peopleAt(space, id)}`}>{t('receipt_back', { name: state.person.name })}</a>
      </p>
      <h1>{t('receipt_head')}</h1>
      {!record && <EmptyState sentence={t('receipt_none')} />}
      {state.records.length > 1 && (
        <Select
          label={t('receipt_which')}
          value={record?.record_id ?? ''}
          onChange={setChosen}
          options={state.records.map((each) => ({ value: each.record_id, label: capital(purposesOf(each)) }))}
        />
      )}
      {record && (
        <>
          <Sheet key={record.record_id} record={record} state={state} policy={policy} />
          <p className="receipt-tools">
            <Button icon={Braces} onClick={asData}>
              {t('receipt_data_file')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

const purposesOf = ({ processes }: ConsentRecord): string =>
  listed([...new Set(processes.map(({ purpose }) => t(`purpose_${purpose}`)))]);

interface SheetProps {
  readonly record: ConsentRecord;
  readonly state: PersonState;
  readonly policy: Policy;
}

function Sheet({ record, state, policy }: SheetProps) {
  const { person } = state;
  const [language, setLanguage] = useState<NoticeLanguage>(() => languageOf(person.language));
  const [copied, setCopied] = useState(false);
  const zone = person.timezone === undefined ? undefined : zoneIn(person.timezone);
  const wish = {
    person,
    whole: wholeRecord(record, recordDefaults(policy, state)),
    at: new Date().toISOString(),
    ...(policy.parties && { parties: policy.parties }),
    ...(zone && { zone }),
  };
  const receipt = readableReceipt(wish, { language, say: (key, params) => wordsIn(language, key, params) });
  return (
    <ReceiptPage
      receipt={receipt}
      onLanguage={setLanguage}
      onPrint={() => window.print()}
      onCopy={() => void navigator.clipboard.writeText(receiptText(receipt)).then(() => setCopied(true))}
      copied={copied}
    />
  );
}

/** The person's own, where we write it; else the one that is shown. */
const languageOf = (tag: string | undefined): NoticeLanguage =>
  tag?.startsWith('id') ? 'id' : tag?.startsWith('en') ? 'en' : currentLanguage();
