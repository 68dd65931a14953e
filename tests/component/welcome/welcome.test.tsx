import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Welcome } from '@/components/welcome/welcome.tsx';
import { readOwn } from '@/entrypoints/welcome/own.ts';
import { createWelcome, viewOf, type WelcomeDesk } from '@/entrypoints/welcome/store.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { err, ok } from '@/lib/domain/result.ts';
import { type Language, setLanguage } from '@/lib/platform/words.ts';
import { faultsOf } from '../kit/axe.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const links = { importList: '/ledger.html#/import', ledger: '/ledger.html', practice: '/practice.html' };

function open(desk: Partial<WelcomeDesk> = {}, zone = 'Asia/Jakarta') {
  const saved: Partial<Policy>[] = [];
  const { store, acts } = createWelcome(
    {
      savePolicy: async (set) => {
        saved.push(set);
        return ok(null);
      },
      takeSample: async () => ok(18),
      ...desk,
    },
    zone,
  );
  function Door() {
    return (
      <Welcome
        view={viewOf(useSyncExternalStore(store.subscribe, store.getState), { sites: ['Gmail'], links })}
        acts={acts}
      />
    );
  }
  return { ...render(<Door />), saved, user: userEvent.setup() };
}
const next = () => screen.getByRole('button', { name: 'Next' });

describe('the welcome', () => {
  it('says what is read, kept and sent before it asks anything', () => {
    open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Izin asks before your message goes');
    expect(screen.getByText(/opens no connection/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('keeps what the work is, whose domain is ours, and where numbers are from', async () => {
    const { user, saved } = open();
    await user.click(next());
    await user.click(screen.getByRole('radio', { name: /KOL and influencer/ }));
    await user.type(screen.getByRole('textbox'), 'Dewi@Kantor.example');
    await user.click(next());
    expect(saved).toEqual([
      {
        preset: 'kol_manager',
        purpose: 'kol_collab',
        region: 'ID',
        ownDomains: ['kantor.example'],
        ownAddresses: ['dewi@kantor.example'],
      },
    ]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your people');
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('stays where it is when the address is none', async () => {
    const { user, saved } = open();
    await user.click(next());
    await user.type(screen.getByRole('textbox'), 'bukan alamat{Enter}');
    expect(saved).toEqual([]);
    expect(screen.getByRole('alert')).toHaveTextContent('neither an address nor a domain');
  });

  it('says so when the ledger does not open, and goes no further', async () => {
    const { user } = open({ savePolicy: async () => err('open-failed') });
    await user.click(next());
    await user.click(next());
    expect(screen.getByText(/did not open/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your work');
  });

  it('takes the sample in, and leads to the practice mailbox', async () => {
    const { user } = open();
    await user.click(next());
    await user.click(next());
    await user.click(screen.getByRole('button', { name: 'Take the sample people' }));
    expect(await screen.findByText('18 invented people are in your ledger.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Go to the practice mailbox' })).toHaveAttribute('href', links.practice);
    expect(screen.getByRole('link', { name: /Bring a list/ })).toHaveAttribute('href', links.importList);
  });

  it('guesses the region by the clock of the computer', async () => {
    const { user, saved } = open({}, 'Asia/Singapore');
    await user.click(next());
    await user.click(next());
    expect(saved[0]?.region).toBe('SG');
  });

  it.each(['en', 'id'] as readonly Language[])('is sound in %s on all three screens', async (language) => {
    setLanguage(language);
    const { container, user } = open();
    for (let step = 0; step < 3; step += 1) {
      expect(await faultsOf(container)).toEqual([]);
      await user.click(container.querySelector('.welcome-foot button:last-of-type')!);
    }
  });
});

describe('what is ours', () => {
  it.each([
    ['', {}],
    ['kantor.example', { ownDomains: ['kantor.example'], ownAddresses: [] }],
    ['@Kantor.example', { ownDomains: ['kantor.example'], ownAddresses: [] }],
    ['dewi@kantor.example', { ownDomains: ['kantor.example'], ownAddresses: ['dewi@kantor.example'] }],
  ])('is read from "%s"', (text, own) => {
    expect(readOwn(text)).toEqual(ok(own));
  });

  it('is one address, not everybody, at a public mail service', () => {
    expect(readOwn('dewi@gmail.com')).toMatchObject({ value: { ownDomains: [] } });
  });

  it.each(['kantor', 'dewi@', 'dua kata'])('is not "%s"', (text) => expect(readOwn(text)).toEqual(err('neither')));
});
