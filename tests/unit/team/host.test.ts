import { describe, expect, it } from 'vitest';
import { memoryRelay } from '@/lib/team/memory.transport.ts';
import { newestOf } from '@/lib/team/newest.ts';
import type { Run } from '@/lib/team/run.ts';
import { aDevice, again, anOffice, asks, look, PLACE, viewOf, why, written } from './host-world.ts';
import { clock } from './profiles.ts';

const begin = { name: 'Humas Kota', me: 'Rina', list: 'Wartawan', place: PLACE };

describe('a device without a team', () => {
  it('connects nowhere and shows none', async () => {
    const device = await aDevice(memoryRelay());
    await look(device);
    expect(await asks(device, 'state', null)).toEqual({ teams: [], joining: [] });
    expect(device.meetings).toEqual([]);
  });

  it('begins one at no place that no way leads to', async () => {
    const device = await aDevice(memoryRelay());
    for (const url of ['http://berkas.kantor.example/', 'javascript:alert(1)', 'kantor'])
      expect(await why(device, 'create', { ...begin, place: { kind: 'folder', url } })).toBe('malformed');
    for (const urls of [[], ['ws://relay.kantor.example'], ['https://relay.kantor.example']])
      expect(await why(device, 'create', { ...begin, place: { kind: 'server', urls } })).toBe('malformed');
    expect([device.teams.ids, device.meetings]).toEqual([[], []]);
  });
});

describe('a team that was begun', () => {
  it('has its name, its owner and its first list before any relay was reached, and offers all of it later', async () => {
    const relay = memoryRelay();
    relay.fail('unreachable');
    const rina = await aDevice(relay);
    const { team } = await asks(rina, 'create', begin);
    await look(rina);
    expect(await viewOf(rina)).toMatchObject({
      id: team,
      name: 'Humas Kota',
      me: { role: 'owner' },
      relay: { state: 'away', failure: { kind: 'unreachable' } },
      members: [{ name: 'Rina', role: 'owner', devices: [{ mine: true }] }],
      lists: [{ name: 'Wartawan', mayWrite: true, epoch: 1 }],
      kit: 'untried',
    });
    expect([...rina.spaces.values()]).toMatchObject([
      { name: 'Wartawan', team: { id: team, name: 'Humas Kota', writes: true } },
    ]);
    expect(await why(rina, 'invite', { team, role: 'editor', lists: [] })).toBe('unreachable');
    relay.fail(undefined);
    await again(rina, relay);
    await look(rina);
    expect((await viewOf(rina)).relay).toMatchObject({ state: 'connected', at: new Date(clock.now).toISOString() });
    expect(relay.pieces.filter(({ path }) => path.startsWith('chain/')).length).toBeGreaterThan(3);
    expect(Buffer.concat(relay.pieces.map(({ bytes }) => bytes)).toString('latin1')).not.toMatch(/Humas|Rina|Wartawan/);
  });

  it('keeps the words of its kit until two of them were entered, and not longer', async () => {
    const rina = await aDevice(memoryRelay());
    const { team } = await asks(rina, 'create', begin);
    const { words, ask } = await asks(rina, 'kit', { team });
    expect(words).toHaveLength(34);
    const [first, second] = ask.map((at) => words[at]!) as [string, string];
    expect(await why(rina, 'kitTried', { team, words: [first, 'bukan'] })).toBe('wrong-words');
    expect((await viewOf(rina)).kit).toBe('untried');
    await asks(rina, 'kitTried', { team, words: [first.toUpperCase(), ` ${second}`] });
    expect((await viewOf(rina)).kit).toBe('tried');
    expect(await why(rina, 'kit', { team })).toBe('unknown');
  });

  it('gives the whole configuration of its server to who holds the keys of it', async () => {
    const rina = await aDevice(memoryRelay());
    const place = { kind: 'server', urls: ['wss://relay.kantor.example'] } as const;
    const { team } = await asks(rina, 'create', { ...begin, place });
    const plan = { team, firefox: true, version: [2, 9], host: '0.0.0.0', port: 443, folder: '/srv/izin' } as const;
    const { text } = await asks(rina, 'serverFile', plan);
    expect(text).toContain('resolver_preload');
    expect(text).not.toContain('allowed_origins');
    expect(rina.meetings).toMatchObject([{ role: 'admin', place, credential: { jwt: expect.any(String) } }]);
  });
});

describe('an invitation', () => {
  it('brings a colleague in, with the same six words on both sides', async () => {
    const relay = memoryRelay();
    const [rina, budi] = [await aDevice(relay), await aDevice(relay)];
    const { team } = await asks(rina, 'create', begin);
    await look(rina);
    const list = (await viewOf(rina)).lists[0]!.id;
    const { id, text } = await asks(rina, 'invite', { team, role: 'editor', lists: [list] });
    expect((await viewOf(rina)).invites).toMatchObject([{ id, role: 'editor', lists: [list] }]);
    expect(await why(budi, 'join', { text: text.slice(0, -4), me: 'Budi' })).toBe('malformed');
    const { words } = await asks(budi, 'join', { text: `https://izin.example/#${text}`, me: 'Budi' });
    expect(await why(budi, 'join', { text, me: 'Budi' })).toBe('exists');
    await look(budi, rina);
    expect((await asks(budi, 'state', null)).joining).toMatchObject([{ team, words, stage: 'waiting' }]);
    const [request] = (await viewOf(rina)).requests;
    expect(request).toMatchObject({ name: 'Budi', role: 'editor', lists: [list], words });
    await again(budi, relay);
    expect((await asks(budi, 'state', null)).joining).toMatchObject([{ words, stage: 'waiting' }]);
    await asks(rina, 'admit', { team, request: request!.id });
    expect((await viewOf(rina)).requests).toEqual([]);
    await look(budi, rina, budi);
    expect(await viewOf(budi)).toMatchObject({
      name: 'Humas Kota',
      me: { role: 'editor' },
      members: [{ name: 'Rina' }, { name: 'Budi', devices: [{ mine: true }] }],
      lists: [{ name: 'Wartawan', mayWrite: true }],
      kit: 'elsewhere',
      alarms: [],
    });
    expect((await asks(budi, 'state', null)).joining).toEqual([]);
    expect(await why(rina, 'admit', { team, request: request!.id })).toBe('expired');
  });

  it('that was refused says so, and leaves nothing behind', async () => {
    const relay = memoryRelay();
    const [rina, budi] = [await aDevice(relay), await aDevice(relay)];
    const { team } = await asks(rina, 'create', begin);
    await look(rina);
    const { text } = await asks(rina, 'invite', { team, role: 'viewer', lists: [] });
    await asks(budi, 'join', { text, me: 'Budi' });
    await look(budi, rina);
    const [request] = (await viewOf(rina)).requests;
    await asks(rina, 'refuse', { team, request: request!.id });
    expect((await viewOf(rina)).requests).toEqual([]);
    await look(budi);
    expect((await asks(budi, 'state', null)).joining).toMatchObject([{ stage: 'refused' }]);
    await asks(budi, 'leave', { team });
    expect([budi.teams.ids, budi.stores.size, await asks(budi, 'state', null)]).toEqual([
      [],
      0,
      { teams: [], joining: [] },
    ]);
  });
});

describe('a team at work', () => {
  it('brings what is written here to the others, and says where it is', async () => {
    const { rina, budi, space } = await anOffice(memoryRelay());
    const stop = written(rina, space, 'sari', 'stop');
    const where = async () => (await asks(rina, 'whereIs', { space, ops: [stop.id, 'strange'] }))[0];
    await look(rina);
    expect(rina.outgoing).toEqual([]);
    const other = (await viewOf(rina)).members.find(({ name }) => name === 'Budi')!;
    const seen = new Date(clock.now).toISOString();
    const without = [{ device: other.devices[0]!.id, member: other.id, name: 'Budi', seen }];
    expect(await where()).toEqual({ op: stop.id, stage: 'relay', seen: 0, of: 1, without });
    await look(budi, rina);
    expect(budi.ops.get(stop.id)).toEqual(stop);
    expect(await where()).toEqual({ op: stop.id, stage: 'seen', seen: 1, of: 1, without: [] });
    expect([(await viewOf(rina)).alarms, (await viewOf(budi)).alarms]).toEqual([[], []]);
  });

  it('asks for the newest of a list at once, and says since when it knows nothing newer', async () => {
    const relay = memoryRelay();
    const { rina, budi, space } = await anOffice(relay);
    const question = { spaces: [space, 'team:strange:list'], within: 5_000 };
    const stop = written(rina, space, 'sari', 'stop');
    await look(rina);
    expect(await asks(budi, 'newest', question)).toEqual([
      { space, reached: true, at: new Date(clock.now).toISOString() },
    ]);
    expect(budi.ops.has(stop.id)).toBe(true);
    relay.fail('unreachable');
    expect(await asks(budi, 'newest', question)).toMatchObject([{ space, reached: false, at: expect.any(String) }]);
    const stuck = { look: () => new Promise(() => undefined), relay: () => ({ state: 'connecting' }) };
    expect(await newestOf(stuck as unknown as Run, space, 1)).toEqual({ space, reached: false });
  });

  it('loses nothing that was written while the relay was away and the host died', async () => {
    const relay = memoryRelay();
    const { rina, budi, space } = await anOffice(relay);
    relay.fail('unreachable');
    const first = written(budi, space, 'sari', 'name');
    await look(budi);
    await again(budi, relay);
    const second = written(budi, space, 'sari', 'stop');
    await again(budi, relay);
    expect((await viewOf(budi)).relay.state).not.toBe('connected');
    relay.fail(undefined);
    await look(budi, rina);
    expect([...rina.ops.keys()]).toEqual([first.id, second.id]);
  });

  it('shares people of the personal space by name, and only where it may write', async () => {
    const { rina, budi, space } = await anOffice(memoryRelay(), 'viewer');
    expect(await asks(rina, 'share', { space, people: ['sari', 'nobody'] })).toEqual({ people: 1, left: ['nobody'] });
    await look(rina, budi);
    expect([...budi.ops.values()].map(({ subject }) => subject)).toEqual(['sari']);
    expect(await why(budi, 'share', { space, people: ['sari'] })).toBe('not-allowed');
    expect(await why(budi, 'share', { space: 'personal', people: ['sari'] })).toBe('unknown');
  });

  it('changes a role and makes another list, and both sides know what they may', async () => {
    const { rina, budi, team, list } = await anOffice(memoryRelay(), 'viewer');
    const { members } = await viewOf(rina);
    const other = members.find(({ name }) => name === 'Budi')!.id;
    expect(await why(budi, 'newList', { team, name: 'Narasumber', members: [] })).toBe('not-allowed');
    await asks(rina, 'role', { team, member: other, role: 'editor', lists: [list] });
    const { list: second } = await asks(rina, 'newList', { team, name: 'Narasumber', members: [other] });
    await look(budi, rina, budi);
    expect(await viewOf(budi)).toMatchObject({
      me: { role: 'editor' },
      lists: [
        { id: list, mayWrite: true },
        { id: second, name: 'Narasumber', mayWrite: true },
      ],
    });
    await asks(rina, 'role', { team, member: other, role: 'editor', lists: [second] });
    await look(rina, budi);
    expect((await viewOf(rina)).lists).toMatchObject([{ epoch: 2 }, { epoch: 1 }]);
    expect((await viewOf(budi)).lists).toMatchObject([{ mayWrite: false }, { mayWrite: true }]);
    expect([(await viewOf(rina)).alarms, (await viewOf(budi)).alarms]).toEqual([[], []]);
  });

  it('removes a member: a new key for each of their lists, and no writing any more', async () => {
    const relay = memoryRelay();
    const { rina, budi, team, space } = await anOffice(relay);
    const { members, me } = await viewOf(rina);
    const other = members.find(({ id }) => id !== me.member)!.id;
    expect(await why(rina, 'remove', { team, member: me.member })).toBe('kept');
    await asks(rina, 'remove', { team, member: other });
    expect(await viewOf(rina)).toMatchObject({ lists: [{ epoch: 2 }], members: [{}, { gone: expect.any(String) }] });
    await look(budi);
    expect(await viewOf(budi)).toMatchObject({ removed: true, lists: [{ mayWrite: false }] });
    expect(budi.spaces.get(space)?.team.writes).toBe(false);
    const after = written(rina, space, 'sari', 'name');
    await look(rina, budi);
    expect(budi.ops.has(after.id)).toBe(false);
    // The boxes that they had were theirs.
    await again(rina, relay);
    await look(rina);
    expect((await viewOf(rina)).alarms).toEqual([]);
  });

  it('lets a member go, who is told to the others, and leaves nothing of the team on the device', async () => {
    const { rina, budi, team, space } = await anOffice(memoryRelay());
    expect(await why(rina, 'leave', { team })).toBe('kept');
    written(rina, space, 'sari', 'stop');
    await look(rina, budi);
    expect([budi.ops.size, budi.spaces.size]).toEqual([1, 1]);
    await asks(budi, 'leave', { team });
    expect([budi.teams.ids, budi.stores.size, budi.ops.size, budi.spaces.size]).toEqual([[], 0, 0, 0]);
    await look(rina);
    expect(await viewOf(rina)).toMatchObject({
      members: [{}, { name: 'Budi', gone: expect.any(String) }],
      lists: [{ epoch: 2 }],
      alarms: [],
    });
    await asks(rina, 'leave', { team });
    expect(rina.teams.ids).toEqual([]);
  });

  it('keeps a team whose lists could not be taken off the ledger, and says so', async () => {
    const { rina, budi, team, space } = await anOffice(memoryRelay());
    budi.disk.full = true;
    expect(await why(budi, 'leave', { team })).toBe('ledger');
    budi.disk.full = false;
    await look(rina, budi);
    expect(await viewOf(budi)).toMatchObject({ id: team, removed: true, lists: [{ space }] });
    await asks(budi, 'leave', { team });
    expect([budi.teams.ids, budi.spaces.size]).toEqual([[], 0]);
  });

  it('tells an alarm until it was read', async () => {
    const relay = memoryRelay();
    const { rina, team } = await anOffice(relay);
    relay.wipe();
    await look(rina);
    const [alarm] = (await viewOf(rina)).alarms;
    expect(alarm).toMatchObject({ kind: 'reset' });
    await asks(rina, 'alarmRead', { team, alarm: alarm!.id });
    expect((await viewOf(rina)).alarms).toEqual([]);
  });
});
