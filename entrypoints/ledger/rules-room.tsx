import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { RulesPage } from '@/components/ledger/rules.tsx';
import type { TrialView } from '@/components/ledger/rules-trial.tsx';
import { addMonths, isBefore } from '@/lib/domain/instant.ts';
import { monthOf, monthsFrom } from '@/lib/domain/month.ts';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { BUDGET, nextVersion, stageOf, trialTurns } from '@/lib/domain/rule-policy.ts';
import { ruleView } from '@/lib/domain/rule-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { LoggedEntry } from '@/lib/ledger/activity.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { policyOver } from '@/lib/ledger/rules-for.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { spacesBeside } from '@/lib/ledger/spaces-for.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { note } from '@/lib/ledger/writing.ts';
import { RULES } from '@/lib/rules/registry.ts';

/** `#/settings/rules`. */
export function RulesRoom({ ledger }: { readonly ledger: Ledger }) {
  const [wrong, setWrong] = useState<Phrase>();
  const seen = useLive(ledger, () => read(ledger), []);
  if (!seen) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  const { own, inForce, book, now, spared } = seen.value;
  const settle = async (change: Parameters<typeof nextVersion>[1]): Promise<void> => {
    const rules = nextVersion(own.rules, change, new Date().toISOString());
    // Tiers of the time before versions are taken over into the first one.
    const written = await ledger.setPolicy(PERSONAL_SPACE, { rules, ...(change.tiers && { tiers: {} }) }, SELF);
    setWrong(written.ok ? undefined : phraseOf(written.error));
    if (written.ok) await note(ledger, { kind: 'settings' });
  };
  const putBack = async (id: string): Promise<void> => {
    const written = await ledger.noteRules([{ kind: 'put-back', id }]);
    setWrong(written.ok ? undefined : phraseOf(written.error));
    if (written.ok) await note(ledger, { kind: 'put-back', rules: [id] });
  };
  const months = monthsFrom(monthOf(addMonths(`${monthOf(now)}-01T00:00:00.000Z`, -11)), 12);
  const rules = RULES.map((rule) => ruleView(rule, inForce, book, months)).toSorted(
    (a, b) => b.counts.shown - a.counts.shown,
  );
  const trial = trialOf(inForce, own, now, spared);
  const { budget } = inForce.rules ?? {};
  return (
    <RulesPage
      rules={rules}
      {...(trial && { trial })}
      budget={{ ...(budget && { budget }), team: budget !== undefined && own.rules?.budget === undefined }}
      {...(wrong && { wrong })}
      onTier={(rule, tier) => {
        const { [rule]: _, ...others } = { ...own.tiers, ...own.rules?.tiers };
        void settle({ tiers: { ...definedIn(others), ...(tier && { [rule]: tier }) } });
      }}
      onPutBack={(rule) => void putBack(rule)}
      onTrial={(on) => void settle({ trial: on ? { from: new Date().toISOString() } : null })}
      onBudget={(on) => void settle({ budget: on ? BUDGET : null })}
    />
  );
}

const definedIn = <T,>(record: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

async function read(ledger: Ledger) {
  const now = new Date().toISOString();
  const spaces = await spacesBeside(ledger, PERSONAL_SPACE);
  const [own, inForce, book] = await Promise.all([
    ledger.policy(PERSONAL_SPACE),
    policyOver(ledger, PERSONAL_SPACE, spaces),
    ledger.ruleBook(),
  ]);
  const from = inForce.rules?.trial?.from;
  return { own, inForce, book, now, spared: from === undefined ? [] : await sparedSince(ledger, from) };
}

function trialOf(inForce: Policy, own: Policy, now: string, spared: readonly LoggedEntry[]): TrialView | undefined {
  const trial = inForce.rules?.trial;
  const [from, speaks, holds] = trialTurns(trial);
  if (!from || !speaks || !holds) return undefined;
  const counts = new Map<string, number>();
  for (const rule of spared.flatMap(({ rules }) => rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return {
    stage: stageOf(trial, now) ?? 'over',
    from,
    speaks,
    holds,
    team: own.rules?.trial === undefined,
    spared: spared.length,
    byRule: [...counts].map(([rule, count]) => ({ rule, count })).toSorted((a, b) => b.count - a.count),
  };
}

const LINES = 500;

/** Lines of the log about messages that went and would have been held. */
async function sparedSince(ledger: Ledger, from: string): Promise<readonly LoggedEntry[]> {
  const found: LoggedEntry[] = [];
  for (let before: number | undefined; ; ) {
    const page = await ledger.activity({ limit: LINES, ...(before === undefined ? {} : { before }) });
    found.push(...page.filter(({ kind, at }) => kind === 'spared' && !isBefore(at, from)));
    before = page.at(-1)?.seq;
    if (page.length < LINES || isBefore(page.at(-1)?.at ?? from, from)) return found;
  }
}
