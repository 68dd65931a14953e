import { type FormEvent, useState } from 'react';
import { METHODS, type Method } from '@/lib/domain/enums.ts';
import type { Subject } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { EVIDENCE_OF } from '../kit/evidence.ts';
import { TextArea } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import type { RecordForm, WarningView } from './view.ts';

/** As long as the stored excerpt may be. */
const EXCERPT_MAX = 280;

interface Props {
  readonly subjects: readonly Subject[];
  readonly view: WarningView;
  /** An agreement to this release's embargo, instead of consent. */
  readonly releaseId?: string;
  readonly onRecord: (form: RecordForm) => Promise<boolean>;
}

/** Evidence, caught in place: by whom, how, and the person's own words. */
export function Capture({ subjects, view, releaseId, onRecord }: Props) {
  const known = subjects.flatMap(({ personId, name, address }) =>
    personId ? [{ personId, name: name ?? address }] : [],
  );
  const [personId, setPersonId] = useState(known[0]?.personId ?? '');
  const [method, setMethod] = useState<Method>(view.draft.channel === 'email' ? 'email_reply' : 'chat_reply');
  const [excerpt, setExcerpt] = useState('');
  const [problem, setProblem] = useState<string>();
  if (known.length === 0) return <p className="guide">{t('warning_add_first')}</p>;

  const form = (): RecordForm => {
    const { purpose, draft } = view;
    const words = excerpt.trim();
    return releaseId === undefined
      ? {
          kind: 'consent',
          personId,
          purpose,
          channel: draft.channel,
          method,
          evidence: EVIDENCE_OF[method],
          excerpt: words,
        }
      : { kind: 'agreement', releaseId, personId, excerpt: words };
  };
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (excerpt.trim() === '') return setProblem(t('kit_required'));
    setProblem((await onRecord(form())) ? undefined : t('warning_not_recorded'));
  }
  return (
    <form className="form" onSubmit={(event) => void save(event)}>
      {known.length > 1 && (
        <Select
          label={t('warning_who_is_it')}
          value={personId}
          options={known.map((each) => ({ value: each.personId, label: each.name }))}
          onChange={setPersonId}
        />
      )}
      {releaseId === undefined && (
        <Select
          label={t('warning_how')}
          value={method}
          options={METHODS.map((value) => ({ value, label: capital(t(`method_${value}`)) }))}
          onChange={setMethod}
        />
      )}
      <TextArea
        label={t(releaseId === undefined ? 'warning_excerpt' : 'warning_excerpt_agreement')}
        hint={t('warning_excerpt_hint')}
        value={excerpt}
        maxLength={EXCERPT_MAX}
        autoFocus
        onChange={(event) => setExcerpt(event.target.value)}
        error={problem}
      />
      <Button type="submit">{t('warning_record')}</Button>
      {view.recorded && (
        <Notice tone="daun" live>
          {t('warning_recorded')}
        </Notice>
      )}
    </form>
  );
}
