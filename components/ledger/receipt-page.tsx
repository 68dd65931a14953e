import { Copy, Printer } from 'lucide-react';
import { useId } from 'react';
import type { NoticeLanguage } from '@/lib/domain/consent-notice.ts';
import type { ReadableReceipt, ReceiptRow } from '@/lib/domain/consent-receipt.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/select.tsx';

interface Props {
  readonly receipt: ReadableReceipt;
  /** The receipt is written in the person's language; another may be asked for. */
  readonly onLanguage: (language: NoticeLanguage) => void;
  readonly onPrint: () => void;
  /** As plain text, for a message. */
  readonly onCopy: () => void;
  readonly copied?: boolean;
}

/** One sheet that a person can keep. What is printed is the sheet alone (`receipt.css`). */
export function ReceiptPage({ receipt, onLanguage, onPrint, onCopy, copied }: Props) {
  const title = useId();
  return (
    <div className="receipt-page">
      <div className="receipt-tools actions">
        <Button look="safe" icon={Printer} onClick={onPrint}>
          {t('receipt_print')}
        </Button>
        <Button icon={Copy} onClick={onCopy}>
          {t('receipt_copy')}
        </Button>
        <Select
          label={t('receipt_language')}
          value={receipt.language}
          onChange={onLanguage}
          options={[
            { value: 'id', label: t('receipt_in_id') },
            { value: 'en', label: t('receipt_in_en') },
          ]}
        />
        <span role="status" className="soft small">
          {copied ? t('receipt_copied') : ''}
        </span>
      </div>
      <article className="receipt" lang={receipt.language} aria-labelledby={title}>
        <h2 id={title}>{receipt.title}</h2>
        <p>{receipt.lead}</p>
        {receipt.sections.map(({ id, head, rows }) => (
          <section key={id} aria-labelledby={`${title}-${id}`}>
            <h3 id={`${title}-${id}`}>{head}</h3>
            <Rows rows={rows} />
          </section>
        ))}
        <p className="receipt-foot">{receipt.foot}</p>
      </article>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly ReceiptRow[] }) {
  const [sentences, labelled] = [
    rows.filter(({ label }) => label === undefined),
    rows.filter(({ label }) => label !== undefined),
  ];
  return (
    <>
      {sentences.map(({ values }) => values.map((value) => <p key={value}>{value}</p>))}
      {labelled.length > 0 && (
        <dl>
          {labelled.map(({ label, values }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two things may have been said on one day, in an order that stays
            <div key={`${label}-${at}`} className="receipt-row">
              <dt>{label}</dt>
              {values.map((value) => (
                <dd key={value} dir="auto">
                  {value}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
