import { expect, it } from 'vitest';
import { withDues } from '@/entrypoints/ledger/request-dues.ts';
import { aPerson } from '../domain/builders.ts';

const law = { lawPacks: ['ID_PDP'] } as const;
const request = {
  id: 'r',
  type: 'withdraw',
  receivedAt: '2026-11-20T02:00:00.000Z',
  state: 'open',
  zone: 'WIB',
} as const;

it('a request of before due times were kept has the one that it has now', () => {
  const [dated] = withDues(aPerson({}, { requests: [request] }), law).requests;
  expect(dated?.due).toEqual({
    at: '2026-11-23T02:00:00.000Z',
    law: { pack: 'ID_PDP', article: 'UU 27/2022 Pasal 40', mark: 'V2' },
  });
});

it('what was counted when it came stays', () => {
  const due = { at: '2026-12-01T00:00:00.000Z', law: { pack: 'IZIN', article: 'Izin P1', mark: 'P' } } as const;
  const state = aPerson({}, { requests: [{ ...request, due }] });
  expect(withDues(state, law)).toBe(state);
});
