import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestRoom } from '@/entrypoints/ledger/request-room.tsx';
import { RequestsRoom } from '@/entrypoints/ledger/requests-room.tsx';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { opened, personOp } from '../unit/ledger/open.ts';

// Encryption and a busy machine: how long it takes is not what is tested.
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
beforeEach(() => setLanguage('en'));

let count = 0;
async function aLedger(): Promise<{ readonly ledger: Ledger; readonly person: string }> {
  const ledger = opened(await openLedger({ name: `requests-${++count}`, keyStore: memoryKeyStore() }));
  const op = personOp('Sari Wulandari', 'sari@harian.example', [
    { kind: 'person', set: { language: 'en', honorific: 'Ibu' } },
    { kind: 'note', note: { id: 'n', text: 'introduced by Budi Prasetyo', at: '2026-11-01T00:00:00.000Z' } },
  ]);
  opened(await ledger.append([op, personOp('Budi Prasetyo', 'budi@harian.example')]));
  return { ledger, person: op.subject };
}

/** The files that the page hands to the browser. */
function saved(): { readonly files: { name: string; text: Promise<string> }[] } {
  const files: { name: string; text: Promise<string> }[] = [];
  let last: Blob | undefined;
  const keep = (blob: Blob): string => {
    last = blob;
    return 'blob:x';
  };
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: keep,
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) files.push({ name: this.download, text: textOf(last) });
  });
  return { files };
}
const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

async function recorded(type: string, policy: Policy = DEFAULT_POLICY) {
  const { ledger, person } = await aLedger();
  const user = userEvent.setup();
  const view = render(<RequestsRoom ledger={ledger} policy={policy} />);
  await user.click(await screen.findByRole('button', { name: 'Record a request' }));
  await user.type(screen.getByRole('searchbox', { name: 'Person' }), 'sari');
  await user.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What they ask for' }), type);
  await user.click(screen.getByRole('button', { name: 'Record' }));
  const link = await screen.findByRole('link', { name: /^Sari Wulandari/ });
  view.unmount();
  const id = link.getAttribute('href')?.split('/').at(-1) ?? '';
  render(<RequestRoom ledger={ledger} policy={policy} person={person} request={id} />);
  return { ledger, person, user };
}

describe('a request', { timeout: 60_000 }, () => {
  it('to erase stops messages at once, goes through its steps, and ends with nobody left', async () => {
    const { files } = saved();
    const { ledger, person, user } = await recorded('erase');
    const before = await ledger.person('personal', person);
    expect(before?.suppressions.map(({ scope }) => scope)).toEqual(['all']);
    expect(before?.requests[0]?.due?.law).toEqual({ pack: 'IZIN', article: 'Izin P1', mark: 'P' });
    await user.click(await screen.findByRole('button', { name: 'Confirm that it came' }));
    await user.click(await screen.findByRole('button', { name: /^Done: make sure/ }));
    await user.click(await screen.findByRole('button', { name: /^Done: search/ }));
    await user.type(await screen.findByRole('textbox', { name: /Write the name/ }), 'Sari Wulandari{Enter}');
    expect(await screen.findByRole('heading', { name: 'Erased' })).toBeInTheDocument();
    const answer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What to write to the person' });
    expect(answer.value).toContain('Dear Ibu Sari Wulandari');
    expect(answer.value).toContain('Your data are erased.');
    expect(answer.value).toContain('UU 27/2022 Pasal 42–44');
    await user.click(screen.getByRole('button', { name: 'Save certificate' }));
    expect(await files[0]?.text).not.toContain('Sari');
    expect(JSON.parse((await files[0]?.text) ?? '')).toMatchObject({ kind: 'izin.erasure/1' });
    cleanup();
    expect(await ledger.person('personal', person)).toBeUndefined();
    render(<RequestsRoom ledger={ledger} policy={DEFAULT_POLICY} />);
    const proofs = await screen.findByRole('region', { name: 'Erasures' });
    expect(within(proofs).getAllByRole('listitem')).toHaveLength(1);
    expect(document.body).not.toHaveTextContent('Sari');
  });

  it('for access gives the whole file, with others held back, and the log says so', async () => {
    const { files } = saved();
    const { ledger, person, user } = await recorded('access');
    await user.click(await screen.findByRole('button', { name: 'Save to read' }));
    await vi.waitFor(() => expect(files).toHaveLength(1), { timeout: 15_000 });
    const text = await files[0]?.text;
    expect(text).toContain('sari@harian.example');
    expect(text).toContain('introduced by [held back: another person’s data]');
    expect(text).not.toContain('Budi');
    await vi.waitFor(async () =>
      expect((await ledger.activity({ limit: 1 }))[0]).toMatchObject({ kind: 'export', people: [person] }),
    );
  });

  it('counts business days by the holidays that were named, and answers in the name of the office', async () => {
    const controller = { party_id: 'p', name: 'Humas Kota Contoh', role: 'controller' } as const;
    const { ledger, person } = await recorded('object', {
      ...DEFAULT_POLICY,
      lawPacks: ['US_CANSPAM'],
      holidays: ['2020-01-01'],
      controller,
    });
    expect(screen.queryByText(/without public holidays/)).toBeNull();
    const answer = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What to write to the person' });
    expect(answer.value).toContain('Humas Kota Contoh');
    const due = (await ledger.person('personal', person))?.requests[0]?.due;
    expect(due?.law).toMatchObject({ pack: 'US_CANSPAM' });
  });

  it('that is not on record any more says so', async () => {
    const { ledger, person } = await aLedger();
    render(<RequestRoom ledger={ledger} policy={DEFAULT_POLICY} person={person} request="none" />);
    expect(await screen.findByText('This request is not on record any more.')).toBeInTheDocument();
  });
});
