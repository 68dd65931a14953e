import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { RulesPage } from '@/components/ledger/rules.tsx';
import type { TrialView } from '@/components/ledger/rules-trial.tsx';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import { type BookEvent, NO_BOOK, noteInBook } from '@/lib/domain/rule-book.ts';
import { BUDGET, type Budget } from '@/lib/domain/rule-policy.ts';
import { ruleView } from '@/lib/domain/rule-view.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from '../kit/axe.ts';

// On a busy machine a press takes its time.
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  cleanup();
  setLanguage('en');
});

const AT = '2026-11-20T02:00:00.000Z';
const RULES = [
  { id: 'opted-out', kind: 'fact', tier: 'T4' },
  { id: 'unfilled-placeholder', kind: 'fact', tier: 'T2' },
  { id: 'wrong-outlet', kind: 'guess', tier: 'T1' },
] as const;
const [, placeholder] = RULES;
/** Fifty warnings, ten of them wrong. */
const fallen: readonly BookEvent[] = [
  ...Array.from(
    { length: 50 },
    (): BookEvent => ({ kind: 'shown', rule: placeholder, at: AT, by: 'T2', measured: true }),
  ),
  ...Array.from({ length: 10 }, (): BookEvent => ({ kind: 'wrong', rule: placeholder, at: AT, by: 'T2', shown: 'T2' })),
];
const trial: TrialView = {
  stage: 'quiet',
  from: AT,
  speaks: '2026-12-04T02:00:00.000Z',
  holds: '2026-12-18T02:00:00.000Z',
  team: false,
  spared: 3,
  byRule: [{ rule: 'unfilled-placeholder', count: 3 }],
};
interface Case {
  readonly policy?: Partial<Policy>;
  readonly events?: readonly BookEvent[];
  readonly trial?: TrialView;
  readonly budget?: { readonly budget?: Budget; readonly team: boolean };
}

function page({ policy = {}, events = [], trial: tried, budget = { team: false } }: Case = {}) {
  const acts = { onTier: vi.fn(), onPutBack: vi.fn(), onTrial: vi.fn(), onBudget: vi.fn() };
  const book = events.reduce(noteInBook, NO_BOOK);
  const rules = RULES.map((rule) => ruleView(rule, { ...DEFAULT_POLICY, ...policy }, book, ['2026-11']));
  const { container } = render(<RulesPage rules={rules} budget={budget} {...(tried && { trial: tried })} {...acts} />);
  return { ...acts, container, user: userEvent.setup({ delay: null }) };
}
const rowOf = (name: string | RegExp): HTMLElement => screen.getByRole('row', { name });

it('shows the figures of each rule, its tier now, and by which figures it fell', () => {
  page({ events: fallen });
  const row = rowOf(/^Unfilled gap/i);
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual([expect.stringContaining('Advice'), '50', '0', '0', '0', '10']);
  expect(row).toHaveTextContent('Quieter by its record.');
  expect(row).toHaveTextContent(/on 20 November 2026: no help or wrong 10 times in 50/);
});

it('puts a rule back by the keyboard', async () => {
  const { user, onPutBack } = page({ events: fallen });
  screen.getByRole('button', { name: /^Put back/ }).focus();
  await user.keyboard('{Enter}');
  expect(onPutBack).toHaveBeenCalledExactlyOnceWith('unfilled-placeholder');
});

it('settles a tier within what may be, and takes it back to the usual one', async () => {
  const { user, onTier } = page({ policy: { tiers: { 'unfilled-placeholder': 'T1' } } });
  const choice = within(rowOf(/^Unfilled gap/i)).getByRole('combobox');
  expect(choice).toHaveValue('T1');
  await user.selectOptions(choice, 'T3');
  await user.selectOptions(choice, 'usual');
  expect(onTier.mock.calls).toEqual([
    ['unfilled-placeholder', 'T3'],
    ['unfilled-placeholder', undefined],
  ]);
});

it('offers no holding tier for a guess, and none at all where a rule stands or the team settled it', () => {
  const rules = { version: 1, at: AT, by: 'team', tiers: { 'unfilled-placeholder': 'T3' } } as const;
  page({ policy: { rules } });
  const guess = within(rowOf(/outlet/i)).getByRole('combobox');
  expect([...guess.querySelectorAll('option')].map(({ value }) => value)).toEqual(['usual', 'T0']);
  for (const name of [/opted out|opt-out/i, /^Unfilled gap/i])
    expect(within(rowOf(name)).queryByRole('combobox')).not.toBeInTheDocument();
  expect(rowOf(/^Unfilled gap/i)).toHaveTextContent('Set by your team.');
});

it('begins a trial, tells what it would have held, and ends it', async () => {
  const { user, onTrial } = page();
  await user.click(screen.getByRole('button', { name: 'Begin a trial' }));
  cleanup();
  const running = page({ trial });
  expect(screen.getByText('3 messages went that would have been held.')).toBeInTheDocument();
  expect(screen.getByText(/^Unfilled gap.*: 3$/i)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'End the trial' }));
  expect([onTrial.mock.calls, running.onTrial.mock.calls]).toEqual([[[true]], [[false]]]);
});

it('leaves what the team settled to the team', () => {
  page({ trial: { ...trial, team: true }, budget: { budget: BUDGET, team: true } });
  expect(screen.queryByRole('button', { name: 'End the trial' })).not.toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: /at most 1 in 25 messages, and 3 in a day/ })).toBeDisabled();
});

it('turns the budget on by a tick', async () => {
  const { user, onBudget } = page();
  await user.click(screen.getByRole('checkbox', { name: /Hold at most/ }));
  expect(onBudget).toHaveBeenCalledExactlyOnceWith(true);
});

it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
  setLanguage(language);
  const { container } = page({ events: fallen, trial });
  expect(await faultsOf(container)).toEqual([]);
});
