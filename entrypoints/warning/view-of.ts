import type { LawWords } from '@/components/warning/law.tsx';
import type { WarningView } from '@/components/warning/view.ts';
import { PURPOSES } from '@/lib/domain/enums.ts';
import type { LawRef } from '@/lib/domain/verdict.ts';
import { rowOf } from '@/lib/law/articles.ts';
import { isWord, words } from '@/lib/platform/words.ts';
import { draftOf, reasonStands, stageOf, verdictOf, type WarningState, wayOn } from './state.ts';

/** What the components show of a state; undefined before the guard has spoken. */
export function viewOf(state: WarningState): WarningView | undefined {
  const draft = draftOf(state);
  if (!state.held || !draft) return undefined;
  const verdict = verdictOf(state);
  return {
    stage: stageOf(state),
    draft,
    // Before it is judged, the policy's default is not known here.
    purpose: state.purpose ?? PURPOSES.find((purpose) => purpose === verdict?.purpose) ?? 'pr_media',
    findings: verdict?.findings ?? [],
    complete: verdict?.complete ?? true,
    busy: state.busy !== undefined || (state.check.kind === 'known' && !state.check.fresh),
    settled: state.settled,
    byHand: state.byHand,
    faulted: state.faulted,
    unfolded: state.unfolded,
    wayOn: wayOn(state),
    reason: state.reason,
    note: state.note,
    recorded: state.recorded,
    reasonStands: reasonStands(state),
    notUseful: state.notUseful,
    covered: state.covered,
    canGoTo: state.held.can.goTo,
    half,
  };
}

function half(ref: LawRef): LawWords {
  const row = rowOf(ref);
  if (row === undefined || !isWord(row.key)) return { says: '' };
  return { says: words(row.key), ...('source' in row ? { source: row.source, read: row.read } : {}) };
}
