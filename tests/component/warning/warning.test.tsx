import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '@/entrypoints/warning/app.tsx';
import type { Verdict } from '@/lib/domain/verdict.ts';
import { type Language, setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from '../kit/axe.ts';
import { aDraft, aFinding, aPlaceholder, aVerdict, aWarning, held } from './builders.ts';

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

async function shown(verdicts: readonly (Verdict | 'lost')[], message = held()) {
  const warning = aWarning(verdicts);
  const view = render(<App door={warning.door} onHeight={() => {}} />);
  await act(() => warning.hear(message));
  return { ...warning, ...view, user: userEvent.setup() };
}

const opted = aFinding();

describe('the warning', () => {
  it('begins with the focus on the safe fix of the worst finding, and tells itself as an alert', async () => {
    await shown([aVerdict([opted, aPlaceholder()])]);
    expect(screen.getByRole('alertdialog', { name: 'Held before sending' })).toBeInTheDocument();
    expect(document.activeElement).toHaveAttribute('data-fix', 'remove-people');
  });

  it('shows sentence, evidence, the law in its own words with its mark, and who', async () => {
    await shown([aVerdict([opted])]);
    const card = screen.getByRole('article');
    expect(within(card).getByText('Since 12 October 2026')).toBeInTheDocument();
    expect(within(card).getAllByText('UU 27/2022 Pasal 9')[0]).toBeInTheDocument();
    expect(within(card).getByText('not verified')).toBeInTheDocument();
  });

  it('shows three, worst first, and folds the rest', async () => {
    const many = ['a', 'b', 'c', 'd'].map((rule) => aFinding({ rule }));
    await shown([aVerdict([...many, aFinding({ rule: 'note', tier: 'T0' })])]);
    const folded = screen.getByText('2 more').closest('details');
    expect(screen.getAllByRole('article').filter((each) => !folded?.contains(each))).toHaveLength(3);
    expect(folded).not.toHaveAttribute('open');
  });

  it('marks the exact words, with a line before and after at most', async () => {
    const text = 'satu\ndua\nYth. [Nama],\ntiga\nempat';
    const place = { zone: 'text', start: 14, end: 20, words: '[Nama]' } as const;
    await shown([aVerdict([aPlaceholder({ places: [place] })])], held(aDraft({ text })));
    const quote = screen.getByText('[Nama]', { selector: 'mark' }).closest('blockquote');
    expect(quote?.textContent).toBe('dua\nYth. [Nama],\ntiga');
  });

  it('ends in "Send now" by Enter once nothing holds it', async () => {
    const { user, hear, posted } = await shown([aVerdict([opted]), aVerdict([])]);
    await user.keyboard('{Enter}');
    expect(posted).toEqual([{ kind: 'fix', fix: opted.fixes[0] }]);
    await act(() => hear({ kind: 'fixed', fix: opted.fixes[0]!, done: true }));
    await act(() => hear({ kind: 'draft', draft: aDraft({ recipients: [] }) }));
    expect(screen.getByRole('button', { name: /Send now/ })).toHaveFocus();
    expect(screen.getByRole('list', { name: 'Already mended' })).toHaveTextContent('Another reason');
    await user.keyboard('{Enter}');
    expect(posted.at(-1)).toMatchObject({ kind: 'release', why: 'clear' });
  });

  it('goes back to the text by Escape, once the key is up', async () => {
    const { user, posted } = await shown([aVerdict([opted])]);
    await user.keyboard('{Escape>}');
    expect(posted).toEqual([]);
    await user.keyboard('{/Escape}');
    expect(posted).toEqual([{ kind: 'back' }]);
  });

  it('reaches everything by Tab', async () => {
    const { user } = await shown([aVerdict([aFinding({ tier: 'T3' })])]);
    const seen = new Set<Element | null>();
    for (let press = 0; press < 12; press += 1) {
      seen.add(document.activeElement);
      await user.tab();
    }
    const all = [...document.querySelectorAll('button, select, summary')];
    expect(all.filter((each) => !seen.has(each)).map((each) => each.textContent)).toEqual([]);
  });

  it('gives no way to send anyway where one finding blocks', async () => {
    await shown([aVerdict([opted, aPlaceholder()])]);
    expect(screen.queryByRole('button', { name: 'Send anyway' })).toBeNull();
    expect(screen.getByText(/stays held until/)).toBeInTheDocument();
  });

  it('asks for a reason in place, and for words where it is another one', async () => {
    const { user, posted } = await shown([aVerdict([aFinding({ tier: 'T3' })])]);
    await user.click(screen.getByRole('button', { name: 'Send anyway' }));
    expect(screen.getAllByRole('radio')).toHaveLength(6);
    await user.click(screen.getByRole('radio', { name: 'Another reason' }));
    await user.type(screen.getByLabelText('Your reason'), 'pendek');
    await user.click(screen.getByRole('button', { name: 'Send with this reason' }));
    expect(posted).toEqual([]);
    await user.type(screen.getByLabelText('Your reason'), ' lalu panjang');
    await user.click(screen.getByRole('button', { name: 'Send with this reason' }));
    expect(posted.at(-1)).toMatchObject({ kind: 'release', why: 'override' });
  });

  it('takes evidence in place', async () => {
    const { user, asked } = await shown([aVerdict([opted]), aVerdict([])]);
    await user.click(document.querySelector('[data-fix=record-consent]')!);
    await user.selectOptions(screen.getByLabelText('How it was said'), 'in_person_noted');
    await user.click(screen.getByRole('button', { name: 'Record it' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Please fill this in.');
    await user.type(screen.getByLabelText(/own words/), 'Silakan kirim lagi.');
    await user.click(screen.getByRole('button', { name: 'Record it' }));
    expect(asked.find((each) => each.name === 'record')?.question).toMatchObject({
      act: {
        kind: 'consent',
        personId: 'p1',
        purpose: 'pr_media',
        channel: 'email',
        method: 'in_person_noted',
        evidence: 'note_only',
        excerpt: 'Silakan kirim lagi.',
      },
    });
  });

  it('adds an unknown person with the name already there', async () => {
    const unknown = aFinding({
      rule: 'unknown-person',
      tier: 'T2',
      subjects: [{ address: 'dewi.lestari@harian.example', field: 'to' }],
      fixes: [{ kind: 'add-person' }],
    });
    const { user, asked } = await shown([aVerdict([unknown]), aVerdict([])]);
    await user.click(document.querySelector('[data-fix=add-person]')!);
    await user.click(screen.getByRole('button', { name: 'Add to my list' }));
    expect(asked.find((each) => each.name === 'record')?.question).toMatchObject({
      act: { kind: 'add-person', name: 'Dewi Lestari', address: 'dewi.lestari@harian.example' },
    });
  });

  it('says what to do by hand, with the exact addresses', async () => {
    const { user } = await shown(
      [aVerdict([opted])],
      held(aDraft(), { can: { moveToBcc: false, remove: false, goTo: false } }),
    );
    await user.click(document.querySelector('[data-fix=remove-people]')!);
    expect(screen.getByText('bima@warta.example')).toBeInTheDocument();
  });

  it('says so when it could not check, and what was not judged', async () => {
    await shown(['lost']);
    expect(screen.getByRole('alertdialog', { name: 'Izin could not check this message' })).toHaveTextContent(
      /opted out, or an embargo/,
    );
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus();
  });

  it('says why its buttons do not act while something lies over it', async () => {
    const { door } = await shown([aVerdict([opted])]);
    act(() => door.tell({ kind: 'covered', covered: true }));
    expect(screen.getByText(/lies over this warning/)).toBeInTheDocument();
  });

  it('says what it could not read', async () => {
    await shown([aVerdict([aPlaceholder()], { complete: false })], held(aDraft({ unreadable: ['recipients'] })));
    expect(screen.getByText(/could not read: recipients/)).toBeInTheDocument();
  });
});

const release = aFinding({
  rule: 'embargo-not-agreed',
  tier: 'T3',
  fixes: [{ kind: 'record-agreement', releaseId: 'r1' }],
});
const SCREENS: readonly (readonly [string, readonly (Verdict | 'lost')[], 'send' | 'look'])[] = [
  ['held', [aVerdict([opted, release, aPlaceholder(), aFinding({ rule: 'n', tier: 'T0' })])], 'send'],
  ['clear', [aVerdict([])], 'send'],
  ['unreachable', ['lost'], 'send'],
  ['looked at', [aVerdict([aFinding({ tier: 'T1' })])], 'look'],
];
describe.each(['en', 'id'] as readonly Language[])('in %s', (language) => {
  it.each(SCREENS)('the screen "%s" is sound', async (_, verdicts, why) => {
    setLanguage(language);
    const { container } = await shown(verdicts, held(aDraft(), { why }));
    expect(await faultsOf(container)).toEqual([]);
  });

  it('the unfolded reasons are sound', async () => {
    setLanguage(language);
    const { container, user } = await shown([aVerdict([aFinding({ tier: 'T3' })])]);
    await user.click(container.querySelector('.warning-way button')!);
    await user.click(screen.getAllByRole('radio')[1]!);
    expect(await faultsOf(container)).toEqual([]);
  });
});
