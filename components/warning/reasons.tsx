import { useEffect, useRef } from 'react';
import { OVERRIDE_REASONS } from '@/lib/domain/enums.ts';
import { holds } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Choices } from '../kit/choices.tsx';
import { TextField } from '../kit/field.tsx';
import { useInSight } from '../kit/use-in-sight.ts';
import { Capture } from './capture.tsx';
import type { WarningActs, WarningView } from './view.ts';

/** A question that the user can answer, in place. What is answered stands in the activity log. */
export function Reasons({ view, acts }: { readonly view: WarningView; readonly acts: WarningActs }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.querySelector('input')?.focus(), []);
  useInSight(section, '.choice > :nth-child(2)', view.reason);
  const holding = view.findings.filter((finding) => holds(finding.tier));
  const subjects = holding.flatMap((finding) => finding.subjects);
  const release = holding.flatMap((finding) => finding.fixes).find((fix) => fix.kind === 'record-agreement')?.releaseId;
  const distinct = subjects.filter((one, at) => subjects.findIndex((other) => other.address === one.address) === at);
  const canCapture = distinct.some((subject) => subject.personId !== undefined);
  const note = (
    <TextField
      label={t('warning_note')}
      hint={t('warning_note_hint')}
      value={view.note}
      autoFocus
      onChange={(event) => acts.note(event.target.value)}
    />
  );
  return (
    <section ref={section} className="reasons">
      <Choices
        legend={t('warning_why')}
        value={view.reason}
        onChange={acts.reason}
        choices={OVERRIDE_REASONS.map((value) => ({ value, label: t(`reason_${value}`) }))}
        below={(reason) =>
          reason === 'consent_elsewhere' && canCapture ? (
            <Capture subjects={distinct} view={view} releaseId={release} onRecord={acts.record} />
          ) : reason === 'other' || reason === 'consent_elsewhere' ? (
            note
          ) : null
        }
      />
      {!view.reasonStands && <p className="soft small">{t('warning_reason_missing')}</p>}
    </section>
  );
}
