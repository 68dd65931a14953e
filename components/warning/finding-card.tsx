import { CircleAlert, Info } from 'lucide-react';
import { useId, useRef } from 'react';
import type { Draft } from '@/lib/domain/draft.ts';
import { type Finding, holds } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Hidden } from '../kit/hidden.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Seal } from '../kit/seal.tsx';
import { useInSight } from '../kit/use-in-sight.ts';
import { ByHand } from './by-hand.tsx';
import { Faults } from './faults.tsx';
import { Fixes } from './fixes.tsx';
import { Law } from './law.tsx';
import { People } from './people.tsx';
import { Quote } from './quote.tsx';
import { keyOf } from './shown.ts';
import { UnfoldedFix } from './unfolded-fix.tsx';
import type { WarningActs, WarningView } from './view.ts';

interface Props {
  readonly finding: Finding;
  readonly view: WarningView;
  readonly acts: WarningActs;
}

/** One sentence says what, a line each says how we know, then the fixes. */
export function FindingCard({ finding, view, acts }: Props) {
  const title = useId();
  const mine = keyOf(finding);
  const open = view.unfolded?.kind === 'fix' && keyOf(view.unfolded.finding) === mine ? view.unfolded : undefined;
  const card = useRef<HTMLElement>(null);
  useInSight(card, ':scope > :last-child', open?.fix.kind);
  const byHand = view.byHand.find((attempt) => keyOf(attempt.finding) === mine);
  return (
    <article ref={card} className="finding" aria-labelledby={title}>
      <h2 id={title}>
        <Mark finding={finding} />
        <span dir="auto">{writePhrase(finding.title)}</span>
      </h2>
      {finding.evidence.map((line) => (
        <p key={`${line.key} ${JSON.stringify(line.params)}`} className="evidence" dir="auto">
          {writePhrase(line)}
        </p>
      ))}
      <MovedLine finding={finding} />
      {(finding.subjects.length > 1 || finding.law.length > 0) && (
        <div className="more">
          <People subjects={finding.subjects} />
          <Law refs={finding.law} half={view.half} />
        </div>
      )}
      <Places finding={finding} draft={view.draft} />
      <Fixes finding={finding} onFix={acts.fix} canGoTo={view.canGoTo} disabled={view.busy} open={open?.fix} />
      <Faults finding={finding} faulted={view.faulted} onFault={acts.fault} />
      {byHand && <ByHand attempt={byHand} />}
      {open && <UnfoldedFix attempt={open} view={view} acts={acts} />}
    </article>
  );
}

function Mark({ finding }: { readonly finding: Finding }) {
  if (holds(finding.tier))
    return (
      <>
        <Seal state="held" size={18} silent />
        <Hidden>{t('seal_held')}: </Hidden>
      </>
    );
  const Icon = finding.tier === 'T1' ? CircleAlert : Info;
  return (
    <>
      <Icon className={`mark-${finding.tier}`} size={18} strokeWidth={1.75} aria-hidden />
      <Hidden>{t(`tier_${finding.tier}`)}: </Hidden>
    </>
  );
}

/** Why it is louder or quieter than its rule gives it; of a role and a reply nothing need be said. */
function MovedLine({ finding: { moved } }: { readonly finding: Finding }) {
  if (!moved || moved.by === 'role' || moved.by === 'reply') return null;
  return (
    <p className="evidence small">
      {writePhrase({ key: `warning_moved_${moved.by}`, params: { tier_word: `tier_${moved.instead ?? moved.from}` } })}
    </p>
  );
}

const QUOTED = 3;

function Places({ finding, draft }: { readonly finding: Finding; readonly draft: Draft }) {
  const places = finding.places.slice(0, QUOTED);
  const more = finding.places.length - places.length;
  return (
    <>
      {places.map((place) => (
        <Quote key={`${place.zone} ${place.start}`} draft={draft} place={place} />
      ))}
      {more > 0 && <p className="evidence">{t('warning_more_places', { count: more })}</p>}
    </>
  );
}
