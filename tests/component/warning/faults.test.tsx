import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '@/entrypoints/warning/app.tsx';
import type { Finding } from '@/lib/domain/verdict.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from '../kit/axe.ts';
import { aFinding, aPlaceholder, aVerdict, aWarning, held } from './builders.ts';

// On a busy machine a press takes its time.
vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  setLanguage('en');
  vi.unstubAllGlobals();
});

const basis = aFinding({ rule: 'no-basis', tier: 'T1', law: [], title: { key: 'reason_crisis_notice' } });

async function shown(findings: readonly Finding[], again: readonly Finding[] = findings) {
  const warning = aWarning([aVerdict(findings), aVerdict(again)]);
  const view = render(<App door={warning.door} onHeight={() => {}} />);
  await act(() => warning.hear(held()));
  const user = userEvent.setup({ delay: null });
  const asked = (name: string) => warning.asked.filter((one) => one.name === name).map(({ question }) => question);
  return { ...warning, ...view, user, said: asked };
}

it('says of one finding alone that it is wrong, once, with no word of it', async () => {
  const { user, said } = await shown([aPlaceholder(), aPlaceholder({ rule: 'secret-term', places: [] })]);
  const [first] = screen.getAllByRole('article');
  if (!first) throw new Error('no finding');
  const wrong = within(first).getByRole('button', { name: 'this is wrong' });
  await user.click(wrong);
  await user.click(wrong);
  expect(said('chose')).toEqual([
    {
      secret: 's1',
      surface: 'gmail',
      channel: 'email',
      choice: { kind: 'wrong', rules: ['unfilled-placeholder'], tier: 'T2', people: [] },
    },
  ]);
  expect(wrong).toHaveAttribute('aria-pressed', 'true');
});

it('is one key away, after the fixes of its finding', async () => {
  const { user, said } = await shown([aPlaceholder()]);
  const fixes = screen.getByRole('article').querySelectorAll('[data-fix]');
  const last = fixes[fixes.length - 1];
  if (!(last instanceof HTMLElement)) throw new Error('no fix');
  last.focus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'no help' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(said('chose')).toMatchObject([{ choice: { kind: 'not-useful', rules: ['unfilled-placeholder'] } }]);
});

it('leaves advice about known people out, and then says that it was asked for', async () => {
  const softened = { ...basis, tier: 'T0', moved: { from: 'T1', by: 'said' } } as const;
  const { user, said } = await shown([basis], [softened]);
  await user.click(screen.getByRole('button', { name: 'do not repeat this' }));
  expect(said('dismiss')).toEqual([{ secret: 's1', finding: basis, purpose: 'pr_media' }]);
  expect(said('findings')).toHaveLength(2);
  expect(await screen.findByText(/you asked not to hear it again/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'do not repeat this' })).not.toBeInTheDocument();
});

it('offers no such thing for what holds, for an opt-out, or for a stranger', async () => {
  const stranger = aFinding({ rule: 'no-basis', tier: 'T1', subjects: [{ address: 'a@b.example', field: 'to' }] });
  await shown([aFinding({ tier: 'T1' }), aPlaceholder(), stranger]);
  expect(screen.queryByRole('button', { name: 'do not repeat this', hidden: true })).not.toBeInTheDocument();
});

it('says whose word it is that something is louder or quieter', async () => {
  await shown([aPlaceholder({ tier: 'T3', moved: { from: 'T2', by: 'team' } })]);
  expect(screen.getByText('Your team settled how loud this is.')).toBeInTheDocument();
});

it.each(['en', 'id'] as const)('has no fault for assistive technology (%s)', async (language) => {
  setLanguage(language);
  const { container } = await shown([{ ...basis, moved: { from: 'T2', by: 'trial', instead: 'T2' } }, aPlaceholder()]);
  expect(await faultsOf(container)).toEqual([]);
});
