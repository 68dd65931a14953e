import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { routeOf, useRoute } from '@/entrypoints/ledger/route.ts';
import { TeamRoom } from '@/entrypoints/ledger/team-room.tsx';
import type { TeamAnswers, TeamQuestion } from '@/lib/domain/team-acts.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { memoryRelay } from '@/lib/team/memory.transport.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { opened } from '../unit/ledger/open.ts';
import { aDevice, asks, type Device, look, viewOf } from '../unit/team/host-world.ts';

// Keys of a team and a busy machine: how long it takes is not what is tested.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 120_000 });

let count = 0;
beforeEach(() => {
  fakeBrowser.reset();
  setLanguage('en');
  location.hash = '#/team';
});
afterEach(cleanup);

/** The place of the teams, as the page reaches it. */
function hostedBy(device: Device): void {
  fakeBrowser.runtime.onMessage.addListener(((
    message: Record<string, unknown>,
    _: unknown,
    respond: (a: unknown) => void,
  ) => {
    if (message.izin === 'teamHost') respond({ answer: { there: true } });
    else if ('izinTeam' in message) {
      const { answers } = device.host as { readonly answers: TeamAnswers };
      const ask = answers[message.izinTeam as TeamQuestion] as (question: unknown) => Promise<unknown>;
      void ask(message.question).then((team) => respond({ team }));
    }
    return true;
  }) as never);
}

function Room({ ledger }: { readonly ledger: Ledger }) {
  const { id, rest } = useRoute();
  const [part] = rest;
  return <TeamRoom ledger={ledger} {...(id ? { id } : {})} {...(part ? { part } : {})} />;
}

async function atTheDoor(device: Device) {
  hostedBy(device);
  const ledger = opened(await openLedger({ name: `teams-${++count}`, keyStore: memoryKeyStore() }));
  const view = render(<Room ledger={ledger} />);
  return { ...view, user: userEvent.setup(), news: () => new BroadcastChannel('izin-team').postMessage(null) };
}

const SERVER = { kind: 'server', urls: ['wss://izin.kota.example:8443'] } as const;

describe('the room of the team', () => {
  it('leads from no team to one with a kit that was tried, a colleague who was let in, and one who was removed', async () => {
    const relay = memoryRelay();
    const [rina, budi] = [await aDevice(relay), await aDevice(relay)];
    const { user, news } = await atTheDoor(rina);
    await user.click(await screen.findByRole('link', { name: 'Create a team' }));
    await user.type(await screen.findByLabelText('Name of the team'), 'Humas Kota');
    await user.type(screen.getByLabelText('Your name'), 'Rina');
    await user.type(screen.getByLabelText('Its first list'), 'Wartawan');
    await user.type(screen.getByLabelText('Address of the server'), 'wss://izin.kota.example:8443{Enter}');
    expect(await screen.findByRole('heading', { name: 'Humas Kota' })).toBeVisible();
    const { id: team } = await viewOf(rina);
    expect(routeOf(location.hash)).toMatchObject({ room: 'team', id: team });

    const { words, ask } = await asks(rina, 'kit', { team });
    await user.click(screen.getByRole('link', { name: 'Print the recovery kit and test it' }));
    await user.type(await screen.findByLabelText(`Word ${ask[0] + 1}`), words[ask[0]]!);
    await user.type(screen.getByLabelText(`Word ${ask[1] + 1}`), `${words[ask[1]]}{Enter}`);
    expect(await screen.findByText(/no longer on this device/)).toBeVisible();
    expect((await viewOf(rina)).kit).toBe('tried');

    await look(rina);
    await user.click(screen.getByRole('link', { name: 'Humas Kota' }));
    await user.click(await screen.findByRole('button', { name: 'Invite somebody' }));
    await user.click(screen.getByRole('button', { name: 'Make an invitation' }));
    const box = await screen.findByLabelText('Invitation');
    await asks(budi, 'join', { text: (box as HTMLTextAreaElement).value, me: 'Budi' });
    await look(budi, rina);
    news();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    const waiting = within(await screen.findByRole('region', { name: 'Waiting to be admitted' }));
    const shown = within(waiting.getByRole('list', { name: 'Six words to compare' })).getAllByRole('listitem');
    const [joining] = (await asks(budi, 'state', null)).joining;
    expect(shown.map(({ textContent }) => textContent)).toEqual(joining?.words);
    await user.click(waiting.getByRole('button', { name: /^The words are the same: admit Budi/ }));
    expect(await screen.findByRole('button', { name: 'Remove Budi' })).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Remove Budi' }));
    await user.click(screen.getByRole('button', { name: 'Remove and change the keys' }));
    expect(await screen.findByText(/^Budi, removed on/)).toBeVisible();
    expect((await viewOf(rina)).lists[0]?.epoch).toBe(2);
    await rina.host.close();
    await budi.host.close();
  });

  it('takes somebody from an invitation to six words and into the team', async () => {
    const relay = memoryRelay();
    const [rina, budi] = [await aDevice(relay), await aDevice(relay)];
    const { team } = await asks(rina, 'create', { name: 'Humas Kota', me: 'Rina', list: 'Wartawan', place: SERVER });
    await look(rina);
    const { text } = await asks(rina, 'invite', { team, role: 'viewer', lists: [] });
    const { user, news } = await atTheDoor(budi);
    await user.click(await screen.findByRole('link', { name: 'Join with an invitation' }));
    await user.click(await screen.findByLabelText('Invitation'));
    await user.paste(text);
    await user.type(screen.getByLabelText('Your name'), 'Budi{Enter}');
    const words = within(await screen.findByRole('list', { name: 'Six words to compare' })).getAllByRole('listitem');
    await look(budi, rina);
    const [request] = (await viewOf(rina)).requests;
    expect(words.map((word) => word.textContent)).toEqual(request?.words);
    await asks(rina, 'admit', { team, request: request!.id });
    await look(rina, budi);
    await waitFor(() => viewOf(budi));
    news();
    // Its name comes with its key, which the engine's own tests hold.
    expect(await screen.findByText('You are its viewer.')).toBeVisible();
    await rina.host.close();
    await budi.host.close();
  });

  it('says it when the place of the teams does not answer, and when an invitation is none', async () => {
    const device = await aDevice(memoryRelay());
    location.hash = '#/team/join';
    const { user } = await atTheDoor(device);
    await user.click(await screen.findByLabelText('Invitation'));
    await user.paste('izin-invite-1.rusak');
    await user.type(screen.getByLabelText('Your name'), 'Budi{Enter}');
    expect(await screen.findByText(/copy all of it and try again/)).toBeVisible();
    cleanup();
    fakeBrowser.reset();
    location.hash = '#/team';
    render(<Room ledger={opened(await openLedger({ name: `teams-${++count}`, keyStore: memoryKeyStore() }))} />);
    await waitFor(() => expect(screen.getByText(/did not answer/)).toBeVisible());
    await device.host.close();
  });
});
