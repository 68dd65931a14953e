import { useState } from 'react';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '@/lib/domain/consent-notice.ts';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Select } from '../kit/select.tsx';

export type NoticeTexts = Readonly<Record<NoticeLanguage, string>>;

export interface NoticeVersionView {
  readonly version: string;
  readonly since: string;
  readonly texts: NoticeTexts;
  /** Hex SHA-256 of each text. */
  readonly marks: NoticeTexts;
}

export function Texts({ texts }: { readonly texts: NoticeTexts }) {
  const [language, setLanguage] = useState<NoticeLanguage>('id');
  return (
    <>
      <Select
        label={t('kit_language')}
        value={language}
        onChange={setLanguage}
        options={NOTICE_LANGUAGES.map((value) => ({ value, label: t(`receipt_in_${value}`) }))}
      />
      <article className="notice-text" lang={language}>
        {texts[language].split('\n\n').map((part, at) =>
          at === 0 ? (
            <h3 key={part}>{part}</h3>
          ) : (
            <p key={part} dir="auto">
              {part}
            </p>
          ),
        )}
      </article>
    </>
  );
}

export function Versions({ versions }: { readonly versions: readonly NoticeVersionView[] }) {
  return (
    <section className="block" aria-labelledby="versions-head">
      <h2 id="versions-head">{t('office_versions')}</h2>
      {versions.map(({ version, since, texts, marks }) => (
        <Disclosure key={version} summary={t('office_version', { version, since: writeInstant(since, 'short') })}>
          <Texts texts={texts} />
          <p className="soft small">
            {NOTICE_LANGUAGES.map((one) => (
              <code key={one} className="notice-mark">{`${one} SHA-256 ${marks[one]}`}</code>
            ))}
          </p>
        </Disclosure>
      ))}
    </section>
  );
}
