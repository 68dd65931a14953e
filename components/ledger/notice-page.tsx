import { useState } from 'react';
import type { NoticeGap } from '@/lib/domain/notice.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { type NoticeReach, Reach } from './notice-reach.tsx';
import { type NoticeTexts, type NoticeVersionView, Texts, Versions } from './notice-versions.tsx';
import { OfficeForm, type OfficeView } from './office-form.tsx';
import './notice.css';
import { Wrong } from '../kit/wrong.tsx';

/** What the notice would say now, or what has to be settled first. */
export type NoticeDraft =
  | { readonly kind: 'gaps'; readonly gaps: readonly NoticeGap[] }
  | { readonly kind: 'ready'; readonly texts: NoticeTexts; readonly changed: boolean };

interface Props {
  readonly office: OfficeView;
  readonly draft: NoticeDraft;
  /** Newest first. */
  readonly versions: readonly NoticeVersionView[];
  readonly reach?: NoticeReach;
  readonly onOffice: (office: OfficeView) => Promise<Phrase | undefined>;
  readonly onPublish: (texts: NoticeTexts) => Promise<Phrase | undefined>;
  readonly onTold: (people: readonly string[]) => Promise<Phrase | undefined>;
}

/** Who answers for the data, what people are told of it, in which version, and whom it has not reached. */
export function NoticePage({ office, draft, versions, reach, onOffice, onPublish, onTold }: Props) {
  return (
    <div className="page">
      <p>
        <a href="#/settings">{t('room_settings')}</a>
      </p>
      <h1>{t('office_room')}</h1>
      <OfficeForm office={office} onSave={onOffice} />
      <section className="block form" aria-labelledby="notice-head">
        <h2 id="notice-head">{t('office_notice')}</h2>
        <p className="soft">{t('office_notice_what')}</p>
        {draft.kind === 'gaps' ? (
          <Notice tone="kunyit">
            <p>{t('office_gaps')}</p>
            <ul className="said-list">
              {draft.gaps.map((gap) => (
                <li key={gap}>{t(`notice_gap_${gap}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Wording draft={draft} next={versions.length + 1} onPublish={onPublish} />
        )}
      </section>
      {versions.length > 0 && <Versions versions={versions} />}
      {reach && versions[0] && <Reach reach={reach} version={versions[0].version} onTold={onTold} />}
    </div>
  );
}

interface WordingProps {
  readonly draft: Extract<NoticeDraft, { kind: 'ready' }>;
  readonly next: number;
  readonly onPublish: Props['onPublish'];
}

function Wording({ draft, next, onPublish }: WordingProps) {
  const [wrong, setWrong] = useState<Phrase>();
  return (
    <>
      <Texts texts={draft.texts} />
      <Wrong phrase={wrong} />
      {draft.changed ? (
        <p className="actions">
          <Button look="safe" onClick={() => void onPublish(draft.texts).then(setWrong)}>
            {t('office_publish', { version: String(next) })}
          </Button>
          <span className="soft small">{t('office_publish_what')}</span>
        </p>
      ) : (
        <Notice tone="daun">{t('office_in_force', { version: String(next - 1) })}</Notice>
      )}
    </>
  );
}
