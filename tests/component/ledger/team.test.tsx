import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PersonTeam } from '@/components/ledger/person-team.tsx';
import { ALARMS } from '@/components/ledger/team-alarm-words.ts';
import { TeamCreate } from '@/components/ledger/team-create.tsx';
import { TeamJoin } from '@/components/ledger/team-join.tsx';
import { TeamJoining } from '@/components/ledger/team-joining.tsx';
import { TeamKit } from '@/components/ledger/team-kit.tsx';
import { TeamPage } from '@/components/ledger/team-page.tsx';
import { TeamServer } from '@/components/ledger/team-server.tsx';
import { TeamStart } from '@/components/ledger/team-start.tsx';
import { TeamsIndex } from '@/components/ledger/teams-index.tsx';
import { err } from '@/lib/domain/result.ts';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { setLanguage } from '@/lib/platform/words.ts';
import { faults, NOW } from './people.ts';
import { aMember, aTeam, BUDI, RINA, SIX, someActs } from './teams.ts';

// The checks for assistive technology are slow on a busy machine; nothing here waits for a time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);
beforeEach(() => setLanguage('en'));

const done = async () => undefined;
const nothing = () => undefined;
const NAMED = { id: 'a1b2c3d4', name: 'Humas Kota' };
const WORDS = Array.from({ length: 34 }, (_, at) => `kata${at + 1}`);
const LISTS = [
  { space: 's1', list: 'Kontak media', team: 'Humas Kota' },
  { space: 's2', list: 'Embargo', team: 'Humas Kota' },
];
const everything = aTeam({
  requests: [{ id: 'r1', name: 'Sekar Ayu', role: 'viewer', lists: ['l1'], words: SIX }],
  alarms: [{ id: 'a1', kind: 'hidden', at: NOW }],
  stops: [{ id: 's1', member: 'm2', list: 'l1', at: NOW }],
  kit: 'untried',
  waiting: 2,
  members: [RINA, BUDI, aMember('m3', { gone: NOW, devices: [] })],
});
const page = (team: TeamView, acts = someActs()) => {
  const people = (list: string): number | undefined => (list === 'l1' ? 128 : undefined);
  return { acts, user: userEvent.setup(), ...render(<TeamPage team={team} people={people} acts={acts} />) };
};

describe('the pages of a team', () => {
  it.each([
    ['before there is one', () => <TeamStart />],
    ['creating', () => <TeamCreate onCreate={done} onCancel={nothing} />],
    ['with everything that can be said', () => <TeamPage team={everything} people={() => 1} acts={someActs()} />],
    [
      'its kit',
      () => (
        <TeamKit
          team={NAMED}
          kit={{ kind: 'here', words: WORDS, ask: [3, 20] }}
          now={NOW}
          onPrint={nothing}
          onTry={done}
        />
      ),
    ],
    ['its server', () => <TeamServer team={NAMED} address="wss://izin.kota.example:8443" onDownload={done} />],
    ['joining', () => <TeamJoin onJoin={done} onCancel={nothing} />],
    [
      'waiting',
      () => (
        <TeamJoining joining={{ team: 'a', words: SIX, stage: 'waiting', since: NOW }} onLook={done} onGiveUp={done} />
      ),
    ],
    [
      'a person',
      () => <PersonTeam lists={LISTS} copies={[{ ...LISTS[0]!, href: '#/x', here: false }]} onShare={done} />,
    ],
    ['several', () => <TeamsIndex teams={[aTeam(), aTeam({ id: 'b', name: 'Lain' })]} joining={[]} current="b" />],
  ])('have no fault for assistive technology in either language: %s', async (_, screenOf) => {
    for (const language of ['en', 'id'] as const) {
      setLanguage(language);
      const { container, unmount } = render(<main>{screenOf()}</main>);
      expect(await faults(container)).toEqual([]);
      unmount();
    }
  });

  it('say before anything is made what a server learns and what it never does', () => {
    render(<TeamStart />);
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items).toContain('how large a packet is, in five steps');
    expect(items).toContain('who is on a list, or how many people');
    expect(screen.getByRole('link', { name: 'Create a team' })).toHaveAttribute('href', '#/team/new');
    expect(screen.getByRole('link', { name: 'Join with an invitation' })).toHaveAttribute('href', '#/team/join');
  });
});

describe('creating a team', () => {
  const create = () => {
    const onCreate = vi.fn(done);
    render(<TeamCreate onCreate={onCreate} onCancel={nothing} />);
    return { onCreate, user: userEvent.setup() };
  };

  it('asks for what is missing and makes nothing until it is there', async () => {
    const { onCreate, user } = create();
    expect(screen.getByLabelText('Name of the team')).toHaveFocus();
    await user.keyboard('Humas Kota{Enter}');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toHaveLength(3);
    expect(onCreate).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Your name'), ' Rina ');
    await user.type(screen.getByLabelText('Its first list'), 'Kontak media');
    await user.type(screen.getByLabelText('Address of the server'), 'wss://izin.kota.example:8443{Enter}');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith({
      name: 'Humas Kota',
      me: 'Rina',
      list: 'Kontak media',
      place: { kind: 'server', urls: ['wss://izin.kota.example:8443'] },
    });
  });

  it.each(['ws://izin.kota.example:8443', 'https://izin.kota.example', 'wss://rina:rahasia@izin.kota.example', 'izin'])(
    'takes no server that would be reached in the open, or that shows a password: %s',
    async (address) => {
      const { onCreate, user } = create();
      for (const label of ['Name of the team', 'Your name', 'Its first list'])
        await user.type(screen.getByLabelText(label), 'x');
      await user.type(screen.getByLabelText('Address of the server'), `${address}{Enter}`);
      expect(screen.getByRole('alert')).toHaveTextContent('An address that begins with wss:// is needed here.');
      expect(onCreate).not.toHaveBeenCalled();
    },
  );

  it('takes a folder with its name and password, and ends its address with a stroke', async () => {
    const { onCreate, user } = create();
    for (const label of ['Name of the team', 'Your name', 'Its first list'])
      await user.type(screen.getByLabelText(label), 'x');
    await user.click(screen.getByRole('radio', { name: /shared folder/ }));
    await user.type(screen.getByLabelText('Address of the folder'), 'https://berkas.kantor.example/izin');
    await user.type(screen.getByLabelText('User name of the folder'), 'tim');
    await user.type(screen.getByLabelText('Password of the folder'), 'kata sandi{Enter}');
    expect(onCreate).toHaveBeenCalledWith(
      expect.objectContaining({
        place: { kind: 'folder', url: 'https://berkas.kantor.example/izin/', user: 'tim', password: 'kata sandi' },
      }),
    );
  });
});

describe('the page of a team', () => {
  it('tells an owner what is left to do, and nothing once all is done', () => {
    const { unmount } = page(aTeam({ members: [RINA], kit: 'untried', relay: { state: 'away', since: NOW } }));
    const steps = within(screen.getByRole('region', { name: 'What is left to do' }));
    expect(steps.getByRole('link', { name: 'Start the server' })).toHaveAttribute('href', '#/team/a1b2c3d4/server');
    expect(steps.getByRole('link', { name: /recovery kit/ })).toHaveAttribute('href', '#/team/a1b2c3d4/kit');
    expect(steps.getByRole('button', { name: 'Invite the first colleague' })).toBeVisible();
    unmount();
    page(aTeam());
    expect(screen.queryByRole('region', { name: 'What is left to do' })).not.toBeInTheDocument();
  });

  it('says how old what is known is, since when the server is away and why, and what waits', async () => {
    const relay = { state: 'away', at: NOW, since: NOW, failure: { kind: 'unreachable' } } as const;
    const { acts, user } = page(aTeam({ relay, waiting: 2 }));
    const state = within(screen.getByRole('region', { name: 'Connection' }));
    expect(state.getByText('Out of reach')).toBeVisible();
    expect(state.getByText(/Out of reach since 20 November 2026.*It does not answer/)).toBeVisible();
    expect(state.getByText(/What is known here is from 20 November 2026.*2 changes wait/)).toBeVisible();
    await user.click(state.getByRole('button', { name: 'Try now' }));
    expect(acts.look).toHaveBeenCalledOnce();
  });

  it('makes an invitation of a role and lists, by keyboard alone, and hands it out', async () => {
    const { acts, user } = page(aTeam());
    screen.getByRole('button', { name: 'Invite somebody' }).focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('radio', { name: /^Viewer/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Embargo' }));
    await user.click(screen.getByRole('button', { name: 'Make an invitation' }));
    expect(acts.invite).toHaveBeenCalledExactlyOnceWith('viewer', ['l1']);
    expect(await screen.findByLabelText('Invitation')).toHaveValue('izin-invite-1.abc');
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Copied.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save as a file' }));
    expect(acts.saveInvite).toHaveBeenCalledWith('izin-invite-1.abc');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('button', { name: 'Invite somebody' })).toHaveFocus();
  });

  it('says that an invitation into a folder carries its password, and what was refused', async () => {
    const acts = someActs();
    acts.invite.mockResolvedValue(err({ key: 'team_fault_unreachable' }));
    const { user } = page(aTeam({ place: { kind: 'folder', address: 'https://berkas.kantor.example/' } }), acts);
    await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
    expect(screen.getByText(/also holds the user name and password/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make an invitation' }));
    expect(await screen.findByText(/does not answer/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form', { name: 'Invite somebody' })).not.toBeInTheDocument();
  });

  it('lets somebody in only under the six words, once', async () => {
    const { acts, user } = page(everything);
    const request = within(screen.getByRole('region', { name: 'Waiting to be admitted' }));
    const words = within(request.getByRole('list', { name: 'Six words to compare' })).getAllByRole('listitem');
    expect(words.map(({ textContent }) => textContent)).toEqual(SIX);
    expect(request.getByText(/wants to join as viewer, with Kontak media/)).toBeVisible();
    let admitted: (refused: undefined) => void = nothing;
    acts.admit.mockReturnValue(new Promise((resolve) => (admitted = resolve)));
    const admit = request.getByRole('button', { name: 'The words are the same: admit Sekar Ayu' });
    await user.click(admit);
    await user.click(admit);
    expect(acts.admit).toHaveBeenCalledExactlyOnceWith('r1');
    admitted(undefined);
    expect(acts.refuse).not.toHaveBeenCalled();
  });

  it('changes role and lists of a member in place', async () => {
    const { acts, user } = page(aTeam());
    await user.click(screen.getByRole('button', { name: 'Change Budi Santoso' }));
    const form = within(screen.getByRole('form', { name: 'Change Budi Santoso' }));
    await user.click(form.getByRole('radio', { name: /^Viewer/ }));
    await user.click(form.getByRole('checkbox', { name: 'Embargo' }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(acts.change).toHaveBeenCalledExactlyOnceWith('m2', 'viewer', ['l1', 'l2']);
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Change Budi Santoso' })).not.toBeInTheDocument());
  });

  it('tells what a removal does before it is done, and can remove one lost device alone', async () => {
    const { acts, user } = page(aTeam());
    await user.click(screen.getByRole('button', { name: 'Remove Budi Santoso' }));
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(screen.getByText(/gets a new key at once/)).toBeVisible();
    expect(screen.getByText('What they have read already stays with them.')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(acts.remove).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Remove Budi Santoso' }));
    await user.click(screen.getByRole('radio', { name: /^Device 2 alone/ }));
    await user.click(screen.getByRole('button', { name: 'Remove and change the keys' }));
    expect(acts.remove).toHaveBeenCalledExactlyOnceWith('m2', 'd3');
  });

  it('gives nobody but an admin anything to change, and nobody the removal of themselves or of an owner', () => {
    const { unmount } = page(aTeam());
    expect(screen.queryByRole('button', { name: 'Remove Rina Kartika' })).not.toBeInTheDocument();
    unmount();
    page({ ...everything, me: { member: 'm2', device: 'd2', role: 'editor' }, kit: 'elsewhere' });
    for (const name of ['Invite somebody', 'New list', 'Remove Rina Kartika', /admit/, 'Let it hold'])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  it('makes a list with its members, and says who has which and how many are on it', async () => {
    const { acts, user } = page(aTeam());
    const lists = within(screen.getByRole('region', { name: 'Lists of the team' }));
    expect(lists.getByText('2 members · 128 people')).toBeVisible();
    await user.click(lists.getByRole('button', { name: 'New list' }));
    await user.click(lists.getByRole('button', { name: 'Make the list' }));
    expect(lists.getByRole('alert')).toBeVisible();
    await user.type(lists.getByLabelText('Name of the list'), 'Undangan');
    await user.click(lists.getByRole('checkbox', { name: 'Budi Santoso' }));
    await user.click(lists.getByRole('button', { name: 'Make the list' }));
    expect(acts.newList).toHaveBeenCalledExactlyOnceWith('Undangan', ['m1', 'm2']);
  });

  it('tells an alarm once with how often, whose device, what it means and what to do, and puts all of it away', async () => {
    const alarms = ['a', 'b'].map((id) => ({ id, kind: 'fork', at: NOW, member: 'm2', list: 'l1' }));
    const { acts, user } = page(aTeam({ alarms }));
    const told = within(screen.getByRole('region', { name: 'Something is not as it should be' }));
    expect(told.getByText(/two different histories/)).toBeVisible();
    expect(
      told.getByText(/by a device of Budi Santoso · on the list Kontak media · and 1 more of this kind/),
    ).toBeVisible();
    expect(told.getByText(/Ask its owner/)).toBeVisible();
    await user.click(told.getByRole('button', { name: 'Noted' }));
    await waitFor(() => expect(acts.alarmRead.mock.calls).toEqual([['a'], ['b']]));
  });

  it('has words for every alarm that the engine knows, and for one that it does not', async () => {
    const source = await import('node:fs').then(({ readFileSync }) => readFileSync('lib/team/alarm.ts', 'utf8'));
    const kinds = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, kind]) => kind ?? '');
    expect(kinds).toHaveLength(23);
    expect(kinds.filter((kind) => ALARMS[kind] === undefined)).toEqual([]);
    page(aTeam({ alarms: [{ id: 'x', kind: 'of-next-year', at: NOW }] }));
    expect(screen.getByText(/bring this one up to date/)).toBeVisible();
  });

  it('asks an admin about a stop of somebody who was removed', async () => {
    const { acts, user } = page(everything);
    const stops = within(screen.getByRole('region', { name: 'Unconfirmed stops' }));
    expect(stops.getByText(/From Budi Santoso, on the list Kontak media/)).toBeVisible();
    await user.click(stops.getByRole('button', { name: 'Let it hold' }));
    expect(acts.settle).toHaveBeenCalledExactlyOnceWith('s1', true);
  });

  it('leaves only when asked twice, and says what was not sent', async () => {
    const acts = someActs();
    acts.leave.mockResolvedValue({ key: 'team_fault_kept' } as never);
    const { user } = page(aTeam({ waiting: 1 }), acts);
    await user.click(screen.getByRole('button', { name: 'Leave the team on this device' }));
    expect(screen.getByText(/1 change has not been sent yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(await screen.findByText(/Test the recovery kit first/)).toBeVisible();
    expect(acts.leave).toHaveBeenLastCalledWith(false);
    expect(screen.getByText(/no longer holds a draft here/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /Keep copies on my own list/ }));
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(acts.leave).toHaveBeenLastCalledWith(true);
  });
});

describe('the recovery kit', () => {
  const kit = (onTry = vi.fn(async () => undefined as { key: string } | undefined)) => {
    render(
      <TeamKit
        team={NAMED}
        kit={{ kind: 'here', words: WORDS, ask: [6, 22] }}
        now={NOW}
        onPrint={nothing}
        onTry={onTry}
      />,
    );
    return { onTry, user: userEvent.setup() };
  };

  it('shows its words on demand alone, and asks for two by their numbers', async () => {
    const { onTry, user } = kit();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show the words', expanded: false }));
    expect(screen.getAllByRole('listitem')).toHaveLength(34);
    await user.type(screen.getByLabelText('Word 7'), ' Kata7 ');
    await user.type(screen.getByLabelText('Word 23'), 'kata23{Enter}');
    expect(onTry).toHaveBeenCalledExactlyOnceWith(['kata7', 'kata23']);
  });

  it('says when a word is another, and that it is on paper alone once it was tried', async () => {
    const { user } = kit(vi.fn(async () => ({ key: 'team_fault_wrong_words' })));
    await user.type(screen.getByLabelText('Word 7'), 'x');
    await user.type(screen.getByLabelText('Word 23'), 'y{Enter}');
    expect(await screen.findByText(/not the one on the sheet/)).toBeVisible();
    cleanup();
    render(<TeamKit team={NAMED} kit={{ kind: 'gone' }} now={NOW} onPrint={nothing} onTry={done} />);
    expect(screen.getByRole('status')).toHaveTextContent('on paper alone');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('the server', () => {
  it('writes its file for the version that is there, and for no other text', async () => {
    const onDownload = vi.fn(done);
    render(<TeamServer team={NAMED} address="wss://izin.kota.example:8443" onDownload={onDownload} />);
    const user = userEvent.setup();
    const field = screen.getByLabelText('Version of nats-server');
    await user.clear(field);
    await user.type(field, 'newest{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Two numbers with a point');
    expect(onDownload).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, 'v2.9.10');
    await user.click(screen.getByRole('checkbox', { name: 'Some members use Firefox' }));
    await user.click(screen.getByRole('button', { name: 'Download the configuration' }));
    expect(onDownload).toHaveBeenCalledExactlyOnceWith({ version: [2, 9], firefox: true });
    expect(await screen.findByText(/given to the browser/)).toBeVisible();
  });
});

describe('joining', () => {
  it('takes an invitation from a file, asks for a name, and says what is no invitation', async () => {
    const onJoin = vi.fn(done);
    render(<TeamJoin onJoin={onJoin} onCancel={nothing} />);
    const user = userEvent.setup();
    const box = screen.getByLabelText('Invitation');
    expect(box).toHaveFocus();
    await user.keyboard('halo');
    await user.click(screen.getByRole('button', { name: 'Ask to join' }));
    expect(screen.getAllByRole('alert')[0]).toHaveTextContent('This is no whole invitation');
    const file = new File(['izin-invite-1.abc'], 'izin.invite', { type: 'text/plain' });
    await user.upload(screen.getByLabelText('File of the invitation'), file);
    await waitFor(() => expect(box).toHaveValue('izin-invite-1.abc'));
    await user.type(screen.getByLabelText('Your name'), 'Budi{Enter}');
    expect(onJoin).toHaveBeenCalledExactlyOnceWith('izin-invite-1.abc', 'Budi');
  });

  it('shows the six words while it waits, says why it does not go on, and gives up only when asked twice', async () => {
    const onGiveUp = vi.fn(done);
    const joining = { team: 'a', words: SIX, stage: 'sending', since: NOW, failure: { kind: 'unreachable' } } as const;
    render(<TeamJoining joining={joining} onLook={done} onGiveUp={onGiveUp} />);
    const user = userEvent.setup();
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(6);
    expect(screen.getByText(/cannot be reached just now/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Take the request back' }));
    expect(onGiveUp).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Take it back for good' }));
    expect(onGiveUp).toHaveBeenCalledOnce();
  });

  it('says it when an admin refused', () => {
    render(
      <TeamJoining joining={{ team: 'a', words: SIX, stage: 'refused', since: NOW }} onLook={done} onGiveUp={done} />,
    );
    expect(screen.getByRole('status')).toHaveTextContent('Refused');
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

describe('the team on a person’s page', () => {
  it('shares only after it has told what goes and what stays', async () => {
    const onShare = vi.fn(done);
    render(<PersonTeam lists={LISTS} copies={[]} onShare={onShare} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Share with the team' }));
    await user.click(screen.getByRole('radio', { name: /Embargo/ }));
    expect(screen.getByText(/Notes and requests stay with you/)).toBeVisible();
    expect(onShare).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Share with Embargo' }));
    expect(onShare).toHaveBeenCalledExactlyOnceWith('s2');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Share with the team' })).toHaveFocus());
  });

  it.each([
    [{ stage: 'here', seen: 0, of: 3 }, /is on this device/],
    [{ stage: 'sealed', seen: 0, of: 3 }, /is on this device/],
    [{ stage: 'relay', seen: 0, of: 3 }, /at the server; no colleague/],
    [{ stage: 'relay', seen: 0, of: 0 }, /No other device is on this list/],
    [{ stage: 'seen', seen: 2, of: 3 }, 'The newest change is confirmed by 2 of 3 other devices.'],
  ] as const)('says how far the newest change has come: %j', (where, words) => {
    const copies = [{ ...LISTS[0]!, href: '#/x', here: true }];
    render(<PersonTeam lists={[]} copies={copies} where={{ op: 'o', ...where }} onShare={done} />);
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.getByText(/what you record here holds for everybody/)).toBeVisible();
  });

  it('names the devices that have not confirmed it, once it is on its way', () => {
    const copies = [{ ...LISTS[0]!, href: '#/x', here: true }];
    const without = [
      { device: 'd3', member: 'm3aaaaaa' },
      { device: 'd2', member: 'm2', name: 'Budi Santoso', seen: '2026-10-09T02:00:00.000Z' },
      ...Array.from({ length: 5 }, (_, n) => ({ device: `e${n}`, member: 'm4', name: 'Citra Ayu', seen: NOW })),
    ];
    const where = { op: 'o', seen: 1, of: 8, without };
    const page = (stage: 'here' | 'seen') => (
      <PersonTeam lists={[]} copies={copies} where={{ ...where, stage }} onShare={done} />
    );
    const { rerender } = render(page('here'));
    expect(screen.queryByText(/Not confirmed yet/)).not.toBeInTheDocument();
    rerender(page('seen'));
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines[0]).toBe('Member m3aaaa: a device that was not seen yet');
    expect(lines[1]).toMatch(/^Budi Santoso: last seen .*9/);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toBe('and 1 more device');
  });

  it('leads from one’s own copy to that of the team, and is not there without a team', () => {
    const { container, rerender } = render(
      <PersonTeam lists={[]} copies={[{ ...LISTS[0]!, href: '#/people/p1/in/s1', here: false }]} onShare={done} />,
    );
    expect(screen.getByRole('link', { name: /copy on the list Kontak media/ })).toHaveAttribute(
      'href',
      '#/people/p1/in/s1',
    );
    expect(screen.getByText(/What you record here stays with you/)).toBeVisible();
    rerender(<PersonTeam lists={[]} copies={[]} onShare={done} />);
    expect(container).toBeEmptyDOMElement();
  });
});
