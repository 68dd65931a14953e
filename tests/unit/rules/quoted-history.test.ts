import { describe, expect, it } from 'vitest';
import type { Term } from '@/lib/domain/topic.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { aPlace, judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'sari@harian.example';
const sari = aPerson({}, { records: [aConsent()] });
const to = toRecipient(ADDRESS, [sari]);
const ours = 'Pada 18 Nov 2026, Tono <tono@humas.example> menulis:\nBudget masih kita bahas.';
const verdict = (quoted: string, over = {}, facts = {}) =>
  judged({ recipients: [to], ...facts }, { text: 'Silakan.', quoted, ...over });
const term: Term = { id: 't', phrases: ['Proyek Garuda'], class: 'internal', cleared: [] };
const inQuote = { terms: [{ term, place: aPlace('Proyek Garuda', { zone: 'quoted' }) }] };

describe('quoted-history', () => {
  it('tells that somebody new gets what we wrote before', () => {
    expect(told(verdict(ours))).toEqual(['quoted-history T1']);
    const forwarded = {
      quoted: undefined,
      text: `FYI\n\n---------- Forwarded message ---------\nFrom: Tono <tono@humas.example>\nTo: Rani\n\nBudget.`,
    };
    expect(told(verdict('', forwarded))).toEqual(['quoted-history T1']);
  });

  it('holds a term of ours in it, a mark, and a note about them', () => {
    expect(told(verdict(ours, {}, inQuote))).toEqual(['quoted-history T2']);
    expect(told(verdict(`${ours}\nJangan diteruskan ke luar ya.`))).toEqual(['quoted-history T2']);
    expect(told(verdict(`${ours}\nThis message is confidential.`))).toEqual(['quoted-history T1']);
    expect(told(verdict(`${ours}\n[Internal use only]`))).toEqual(['quoted-history T2']);
    const noted = aPerson(
      {},
      {
        records: [aConsent()],
        notes: [
          { id: 'n', text: 'sering telat menyerahkan naskah dan minta uang transport', at: '2026-01-01T00:00:00.000Z' },
        ],
      },
    );
    const facts = { recipients: [toRecipient(ADDRESS, [noted])] };
    const finding = only(
      verdict(`${ours}\nDia sering telat menyerahkan naskah dan minta uang transport.`, {}, facts),
      'quoted-history',
    );
    expect(finding.tier).toBe('T2');
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['go-to-it', 'remove-people']);
  });

  it('is silent for who was in the thread, by address, by name, or as who wrote last', () => {
    expect(told(verdict(`${ours}\nKepada: Sari <SARI@harian.example>`, {}, inQuote))).toEqual([]);
    expect(told(verdict(`${ours}\nCc: Sari Wulandari`, {}, inQuote))).toEqual([]);
    expect(told(verdict(ours, { inReplyTo: { from: ADDRESS } }, inQuote))).toEqual([]);
  });

  it('says nothing in a reply whose quote does not tell who had it', () => {
    expect(told(verdict('soal Proyek Garuda', { inReplyTo: true }, inQuote))).toEqual([]);
    expect(told(verdict(ours, { inReplyTo: true }, inQuote))).toEqual([]);
    const whole = `From: Tono <tono@humas.example>\nTo: Dewi <dewi@kabar.example>\n\nIsi.`;
    expect(told(verdict(whole, { inReplyTo: true }, inQuote))).toEqual(['quoted-history T2']);
  });

  it('is silent without a quote, for what an outsider wrote, to colleagues and to the cleared', () => {
    expect(told(verdict(''))).toEqual([]);
    expect(told(verdict('Pada 18 Nov 2026, Dewi <dewi@kabar.example> menulis:\nBoleh minta data?'))).toEqual([]);
    const colleague = toRecipient('tono@humas.example', [], { outsider: false });
    expect(told(verdict(ours, {}, { recipients: [colleague], ...inQuote }))).toEqual([]);
    const cleared = { terms: [{ term: { ...term, cleared: ['p1'] }, place: aPlace('x', { zone: 'quoted' }) }] };
    expect(
      told(
        verdict(
          ours,
          {},
          { recipients: [toRecipient(ADDRESS, [aPerson({ id: 'p1' }, { records: [aConsent()] })])], ...cleared },
        ),
      ),
    ).toEqual(['quoted-history T1']);
  });
});
