import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Choice } from '@/lib/bus/messages.ts';
import { SELF } from '@/lib/domain/person.ts';
import { recordOf } from '@/lib/domain/rule-book.ts';
import { BUDGET } from '@/lib/domain/rule-policy.ts';
import { totalOf } from '@/lib/domain/rule-record.ts';
import type { Finding, Verdict } from '@/lib/domain/verdict.ts';
import { NOW } from '../domain/builders.ts';
import { aDraft } from '../rules/builders.ts';

// The doors are imported anew for each test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A ledger of its own for each test. */
async function doors() {
  fakeBrowser.reset();
  vi.resetModules();
  globalThis.indexedDB = new IDBFactory();
  const counting = await import('@/entrypoints/background/counting.ts');
  const sparing = await import('@/entrypoints/background/sparing.ts');
  const { openHold } = await import('@/entrypoints/background/holds.ts');
  const { ledger } = await import('@/entrypoints/background/office.ts');
  return { ...counting, ...sparing, openHold, books: await ledger() };
}
let door = {} as Awaited<ReturnType<typeof doors>>;
beforeEach(async () => {
  door = await doors();
});

const finding = (rule: string, over: Partial<Finding> = {}): Finding => ({
  rule,
  tier: 'T2',
  kind: 'fact',
  title: { key: 'reason_other' },
  evidence: [],
  law: [],
  subjects: [],
  places: [],
  fixes: [],
  ...over,
});
const verdict = (...findings: readonly Finding[]): Verdict => ({
  tier: 'T2',
  findings,
  complete: true,
  purpose: 'pr_media',
});
const choice = (over: Partial<Choice>): Choice => ({ kind: 'override', rules: [], tier: 'T2', people: [], ...over });
const totals = async (rule: string) => totalOf(recordOf(await door.books.ruleBook(), rule));
const windowOf = async (rule: string) => recordOf(await door.books.ruleBook(), rule).windows.T2?.firings;

describe('a warning', () => {
  it('shows a rule once, however often it is judged again', async () => {
    const secret = await door.openHold({ surface: 'gmail' });
    await door.countShown(secret, verdict(finding('secret-term'), finding('secret-term')));
    await door.countShown(secret, verdict(finding('secret-term'), finding('no-basis', { tier: 'T1' })));
    expect([(await totals('secret-term')).shown, (await totals('no-basis')).shown]).toEqual([1, 1]);
  });

  it('counts a note for nothing, and what a reply had softened for no measure', async () => {
    const secret = await door.openHold({ surface: 'gmail' });
    const soft = finding('no-basis', { tier: 'T1', moved: { from: 'T2', by: 'trial' } });
    await door.countShown(secret, verdict(finding('unknown-person', { tier: 'T0' }), soft));
    expect((await totals('unknown-person')).shown).toBe(0);
    expect((await totals('no-basis')).shown).toBe(1);
    expect(await windowOf('no-basis')).toBeUndefined();
  });

  it('counts what was mended, overridden and said to be wrong, and a false alarm once', async () => {
    const secret = await door.openHold({ surface: 'gmail' });
    await door.countShown(secret, verdict(finding('secret-term'), finding('unfilled-placeholder')));
    await door.countChoice(secret, choice({ kind: 'not-useful', rules: ['secret-term'] }));
    await door.countChoice(secret, choice({ kind: 'wrong', rules: ['secret-term'] }));
    await door.countChoice(
      secret,
      choice({ rules: ['secret-term'], mended: ['unfilled-placeholder'], reason: 'wrong_match' }),
    );
    expect(await totals('secret-term')).toMatchObject({ notUseful: 1, wrong: 0, overridden: 1 });
    expect(await windowOf('secret-term')).toEqual([1]);
    expect(await totals('unfilled-placeholder')).toMatchObject({ mended: 1, overridden: 0 });
  });

  it('takes an override for a wrong match as wrong', async () => {
    const secret = await door.openHold({ surface: 'gmail' });
    await door.countShown(secret, verdict(finding('secret-term')));
    await door.countChoice(secret, choice({ rules: ['secret-term'], reason: 'wrong_match' }));
    expect(await totals('secret-term')).toMatchObject({ overridden: 1, wrong: 1 });
  });

  it('counts nothing in the practice mailbox, where mistakes are made on purpose', async () => {
    const secret = await door.openHold({ surface: 'practice-mail' });
    await door.countShown(secret, verdict(finding('secret-term')));
    await door.countChoice(secret, choice({ kind: 'wrong', rules: ['secret-term'] }));
    expect((await door.books.ruleBook()).rules).toEqual({});
  });

  it('spends of the budget where there is one, and only for what was held', async () => {
    const open = async (look: boolean) => door.openHold({ surface: 'gmail', look });
    await door.countShown(await open(false), verdict(finding('secret-term')));
    expect((await door.books.ruleBook()).spent).toEqual([]);
    const rules = { version: 1, at: NOW, by: 'you', tiers: {}, budget: BUDGET } as const;
    expect((await door.books.setPolicy('personal', { rules }, SELF)).ok).toBe(true);
    await door.countShown(await open(true), verdict(finding('secret-term')));
    expect((await door.books.ruleBook()).spent).toEqual([]);
    await door.countShown(await open(false), verdict(finding('secret-term')));
    expect((await door.books.ruleBook()).spent).toMatchObject([{ sent: 0, about: ['secret-term'] }]);
  });

  it('remembers what shall not be said again, and logs it without a word of it', async () => {
    const secret = await door.openHold({ surface: 'gmail' });
    const subjects = [{ address: 'sari@harian.example', field: 'to', personId: 'p-1' } as const];
    await door.dismissFinding(secret, finding('no-basis', { tier: 'T1', subjects }), 'pr_media');
    expect((await door.books.ruleBook()).dismissed).toMatchObject([{ rule: 'no-basis', person: 'p-1' }]);
    const [line] = await door.books.activity({ limit: 1 });
    expect(line).toMatchObject({ kind: 'dismissed', rules: ['no-basis'], people: ['p-1'] });
    expect(JSON.stringify(line)).not.toContain('harian.example');
  });
});

describe('a message that leaves', () => {
  const draft = aDraft({ surface: 'gmail', recipients: [{ field: 'to', address: 'sari@harian.example' }] });
  const { recipients, channel, surface, text } = draft;
  const left = { recipients, channel, surface, length: text.length };
  const spared = finding('secret-term', { tier: 'T0', moved: { from: 'T3', by: 'trial', instead: 'T3' } });

  it('counts what would have held it, once', async () => {
    door.rememberSpared(draft, 1, verdict(spared, finding('no-basis', { tier: 'T1' })));
    await door.countSent(left, 1);
    await door.countSent(left, 1);
    expect((await totals('secret-term')).spared).toBe(1);
    expect(await door.books.activity({ limit: 9 })).toMatchObject([{ kind: 'spared', rules: ['secret-term'] }]);
  });

  it('counts nothing that was mended before, and nothing of another tab', async () => {
    door.rememberSpared(draft, 1, verdict(spared));
    await door.countSent(left, 2);
    door.rememberSpared(draft, 1, verdict());
    await door.countSent(left, 1);
    expect((await door.books.ruleBook()).rules).toEqual({});
  });
});
