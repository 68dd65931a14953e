import { describe, expect, it } from 'vitest';
import type { BookEvent } from '@/lib/domain/rule-book.ts';
import { recordOf } from '@/lib/domain/rule-book.ts';
import { totalOf } from '@/lib/domain/rule-record.ts';
import type { Finding } from '@/lib/domain/verdict.ts';
import { NOW } from '../domain/builders.ts';
import { aDevice, opened, personOp, raw } from './open.ts';

const RULE = { id: 'unfilled-placeholder', kind: 'fact' } as const;
const shown: BookEvent = { kind: 'shown', rule: RULE, at: NOW, by: 'T2', measured: true };
const wrong: BookEvent = { kind: 'wrong', rule: RULE, at: NOW, by: 'T2', shown: 'T2' };
const basis = (personId: string): Finding => ({
  rule: 'no-basis',
  tier: 'T1',
  kind: 'fact',
  title: { key: 'rule_no-basis_title' },
  evidence: [],
  law: [],
  subjects: [{ address: 'sari@harian.example', field: 'to', personId }],
  places: [],
  fixes: [],
});

describe('what rules have shown of themselves', () => {
  it('is kept sealed, and is there when the ledger is opened again', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    expect((await ledger.ruleBook()).rules).toEqual({});
    opened(await ledger.noteRules([shown, shown, { kind: 'mended', rule: RULE, at: NOW }]));
    ledger.close();
    const again = opened(await device.open());
    expect(totalOf(recordOf(await again.ruleBook(), RULE.id))).toMatchObject({ shown: 2, mended: 1 });
    const row = await raw(device, 'meta', (store) => store.get('rules'));
    expect(ArrayBuffer.isView(row.value)).toBe(true);
    expect(new TextDecoder().decode(row.value)).not.toContain('placeholder');
  });

  it('moves the revision only where a verdict may be another one, and logs a fall', async () => {
    let changed = 0;
    const ledger = opened(await aDevice({ onChange: () => (changed += 1) }).open());
    const before = await ledger.revision();
    opened(await ledger.noteRules(Array.from({ length: 50 }, () => shown)));
    opened(await ledger.noteRules(Array.from({ length: 9 }, () => wrong)));
    expect([await ledger.revision(), changed]).toEqual([before, 0]);
    opened(await ledger.noteRules([wrong]));
    expect([await ledger.revision(), changed]).toEqual([before + 1, 1]);
    expect(recordOf(await ledger.ruleBook(), RULE.id).windows.T2?.fallen?.to).toBe('T1');
    expect(await ledger.activity({ limit: 1 })).toMatchObject([{ kind: 'quieter', rules: [RULE.id] }]);
    opened(await ledger.noteRules([{ kind: 'put-back', id: RULE.id }]));
    expect(recordOf(await ledger.ruleBook(), RULE.id).windows).toEqual({});
    expect([await ledger.revision(), changed]).toEqual([before + 2, 2]);
  });

  it('loses nothing when two write at once', async () => {
    const ledger = opened(await aDevice().open());
    await Promise.all(Array.from({ length: 8 }, () => ledger.noteRules([shown])));
    expect(totalOf(recordOf(await ledger.ruleBook(), RULE.id)).shown).toBe(8);
  });

  it('forgets what was dismissed of somebody who is erased', async () => {
    const ledger = opened(await aDevice().open());
    opened(await ledger.append([personOp('Sari', 'sari@harian.example', [], { subject: 'p-sari' })]));
    const dismiss = (id: string): BookEvent => ({
      kind: 'dismissed',
      finding: basis(id),
      purpose: 'pr_media',
      at: NOW,
    });
    opened(await ledger.noteRules([dismiss('p-sari'), dismiss('p-budi'), shown]));
    opened(await ledger.erase({ space: 'personal', person: 'p-sari', by: 'self' }));
    const book = await ledger.ruleBook();
    expect(book.dismissed.map(({ person }) => person)).toEqual(['p-budi']);
    expect(totalOf(recordOf(book, RULE.id)).shown).toBe(1);
  });

  it('is as none where its row is damaged: every rule is as loud as its policy says', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    opened(await ledger.noteRules([shown]));
    await raw(device, 'meta', (store) => store.put({ key: 'rules', value: new Uint8Array([1, 2, 3]) }));
    expect((await ledger.ruleBook()).rules).toEqual({});
  });
});

describe('what is settled about rules', () => {
  const rules = {
    version: 2,
    at: NOW,
    by: 'you',
    tiers: { 'no-basis': 'T0' },
    trial: { from: NOW, rules: ['secret-term'] },
    budget: { sends: 25, holds: 1, perDay: 3 },
  } as const;

  it('is part of the policy, exactly of its shape', async () => {
    const ledger = opened(await aDevice().open());
    opened(await ledger.setPolicy('personal', { rules }, 'self'));
    expect((await ledger.policy('personal')).rules).toEqual(rules);
    const odd = { ...rules, budget: { ...rules.budget, holds: 0 } };
    expect((await ledger.setPolicy('personal', { rules: odd }, 'self')).ok).toBe(false);
  });
});
