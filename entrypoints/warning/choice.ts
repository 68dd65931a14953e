import type { Choice } from '@/lib/bus/messages.ts';
import { type Finding, holds } from '@/lib/domain/verdict.ts';
import { verdictOf, type WarningState } from './state.ts';

/** What goes into the activity log: rules, people by id, reason. No words of the message. */
export function choiceOf(state: WarningState, kind: Choice['kind']): Choice {
  const verdict = verdictOf(state);
  const holding = verdict?.findings.filter((finding) => holds(finding.tier)) ?? [];
  const about = kind === 'fixed' ? state.settled : holding;
  const { reason, note } = state;
  const withNote = reason === 'other' || reason === 'consent_elsewhere';
  return {
    kind,
    rules: unique(about.map((finding) => finding.rule)),
    tier: kind === 'fixed' ? worstOf(about) : (verdict?.tier ?? 'T0'),
    people: unique(about.flatMap((finding) => finding.subjects.flatMap((subject) => subject.personId ?? []))),
    ...(kind === 'override' && reason !== undefined && { reason }),
    ...(kind === 'override' && withNote && note.trim() !== '' && { note: note.trim() }),
  };
}

const worstOf = (findings: readonly Finding[]): Choice['tier'] =>
  findings
    .map((finding) => finding.tier)
    .sort()
    .at(-1) ?? 'T0';
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
