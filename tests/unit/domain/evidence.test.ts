import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENT_STATES, CONSENT_TYPES, EVIDENCE_KINDS, METHODS } from '@/lib/domain/enums.ts';
import { EVIDENCE_FAULTS, EVIDENCE_RULES, KINDS_OF_METHOD, kindsFor, weighEvidence } from '@/lib/domain/evidence.ts';
import { recordEvent } from '@/lib/domain/record-event.ts';
import { isWord, wordsIn } from '@/lib/platform/words.ts';
import { anEvent, aRecord, NOW } from './builders.ts';

const given = { state: 'given', consent_type: 'explicit' } as const;
const faultsOf = (over: Partial<Parameters<typeof weighEvidence>[0]>): readonly string[] =>
  weighEvidence({ ...given, ...over }).map(({ fault, refused }) => (refused ? `${fault} refused` : fault));

describe('evidence', () => {
  it('has plain words in both languages for what each kind can show and cannot', () => {
    const keys = [
      ...Object.values(EVIDENCE_RULES).flatMap(({ can, cannot }) => [can, cannot]),
      ...EVIDENCE_FAULTS.map((fault) => `evidence_fault_${fault}`),
    ];
    expect(keys.filter((key) => !isWord(key))).toEqual([]);
    expect(wordsIn('id', EVIDENCE_RULES.note_only.cannot)).toContain('UU PDP 22');
  });

  it('of a note alone never supports explicit consent, and supports an expressed one', () => {
    const evidence = { kind: 'note_only', excerpt: 'said yes on the phone' } as const;
    expect(faultsOf({ evidence })).toEqual(['note_only refused']);
    expect(faultsOf({ consent_type: 'expressed', evidence })).toEqual([]);
  });

  it.each(['form_snapshot', 'screenshot_hash'] as const)('of a word in person is more than a %s', (kind) => {
    const evidence = { kind, locator: 'x' };
    expect(faultsOf({ method: 'in_person_noted', evidence })).toEqual(['in_person refused']);
    expect(faultsOf({ consent_type: 'expressed', method: 'in_person_noted', evidence })).toEqual(['in_person']);
  });

  it.each(['file_hash', 'message_ref', 'recording_hash'] as const)('of a word in person may be a %s', (kind) => {
    expect(faultsOf({ method: 'in_person_noted', evidence: { kind, locator: 'folder 3' } })).toEqual([]);
  });

  it('that nobody could find again is weak, and so is a kind that does not come from its method', () => {
    expect(faultsOf({ method: 'letter', evidence: { kind: 'file_hash', locator: ' ' } })).toEqual(['nothing_to_show']);
    expect(faultsOf({ method: 'letter', evidence: { kind: 'recording_hash', locator: 'tape 2' } })).toEqual([
      'unlike_method',
    ]);
  });

  it('is missing for a consent, and never asked for of a restriction', () => {
    expect(faultsOf({})).toEqual(['missing refused']);
    expect(faultsOf({ consent_type: 'implied' })).toEqual(['missing']);
    for (const state of CONSENT_STATES.filter((one) => one !== 'given' && one !== 'renewed'))
      expect(faultsOf({ state })).toEqual([]);
  });

  it('has for every method a kind that supports explicit consent', () => {
    for (const method of METHODS) {
      expect(KINDS_OF_METHOD[method].length).toBeGreaterThan(0);
      expect(kindsFor('explicit', method)).toEqual(expect.arrayContaining([...KINDS_OF_METHOD[method]]));
      expect(kindsFor('explicit', method)).not.toContain('note_only');
    }
  });

  it('is refused by the ledger exactly where it is refused here', () => {
    const any = fc.record({
      consent_type: fc.constantFrom(...CONSENT_TYPES),
      method: fc.constantFrom(...METHODS),
      evidence: fc.option(fc.record({ kind: fc.constantFrom(...EVIDENCE_KINDS), locator: fc.constant('x') }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(any, (said) => {
        const recorded = recordEvent(aRecord(), anEvent({ state: 'given', ...said }), { now: NOW });
        expect(recorded.ok).toBe(!weighEvidence({ state: 'given', ...said }).some(({ refused }) => refused));
      }),
    );
  });
});
