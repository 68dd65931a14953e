import { t } from '@/lib/platform/words.ts';
import { AddPerson } from './add-person.tsx';
import { BindChat } from './bind-chat.tsx';
import { Capture } from './capture.tsx';
import { ChoosePerson } from './choose-person.tsx';
import { FileParts } from './file-parts.tsx';
import type { Attempt, WarningActs, WarningView } from './view.ts';

/** What a fix unfolds in place: a small form, or one sentence on how it is done. */
export function UnfoldedFix({
  attempt,
  view,
  acts,
}: {
  readonly attempt: Attempt;
  readonly view: WarningView;
  readonly acts: WarningActs;
}) {
  const { finding, fix } = attempt;
  switch (fix.kind) {
    case 'add-person':
      return <AddPerson subjects={finding.subjects} channel={view.draft.channel} onRecord={acts.record} />;
    case 'bind-chat':
      return (
        <BindChat subjects={finding.subjects} channel={view.draft.channel} find={acts.find} onRecord={acts.record} />
      );
    case 'choose-person':
      return <ChoosePerson subjects={finding.subjects} onChoose={acts.choose} />;
    case 'show-members':
      return <p className="guide">{t('warning_guide_members')}</p>;
    case 'record-consent':
      return <Capture subjects={finding.subjects} view={view} onRecord={acts.record} />;
    case 'record-agreement':
      return <Capture subjects={finding.subjects} view={view} releaseId={fix.releaseId} onRecord={acts.record} />;
    case 'show-parts':
      return <FileParts attempt={attempt} draft={view.draft} />;
    case 'open-file':
      return <p className="guide">{t('warning_guide_open_file')}</p>;
    case 'send-one-by-one':
      return <p className="guide">{t('warning_guide_one_by_one')}</p>;
    case 'ask-consent':
      return <p className="guide">{t('warning_guide_ask_consent')}</p>;
    case 'ask-to-agree':
      return <p className="guide">{t('warning_guide_ask_to_agree')}</p>;
    case 'change-purpose':
      return <p className="guide">{t('warning_guide_purpose')}</p>;
    case 'send-later':
      return <p className="guide">{t('warning_guide_later')}</p>;
    case 'show-opt-out':
      return <p className="guide">{t('warning_guide_opt_out')}</p>;
    case 'report':
      return (
        <p className="guide">
          {t('warning_guide_report', { surface: view.draft.surface, parts: view.draft.unreadable.join(', ') || '–' })}
        </p>
      );
    default:
      return null;
  }
}
