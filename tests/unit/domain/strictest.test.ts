import { expect, it } from 'vitest';
import type { PersonState } from '@/lib/domain/person.ts';
import { strictestEach } from '@/lib/domain/strictest.ts';
import { aConsent, aPerson, aSuppression, NOW } from './builders.ts';

const of = (id: string, space: string, more: Partial<PersonState>): PersonState => aPerson({ id, space }, more);
const spaces = (states: readonly PersonState[]) =>
  strictestEach(states, { purpose: 'pr_media', channel: 'email', at: NOW }).map(({ person }) => [
    person.id,
    person.space,
  ]);

it('shows of each person the strictest copy, at the place of the first, and of equal ones the first', () => {
  const [may, stopped] = [{ records: [aConsent()] }, { records: [aConsent()], suppressions: [aSuppression()] }];
  expect(
    spaces([
      of('p1', 'personal', may),
      of('p2', 'personal', stopped),
      of('p1', 'team:a', {}),
      of('p1', 'team:b', stopped),
      of('p2', 'team:a', may),
      of('p3', 'personal', may),
      of('p3', 'team:a', may),
    ]),
  ).toEqual([
    ['p1', 'team:b'],
    ['p2', 'personal'],
    ['p3', 'personal'],
  ]);
});
