import { describe, expect, it } from 'vitest';
import type { HeldFact } from '@/lib/rules/facts.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { aPlace, judged, only, told, toRecipient } from './builders.ts';

const CHAT = '+6281255501002';
const collab = { records: [aConsent({ purpose: 'kol_collab', channels: [] })] };
const rara = aPerson({ id: 'rara', name: 'Rara Kirana', role: 'kol', ageBand: 'adult' }, collab);
const maya = aPerson({ id: 'maya', name: 'Maya Siregar', role: 'kol' });
const held = (before: string, after = '', over: Partial<HeldFact> = {}): HeldFact => ({
  kind: 'fee',
  place: aPlace('Rp 15.000.000'),
  before,
  after,
  holders: [maya],
  ...over,
});
const draft = { channel: 'whatsapp', purpose: 'kol_collab' } as const;
const verdict = (one: HeldFact, people = [rara], over = {}) =>
  judged({ recipients: [toRecipient(CHAT, people, { field: 'direct' })], held: [one] }, { ...draft, ...over });

describe('other-party-terms', () => {
  it.each([
    ['Fee Maya kemarin ', ''],
    ['Maya got ', ' per post'],
    ['', ' itu rate Maya'],
    ['ratenya maya ', ' jangan bilang2 ya'],
    ['Mayanya dikasih ', ''],
  ])('holds the fee of one told to another: %j', (before, after) => {
    expect(told(verdict(held(before, after)))).toEqual(['other-party-terms T2']);
  });

  it('says whose it is, and leads to the words', () => {
    const finding = only(verdict(held('Fee Maya ')), 'other-party-terms');
    expect(finding.title.params).toEqual({ who: 'Maya Siregar' });
    expect(finding.evidence[0]?.params).toEqual({ words: 'Rp 15.000.000', who: 'Maya Siregar' });
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['go-to-it', 'remove-it', 'remove-people']);
  });

  it.each([
    ['a like sum without the name', held('Fee kita ', ' per post')],
    ['a like sum that is offered to the reader', held('Bareng Maya, fee kakak ')],
    ['one that the reader is told is theirs', held('With Maya. Your fee is ')],
    ['another kind of datum', held('Maya ', '', { kind: 'other' })],
  ])('is silent for %s', (_what, one) => {
    expect(told(verdict(one))).toEqual([]);
  });

  it('is silent for the person, their manager, whom they named, and colleagues', () => {
    const one = held('Fee Maya ');
    const self = { ...maya, records: collab.records, person: { ...maya.person, ageBand: 'adult' as const } };
    expect(told(verdict(one, [self]))).toEqual([]);
    const named = held('Fee Maya ', '', { holders: [aPerson({ id: 'maya', name: 'Maya', sharedWith: ['rara'] })] });
    expect(told(verdict(named))).toEqual([]);
    const manager = aPerson({ id: 'm', name: 'Tio', role: 'kol_manager', groups: ['Maya'] }, collab);
    const hers = held('Fee Maya ', '', { holders: [aPerson({ id: 'maya', name: 'Maya', groups: ['Maya'] })] });
    expect(told(verdict(hers, [manager]))).toEqual([]);
    const colleague = toRecipient('tono@humas.example', [], { outsider: false });
    expect(told(judged({ recipients: [colleague], held: [one] }))).toEqual([]);
  });

  it('takes a name that the reader bears too for the reader’s', () => {
    const other = aPerson({ id: 'r2', name: 'Maya Putri', role: 'kol', ageBand: 'adult' }, collab);
    expect(told(verdict(held('Kak Maya, ini '), [other]))).toEqual([]);
    expect(told(verdict(held('Maya Siregar dapat '), [other]))).toEqual(['other-party-terms T2']);
  });
});
