import { describe, expect, it } from 'vitest';
import { answeredBy } from '@/lib/domain/answered.ts';
import { aDraft } from '../rules/builders.ts';

const SARI = 'sari@harian.example';
const recipients = [SARI, 'budi@kabar.example'].map((address) => ({ field: 'to' as const, address }));
const answered = (over: Parameters<typeof aDraft>[0]) => answeredBy(aDraft({ recipients, ...over }));

describe('whose own message is answered', () => {
  it.each([
    `On Tue, 17 Nov 2026, Sari <${SARI}> wrote:\n> Boleh minta foto?`,
    `Pada 17 Nov 2026 Sari <SARI@Harian.example> menulis:\nBoleh?`,
    `From: Sari <${SARI}>\nTo: Rani\n\nBoleh?`,
    `Dari: ${SARI}\nKepada: budi@kabar.example\n\nBoleh?`,
  ])('is said by the head of the quote: %j', (quoted) => {
    expect(answered({ inReplyTo: true, quoted })).toEqual([SARI]);
  });

  it('is said by the page, where it knows', () => {
    expect(answered({ inReplyTo: { from: SARI } })).toEqual([SARI]);
  });

  it('is nobody’s where our own message stands first, where none is quoted, and where nothing is answered', () => {
    const ours = `On Tue, Rani <rani@humas.example> wrote:\n> On Mon, Sari <${SARI}> wrote:\n> > Boleh?`;
    expect(answered({ inReplyTo: true, quoted: ours })).toEqual([]);
    expect(answered({ inReplyTo: true })).toEqual([]);
    expect(answered({ quoted: `On Tue, Sari <${SARI}> wrote:` })).toEqual([]);
  });
});
