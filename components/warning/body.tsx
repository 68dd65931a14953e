import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { holds } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Hidden } from '../kit/hidden.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { FilesRead } from './files-read.tsx';
import { FindingCard } from './finding-card.tsx';
import { Reasons } from './reasons.tsx';
import { keyOf, split } from './shown.ts';
import type { WarningActs, WarningView } from './view.ts';

interface Props {
  readonly view: WarningView;
  readonly acts: WarningActs;
}

export function Body({ view, acts }: Props) {
  return (
    <div className="warning-body">
      <div className="warning-list">
        {view.covered && (
          <Notice tone="kunyit" live>
            {t('warning_covered')}
          </Notice>
        )}
        <Settled view={view} />
        <Said view={view} acts={acts} />
      </div>
    </div>
  );
}

function Said({ view, acts }: Props): ReactNode {
  if (view.stage === 'unreachable') return <p>{t('warning_unreachable')}</p>;
  if (view.stage === 'reading') return <FilesRead draft={view.draft} />;
  if (view.stage === 'asking' || view.stage === 'waiting' || view.stage === 'released') return null;
  return <Findings view={view} acts={acts} />;
}

function Findings({ view, acts }: Props) {
  const { shown, folded } = split(view.findings);
  const held = folded.some((finding) => holds(finding.tier));
  return (
    <>
      {view.stage === 'clear' && <p>{t('warning_clear')}</p>}
      {view.stage === 'looking' && view.findings.length === 0 && <p>{t('warning_nothing')}</p>}
      {shown.map((finding) => (
        <FindingCard key={keyOf(finding)} finding={finding} view={view} acts={acts} />
      ))}
      {folded.length > 0 && (
        <Disclosure summary={t(held ? 'warning_more' : 'warning_smaller', { count: folded.length })}>
          {folded.map((finding) => (
            <FindingCard key={keyOf(finding)} finding={finding} view={view} acts={acts} />
          ))}
        </Disclosure>
      )}
      {!view.complete && <Notice tone="kunyit">{incomplete(view)}</Notice>}
      {view.stage === 'holding' && view.wayOn === 'none' && <p className="soft">{t('warning_blocked')}</p>}
      {view.stage === 'holding' && view.unfolded?.kind === 'reasons' && <Reasons view={view} acts={acts} />}
    </>
  );
}

function incomplete({ draft }: WarningView): string {
  // Which content it is, a note of its own says.
  const { content } = draft;
  const parts = draft.unreadable.map((part) =>
    t(part === 'content' && content ? `warning_content_${content}` : `warning_part_${part}`),
  );
  return parts.length > 0 ? t('warning_unread_parts', { parts: parts.join(', ') }) : t('warning_incomplete');
}

/** What held and holds no more: one ticked line each. */
function Settled({ view }: { readonly view: WarningView }) {
  if (view.settled.length === 0) return null;
  return (
    <ul className="settled" aria-label={t('warning_settled_list')}>
      {view.settled.map((finding) => (
        <li key={keyOf(finding)}>
          <Check size={18} strokeWidth={1.75} aria-hidden />
          <span dir="auto">
            <Hidden>{t('warning_settled')}: </Hidden>
            <s>{writePhrase(finding.title)}</s>
          </span>
        </li>
      ))}
    </ul>
  );
}
