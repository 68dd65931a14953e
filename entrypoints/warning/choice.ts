import type { Choice } from '@/lib/bus/messages.ts';
import { type Finding, holds } from '@/lib/domain/verdict.ts';
import { verdictOf, type WarningState } from './state.ts';

/** What goes into the activity log: rules, people by id, reason. No words of the message. */
export function choiceOf(state: WarningState, kind: Choice['kind'] | 'unread'): Choice {
  // Sent without waiting for its files: the user's own word against the check of them.
  if (kind === 'unread') return { kind: 'override', rules: ['file-not-checked'], tier: 'T1', people: [] };
  const verdict = verdictOf(state);
  const holding = verdict?.findings.filter((finding) => holds(finding.tier)) ?? [];
  const said = holding.length > 0 ? holding : (verdict?.findings ?? []);
  const about = kind === 'fixed' ? state.settled : kind === 'not-useful' ? said : holding;
  const { reason, note } = state;
  const withNote = reason === 'other' || reason === 'consent_elsewhere';
  return {
    kind,
    rules: unique(about.map((finding) => finding.rule)),
    ...(kind === 'override' && state.settled.length > 0 && { mended: unique(state.settled.map(({ rule }) => rule)) }),
    tier: kind === 'fixed' ? worstOf(about) : (verdict?.tier ?? 'T0'),
    people: unique(about.flatMap((finding) => finding.subjects.flatMap((subject) => subject.personId ?? []))),
    ...(kind === 'override' && reason !== undefined && { reason }),
    ...(kind === 'override' && withNote && note.trim() !== '' && { note: note.trim() }),
  };
}

/** Said of one finding alone. */
export const faultOf = ({ rule, tier, subjects }: Finding, kind: 'not-useful' | 'wrong'): Choice => ({
  kind,
  rules: [rule],
  tier,
  people: unique(subjects.flatMap(({ personId }) => personId ?? [])),
});

const worstOf = (findings: readonly Finding[]): Choice['tier'] =>
  findings
    .map((finding) => finding.tier)
    .sort()
    .at(-1) ?? 'T0';
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
