import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { peopleAt, peoplePath } from '@/entrypoints/ledger/people-path.ts';
import { PeopleRoom } from '@/entrypoints/ledger/people-room.tsx';
import { routeOf, useRoute } from '@/entrypoints/ledger/route.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { opened, personOp } from '../unit/ledger/open.ts';

// Encryption and a busy machine: how long it takes is not what is tested.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 90_000 });
// jsdom gives nothing a size, and a list without height shows no row.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(320);
  setLanguage('en');
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const MEDIA = 'team:a1:media';
const READ_ONLY = 'team:a1:embargo';
const TEAM = { id: 'a1', name: 'Humas Kota', member: 'm1', writes: true, admin: false } as const;

let count = 0;
async function aLedger(): Promise<Ledger> {
  const ledger = opened(await openLedger({ name: `spaces-${++count}`, keyStore: memoryKeyStore() }));
  opened(await ledger.teams.keepSpace({ id: MEDIA, name: 'Kontak media', team: { ...TEAM, scope: 'media' } }));
  opened(
    await ledger.teams.keepSpace({
      id: READ_ONLY,
      name: 'Embargo',
      team: { ...TEAM, scope: 'embargo', writes: false },
    }),
  );
  opened(await ledger.append([personOp('Budi Prasetyo', 'budi@harian.example')]));
  return ledger;
}

function Room({ ledger }: { readonly ledger: Ledger }) {
  const { receipt: _, ...path } = peoplePath(useRoute());
  return <PeopleRoom ledger={ledger} policy={DEFAULT_POLICY} {...path} />;
}

describe('the people of several lists', () => {
  it('stand apart: one’s own first, those of a team when they are chosen, and new ones where they were added', async () => {
    const ledger = await aLedger();
    location.hash = '#/people';
    render(<Room ledger={ledger} />);
    const user = userEvent.setup();
    expect(await screen.findByRole('link', { name: /Budi Prasetyo/ })).toBeVisible();
    await user.selectOptions(await screen.findByLabelText('Whose list'), 'Kontak media · Humas Kota');
    expect(await screen.findByText(/Nobody is on this list yet/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /Budi Prasetyo/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Add person' }));
    await user.type(await screen.findByLabelText('Name'), 'Sari Wulandari{Enter}');
    const heading = await screen.findByRole('heading', { name: 'Sari Wulandari' });
    expect(heading).toBeVisible();
    const { id = '', space } = peoplePath(routeOf(location.hash));
    expect(space).toBe(MEDIA);
    expect((await ledger.person(MEDIA, id))?.person.name).toBe('Sari Wulandari');
    expect(await ledger.person(PERSONAL_SPACE, id)).toBeUndefined();
    const list = within(screen.getByRole('region', { name: 'People' }));
    await user.click(await list.findByRole('link', { name: /Sari Wulandari/ }));
    expect(peoplePath(routeOf(location.hash))).toMatchObject({ id, space: MEDIA });
    // A link that says no list finds them there.
    cleanup();
    location.hash = `#/people/${id}`;
    render(<Room ledger={ledger} />);
    expect(await screen.findByRole('heading', { name: 'Sari Wulandari' })).toBeVisible();
  });

  it('offer nothing to be added where this user may only read', async () => {
    location.hash = `#/${peopleAt(READ_ONLY)}`;
    render(<Room ledger={await aLedger()} />);
    expect(await screen.findByText(/Nobody is on this list yet/)).toBeVisible();
    expect(screen.getByLabelText('Whose list')).toHaveDisplayValue('Embargo · Humas Kota');
    expect(screen.queryByRole('link', { name: 'Add person' })).not.toBeInTheDocument();
  });

  it('are shown without anything to change where this user may only read', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari Wulandari', 'sari@warta.example', [], { space: READ_ONLY, subject: 'sari', by: 'm2' });
    opened(await ledger.teams.take(READ_ONLY, [sari]));
    location.hash = `#/${peopleAt(READ_ONLY, 'sari')}`;
    render(<Room ledger={ledger} />);
    expect(await screen.findByRole('heading', { name: 'Sari Wulandari' })).toBeVisible();
    expect(screen.getByText(/You can read this list of Humas Kota/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Record consent' })).not.toBeInTheDocument();
    // Whoever tries all the same is refused.
    const tried = await ledger.append([{ ...sari, id: 'other', by: 'self' }]);
    expect(tried).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('are no choice where there is no team', async () => {
    const ledger = opened(await openLedger({ name: `spaces-${++count}`, keyStore: memoryKeyStore() }));
    location.hash = '#/people';
    render(<Room ledger={ledger} />);
    expect(await screen.findByRole('link', { name: 'Add person' })).toBeVisible();
    expect(screen.queryByLabelText('Whose list')).not.toBeInTheDocument();
  });

  it('have each an address of their own, which leads back to them', () => {
    const id = fc.uuid();
    const space = fc.constantFrom(undefined, MEDIA, READ_ONLY);
    fc.assert(
      fc.property(fc.option(id, { nil: undefined }), space, fc.boolean(), (who, where, receipt) => {
        const parts = who === undefined ? [] : receipt ? [who, 'receipt'] : [who];
        expect(peoplePath(routeOf(`#/${peopleAt(where, ...parts)}`))).toEqual({
          ...(who === undefined ? {} : { id: who }),
          ...(where === undefined ? {} : { space: where }),
          receipt: who !== undefined && receipt,
        });
      }),
    );
  });
});
