import { beforeEach, describe, expect, it } from 'vitest';
import { lookUp } from '@/lib/assess/look-up.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { anId } from '../domain/builders.ts';
import { aLedger, personOp } from '../ledger/open.ts';

const options = { limit: 5, region: 'ID', purpose: 'pr_media' } as const;
let ledger: Ledger;
beforeEach(async () => {
  ledger = await aLedger();
  const phone = { kind: 'point', point: { id: anId(), channel: 'whatsapp', address: '0812-5550-1001' } } as const;
  const handle = { kind: 'point', point: { id: anId(), channel: 'instagram_dm', address: '@mayakopi' } } as const;
  await ledger.append([
    personOp('Maya Siregar', 'maya@kopi.test', [phone, handle]),
    personOp('Sari Wulandari', 'sari@harian.example'),
    personOp('Sari Puspita', 'puspita@harian.example'),
  ]);
});
const names = async (question: string): Promise<readonly string[]> =>
  (await lookUp(ledger, ['personal'], question, options)).people.map(({ person }) => person.name);

describe('"May I write to …?"', () => {
  it.each([
    'maya',
    'MAYA@kopi.test',
    'mailto:maya+rilis@kopi.test',
    '+62 812 5550 1001',
    'https://wa.me/6281255501001',
    '@mayakopi',
    'https://www.instagram.com/mayakopi/',
  ])('finds the person by %s', async (question) => {
    expect(await names(question)).toEqual(['Maya Siregar']);
  });

  it('finds all whom a name fits, and says how many', async () => {
    const found = await lookUp(ledger, ['personal'], 'sari', { ...options, limit: 1 });
    expect([found.people.length, found.total]).toEqual([1, 2]);
  });

  it('names nobody for a stranger, and says where the question leads', async () => {
    const found = await lookUp(ledger, ['personal'], 'baru@media.example', options);
    expect(found).toEqual({ people: [], total: 0, points: [{ channel: 'email', address: 'baru@media.example' }] });
  });

  it('does not list everybody for an empty question', async () => {
    expect(await names('  ')).toEqual([]);
  });
});

describe('the person whom the user named for a chat', () => {
  it('is taken only from those whom the address leads to', async () => {
    const { recipientFacts } = await import('@/lib/assess/recipients.ts');
    const { ownOf } = await import('@/lib/assess/own.ts');
    const { aDraft, aPolicy } = await import('../rules/builders.ts');
    const chat = { kind: 'point', point: { id: anId(), channel: 'whatsapp', address: 'chat:Dewi' } } as const;
    await ledger.append([
      personOp('Dewi A', 'a@x.example', [chat], { subject: 'a' }),
      personOp('Dewi B', 'b@x.example', [chat], { subject: 'b' }),
      personOp('Orang lain', 'c@x.example', [], { subject: 'c' }),
    ]);
    const meant = async (person?: string, group?: true): Promise<readonly string[]> => {
      const recipient = {
        field: 'direct',
        address: 'chat:dewi',
        ...(person && { person }),
        ...(group && { group }),
      } as const;
      const draft = aDraft({ channel: 'whatsapp', recipients: [recipient] });
      const [one] = await recipientFacts(draft, ownOf(draft, aPolicy()), 'ID', ['personal'], ledger);
      return (one?.people ?? []).map(({ person: { id } }) => id).toSorted();
    };
    expect(await meant()).toEqual(['a', 'b']);
    expect(await meant('b')).toEqual(['b']);
    expect(await meant('c')).toEqual(['a', 'b']);
    expect(await meant('b', true)).toEqual([]);
  });
});
