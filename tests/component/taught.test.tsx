import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TaughtCorrections } from '@/components/ledger/taught-corrections.tsx';
import { TaughtList } from '@/components/ledger/taught-list.tsx';
import { TaughtSigners } from '@/components/ledger/taught-signers.tsx';
import { TaughtSitePage } from '@/components/ledger/taught-site.tsx';
import type { CorrectionView, TaughtView } from '@/components/ledger/taught-view.ts';
import { setLanguage } from '@/lib/platform/words.ts';

afterEach(() => {
  cleanup();
  setLanguage('en');
});

const site: TaughtView = {
  id: 'taught:obrolan.example',
  name: 'obrolan.example',
  origin: 'https://obrolan.example',
  channel: 'other_chat',
  guarded: false,
  taughtAt: '2026-11-22T02:00:00.000Z',
  teachers: 2,
  version: 3,
  boxes: [
    {
      name: 'message',
      told: [{ key: 'taught_told_title' }, { key: 'taught_told_send', params: { count: 3 } }],
      fields: [{ path: 'boxes.0.send', label: { key: 'taught_field_send' }, lines: '#kirim\nbutton' }],
      keys: 'enter',
      audience: 'people',
    },
  ],
};
const show = (more: Partial<Parameters<typeof TaughtSitePage>[0]> = {}) => {
  const acts = {
    onGuard: vi.fn(async () => undefined),
    onStop: vi.fn(async () => undefined),
    onSave: vi.fn(async () => []),
    onExport: vi.fn(),
    onDelete: vi.fn(),
  };
  render(<TaughtSitePage site={site} {...acts} {...more} />);
  return acts;
};
const press = (name: string | RegExp): Promise<void> => userEvent.click(screen.getByRole('button', { name }));

describe('a taught site', () => {
  it('says what was learnt, by how many, and that it does not guard yet', () => {
    show();
    expect(screen.getByText('not allowed yet')).toBeVisible();
    expect(screen.getByText('Send is found in 3 ways.')).toBeVisible();
    expect(screen.getByText(/Taught by 2 people/)).toBeVisible();
  });

  it('asks for leave from the press itself, and tells why it has none', async () => {
    show({ onGuard: async () => ({ key: 'sites_refused', params: { origin: site.origin } }) });
    await press('Guard this site');
    expect(await screen.findByText(/was not given leave/)).toBeVisible();
  });

  it('is changed line by line, and stays open while something is wrong with it', async () => {
    const onSave = vi.fn(async () => [
      { key: 'taught_wrong_selector', params: { place: 'boxes.0.send.0', value: '"a{}"' } },
    ]);
    show({ onSave });
    await press('Edit');
    await userEvent.clear(screen.getByLabelText('Send'));
    await userEvent.paste('#baru');
    await press('Save');
    expect(onSave).toHaveBeenCalledWith({
      name: 'obrolan.example',
      channel: 'other_chat',
      keys: ['enter'],
      lines: { 'boxes.0.send': '#baru' },
    });
    expect(screen.getByLabelText('Send')).toHaveValue('#baru');
  });

  it('is deleted by a second press, and not by the first', async () => {
    const { onDelete } = show();
    await press('Delete');
    expect(onDelete).not.toHaveBeenCalled();
    await press('Delete it and give the permission back');
    expect(onDelete).toHaveBeenCalledTimes(1);
  });

  it('is told in Indonesian as well', () => {
    setLanguage('id');
    show({ site: { ...site, guarded: true } });
    expect(screen.getByText('dijaga')).toBeVisible();
    expect(screen.getByText(/Diajarkan oleh 2 orang|2 orang/)).toBeVisible();
  });
});

describe('a file of a taught site', () => {
  it('is taken in, and what came of it is said', async () => {
    const onImport = vi.fn(async () => ({ done: { key: 'taught_merged', params: { origin: site.origin } } }));
    render(<TaughtList sites={[site]} onImport={onImport} />);
    await userEvent.upload(screen.getByLabelText('Take in a taught site', { selector: 'input' }), aFile('{"izin":1}'));
    expect(await screen.findByText(/both versions are merged/)).toBeVisible();
    expect(onImport).toHaveBeenCalledWith('{"izin":1}');
    expect(screen.getByRole('link', { name: site.origin })).toHaveAttribute(
      'href',
      '#/sites/taught/taught%3Aobrolan.example',
    );
  });
});

describe('corrections', () => {
  const aVersion = (
    version: number,
    state: CorrectionView['versions'][number]['state'],
    lacks: readonly string[] = [],
  ) => ({
    version,
    state,
    signer: 'aaaa bbbb',
    installedAt: '2026-11-22T02:00:00.000Z',
    lacks,
  });
  const shown = (versions: CorrectionView['versions'], onGoBack = vi.fn()) => {
    const corrections = [{ surface: 'kabar', name: 'Kabar', builtIn: 4, versions }];
    render(<TaughtCorrections corrections={corrections} onInstall={async () => ({ wrong: [] })} onGoBack={onGoBack} />);
    return onGoBack;
  };
  const line = (words: string): HTMLElement => {
    const found = screen.getAllByRole('listitem').find((item) => item.textContent?.includes(words));
    if (!found) throw new Error(`no line ${words}`);
    return found;
  };

  it('say which version is in use, what one that was set aside did not find, and go back by one press', async () => {
    const onGoBack = shown([aVersion(6, 'set-aside', ['recipients', 'send']), aVersion(5, 'used')]);
    expect(
      within(line('Version 6')).getByText(/did not find the recipients and Send|the recipients, Send/),
    ).toBeVisible();
    expect(within(line('Version 5')).getByText('in use')).toBeVisible();
    await press('Go back to version 6');
    expect(onGoBack).toHaveBeenLastCalledWith('kabar', 6);
    await press('Go back to what Izin came with');
    expect(onGoBack).toHaveBeenLastCalledWith('kabar');
  });

  it('leave the built-in hooks in use where all of them were set aside', () => {
    shown([aVersion(5, 'set-aside', ['composer'])]);
    expect(within(line('as Izin came with it')).getByText('in use')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Go back to what Izin came with' })).toBeNull();
  });
});

describe('a signer', () => {
  it('is trusted by the second press, after the fingerprint was shown', async () => {
    const onTrust = vi.fn(async () => undefined);
    render(
      <TaughtSigners
        signers={[]}
        fingerprintOf={async (key) => (key === 'k' ? 'aaaa bbbb' : undefined)}
        onTrust={onTrust}
        onForget={() => undefined}
      />,
    );
    await userEvent.type(screen.getByLabelText('Name'), 'Admin');
    await userEvent.type(screen.getByLabelText('Public key'), 'x');
    await press('Show the fingerprint');
    expect(await screen.findByText(/not a public key/)).toBeVisible();
    await userEvent.clear(screen.getByLabelText('Public key'));
    await userEvent.type(screen.getByLabelText('Public key'), 'k');
    await press('Show the fingerprint');
    expect(await screen.findByText('aaaa bbbb')).toBeVisible();
    expect(onTrust).not.toHaveBeenCalled();
    await press('Trust this key');
    expect(onTrust).toHaveBeenCalledWith('Admin', 'k');
  });
});

const aFile = (text: string): File => {
  const file = new File([text], 'izin.json', { type: 'application/json' });
  // This document's files cannot be read as text.
  return Object.assign(file, { text: async () => text });
};
