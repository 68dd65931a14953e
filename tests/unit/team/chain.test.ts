import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor } from '@/lib/team/cbor.ts';
import { openChain } from '@/lib/team/chain.ts';
import { type Act, type ROLES, readEntry, TEAM_SCOPE } from '@/lib/team/chain-entry.ts';
import { type MadeEntry, newName, nextEntry } from '@/lib/team/chain-make.ts';
import { newDeviceKeys } from '@/lib/team/device-keys.ts';
import { newSignKeys, sign } from '@/lib/team/sign.ts';
import { devicesOf, isAdmin, mayWrite, memberOf } from '@/lib/team/team-state.ts';
import { act, aScope, aTeam, by, cardOf, copyOf, DAY, joins, NOW, removal, rotation, taken } from './a-team.ts';

const refusal = async (team: Awaited<ReturnType<typeof aTeam>>, who: Parameters<typeof by>[0], what: Act, at = NOW) => {
  const added = await team.chain.add((await nextEntry(team.chain, what, by(who), at)).bytes);
  return added.ok ? 'taken' : 'why' in added.error ? added.error.why : added.error.kind;
};
const invitation = (over: Partial<Extract<Act, { kind: 'invite' }>> = {}): Act => ({
  kind: 'invite',
  invite: '11'.repeat(32),
  role: 'viewer',
  scopes: [],
  until: NOW + DAY,
  ...over,
});

describe('the membership chain', () => {
  it('begins with the root key, which names the first owner', async () => {
    const { team, owner, chain } = await aTeam();
    expect(memberOf(chain.state(), owner.keys.id)?.role).toBe('owner');
    expect(mayWrite(chain.state(), owner.keys.id, TEAM_SCOPE)).toBe(true);
    const other = openChain('ab'.repeat(16));
    const [first] = chain.entries();
    const piece = encodeCbor([first!.signed.body, first!.signed.signature]);
    expect(await other.add(piece)).toMatchObject({ error: { kind: 'other-team' } });
    expect(await openChain(team).add(piece)).toMatchObject({ ok: true, value: { known: false, beside: [] } });
    expect(await chain.add(piece)).toMatchObject({ value: { known: true } });
  });

  it('lets in who was invited, once, in time, and with the role that was offered', async () => {
    const team = await aTeam();
    const editor = await joins(team, 'editor');
    expect(memberOf(team.chain.state(), editor.keys.id)?.role).toBe('editor');
    const used = team.chain.entries().flatMap(({ act: one }) => (one.kind === 'admit' ? [one] : []));
    const again = { ...used[0]!, ...cardOf(await newDeviceKeys()), member: newName() };
    expect(await refusal(team, team.owner, again)).toBe('invite');
    await act(team, team.owner, invitation());
    const late: Act = { ...again, invite: '11'.repeat(32) };
    expect(await refusal(team, team.owner, late, NOW + 2 * DAY)).toBe('invite');
    expect(await refusal(team, team.owner, { ...late, ...cardOf(editor.keys) })).toBe('target');
    expect(await refusal(team, team.owner, late)).toBe('taken');
  });

  it('lets each role do what is its own and nothing above', async () => {
    const team = await aTeam();
    const scope = await aScope(team);
    const host = await joins(team, 'admin', { scopes: [scope] });
    const people = { admin: await joins(team, 'admin'), editor: await joins(team, 'editor', { scopes: [scope] }) };
    const viewer = await joins(team, 'viewer', { scopes: [scope] });
    const checker = await joins(team, 'checker', { scopes: [scope] });
    const acts = (n: number): readonly Act[] => [
      invitation({ invite: n.toString(16).padStart(64, '0'), role: 'editor' }),
      { kind: 'scope', scope: newName(), members: [] },
      { kind: 'policy', hash: '00'.repeat(32) },
      { kind: 'intent', scope },
      { kind: 'role', member: viewer.member, role: 'editor', scopes: [], last: [] },
    ];
    for (const what of acts(1)) expect(await refusal(await copyOf(team), people.admin, what)).toBe('taken');
    for (const lesser of [people.editor, viewer, checker])
      for (const what of acts(2)) expect(await refusal(await copyOf(team), lesser, what)).toBe('role');
    const unmake: Act = { kind: 'role', member: host.member, role: 'viewer', scopes: [], last: [] };
    expect(await refusal(team, people.admin, unmake)).toBe('role');
    expect(await refusal(team, people.admin, invitation({ role: 'admin' }))).toBe('role');
    expect(await refusal(team, people.admin, removal(team.owner))).toBe('role');
    expect(await refusal(team, team.owner, { ...unmake, role: 'owner' })).toBe('role');
    expect(await refusal(team, team.owner, unmake)).toBe('taken');
    expect([
      mayWrite(team.chain.state(), people.editor.keys.id, scope),
      isAdmin(team.chain.state(), host.keys.id),
    ]).toEqual([true, false]);
    const writes = [viewer, checker, people.admin].map(({ keys }) => mayWrite(team.chain.state(), keys.id, scope));
    expect(writes).toEqual([false, false, false]);
  });

  it('lets the root key do all, as after the last admin was lost', async () => {
    const team = await aTeam();
    const root = { by: 'root', sign: team.root };
    const [keys, invite] = [await newDeviceKeys(), await newSignKeys()];
    const offered = invitation({ invite: invite.publicKey, role: 'owner' });
    const admitted: Act = {
      kind: 'admit',
      invite: invite.publicKey,
      ...cardOf(keys),
      member: newName(),
      request: '00'.repeat(32),
    };
    for (const what of [offered, admitted, removal(team.owner)])
      await taken(team.chain, await nextEntry(team.chain, what, root, NOW));
    expect(isAdmin(team.chain.state(), team.owner.keys.id)).toBe(false);
    expect(memberOf(team.chain.state(), keys.id)?.role).toBe('owner');
  });

  it('lets every member bring a device of their own, and nobody else one', async () => {
    const team = await aTeam();
    const viewer = await joins(team, 'viewer');
    const other = await joins(team, 'viewer');
    const second = await joins(team, 'viewer', { host: viewer, member: viewer.member });
    expect(memberOf(team.chain.state(), second.keys.id)?.id).toBe(viewer.member);
    expect(await refusal(team, other, invitation({ member: viewer.member }))).toBe('role');
    await act(team, team.owner, removal(viewer, { device: second.keys.id }));
    expect(devicesOf(team.chain.state(), TEAM_SCOPE).has(viewer.keys.id)).toBe(true);
    expect(devicesOf(team.chain.state(), TEAM_SCOPE).has(second.keys.id)).toBe(false);
  });

  it('keeps scopes apart: a box is for the devices of who has the scope, and a checker gets tokens alone', async () => {
    const team = await aTeam();
    const [inside, outside] = [await joins(team, 'admin'), await joins(team, 'admin')];
    const scope = await aScope(team, [inside]);
    const checker = await joins(team, 'checker', { scopes: [scope] });
    const boxes = devicesOf(team.chain.state(), scope);
    expect(boxes.get(inside.keys.id)).toEqual({ key: true });
    expect(boxes.get(checker.keys.id)).toEqual({ key: false });
    expect(boxes.has(outside.keys.id)).toBe(false);
  });

  it('refuses a rotation that leaves out an epoch, an unknown scope, and what a removed member signs', async () => {
    const team = await aTeam();
    const admin = await joins(team, 'admin');
    expect(await refusal(team, admin, rotation(TEAM_SCOPE, 2))).toBe('epoch');
    expect(await refusal(team, admin, rotation('ab'.repeat(8)))).toBe('scope');
    expect(await refusal(team, admin, rotation())).toBe('taken');
    await act(team, team.owner, removal(admin));
    expect(await refusal(team, admin, rotation(TEAM_SCOPE, 2))).toBe('author');
  });

  // Which of the two is applied first is chance, by their hashes: several teams meet both orders.
  it.each([1, 2, 3, 4, 5, 6])('remembers of two ends of a removed log the earlier, in either order (%i)', async () => {
    const team = await aTeam();
    const admin = await joins(team, 'admin');
    const editor = await joins(team, 'editor');
    const there = await copyOf(team);
    const end = (dseq: number) => ({ last: [{ device: editor.keys.id, dseq, hash: '0c'.repeat(32) }] });
    const one = await act(team, team.owner, removal(editor, end(7)));
    const two = await act(there, admin, removal(editor, end(4)));
    await taken(team.chain, two);
    await taken(there.chain, one);
    for (const { chain } of [team, there]) expect(chain.state().devices.get(editor.keys.id)?.last?.dseq).toBe(4);
    expect(await refusal(team, team.owner, removal(editor, end(2)))).toBe('gone');
  });
});

describe('a chain that was forked', () => {
  async function forked() {
    const team = await aTeam();
    const senior = await joins(team, 'admin');
    const junior = await joins(team, 'admin');
    return { here: team, there: await copyOf(team), senior, junior };
  }

  it('is told of, and joined again by the next entry', async () => {
    const { here, there, senior, junior } = await forked();
    const one = await act(here, senior, invitation({ invite: '21'.repeat(32) }));
    const two = await act(there, junior, invitation({ invite: '22'.repeat(32) }));
    expect(await here.chain.add(two.bytes)).toMatchObject({ value: { beside: [one.hash] } });
    expect(here.chain.heads()).toHaveLength(2);
    expect([...here.chain.state().invites.keys()]).toEqual(expect.arrayContaining(['21'.repeat(32), '22'.repeat(32)]));
    await act(here, senior, invitation({ invite: '23'.repeat(32) }));
    expect(here.chain.heads()).toHaveLength(1);
  });

  it('lets a removal beat what the removed did without knowing of it', async () => {
    const { here, there, senior, junior } = await forked();
    const removed = await act(here, senior, removal(junior));
    const friend = await joins(there, 'editor', { host: junior });
    for (const entry of there.entries.slice(-2)) await taken(here.chain, entry);
    await taken(there.chain, removed);
    for (const { chain } of [here, there]) {
      expect(chain.state().devices.has(friend.keys.id)).toBe(false);
      expect(isAdmin(chain.state(), junior.keys.id)).toBe(false);
    }
  });

  it('lets the senior of two stand who remove each other', async () => {
    const { here, there, senior, junior } = await forked();
    const byJunior = await act(here, junior, removal(senior));
    const bySenior = await act(there, senior, removal(junior));
    await taken(here.chain, bySenior);
    await taken(there.chain, byJunior);
    for (const { chain } of [here, there]) {
      expect(isAdmin(chain.state(), senior.keys.id)).toBe(true);
      expect(isAdmin(chain.state(), junior.keys.id)).toBe(false);
    }
  });

  it('gives the lower of two roles, and keeps two keys of one epoch', async () => {
    const { here, there, senior, junior } = await forked();
    const viewer = await joins(here, 'viewer');
    const other = await copyOf(here);
    const role = (to: (typeof ROLES)[number]): Act => ({
      kind: 'role',
      member: viewer.member,
      role: to,
      scopes: [],
      last: [],
    });
    await act(here, senior, role('editor'));
    await act(here, senior, rotation());
    const two = [await act(other, junior, role('checker')), await act(other, junior, rotation(TEAM_SCOPE, 1, '0d'))];
    for (const entry of two) await taken(here.chain, entry);
    expect(here.chain.state().members.get(viewer.member)?.role).toBe('checker');
    expect(here.chain.state().scopes.get(TEAM_SCOPE)?.epochs.get(1)).toHaveLength(2);
    expect(there.chain.state().scopes.get(TEAM_SCOPE)?.epochs.size).toBe(0);
  });

  it('comes to the same whatever the order in which entries arrive', async () => {
    const { here, there, senior, junior } = await forked();
    const third = await copyOf(here);
    await act(here, senior, removal(junior));
    await act(here, senior, rotation());
    await joins(there, 'editor', { host: junior });
    await act(there, junior, removal(senior));
    await act(third, third.owner, { kind: 'role', member: junior.member, role: 'viewer', scopes: [], last: [] });
    const all: readonly MadeEntry[] = [
      ...new Map([...here.entries, ...there.entries, ...third.entries].map((one) => [one.hash, one])).values(),
    ];
    const whole = async (order: readonly MadeEntry[]) => {
      const chain = openChain(here.team);
      for (let left = [...order]; left.length > 0; ) {
        const waiting: MadeEntry[] = [];
        for (const entry of left) if (!(await chain.add(entry.bytes)).ok) waiting.push(entry);
        if (waiting.length === left.length) throw new Error('nothing is taken any more');
        left = waiting;
      }
      return chain.state();
    };
    const told = await whole(all);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...all], { minLength: all.length }), async (order) => {
        expect(await whole([...order, ...order])).toEqual(told);
      }),
      { numRuns: 25 },
    );
    expect(isAdmin(told, senior.keys.id)).toBe(true);
  });
});

describe('an entry that is not as it should be', () => {
  it('is refused by name, at every byte and every field, and leaves the chain as it was', async () => {
    const team = await aTeam();
    const entry = await nextEntry(team.chain, invitation({ member: team.owner.member }), by(team.owner), NOW);
    const before = team.chain.heads();
    await fc.assert(
      fc.asyncProperty(fc.nat(entry.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = entry.bytes.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(await team.chain.add(bytes)).toMatchObject({ ok: false });
      }),
    );
    const read = await readEntry(entry.bytes);
    const plain = read.ok ? decodeCbor(read.value.signed.body, 10_000) : read;
    const body = (plain.ok ? plain.value : {}) as Record<string, unknown>;
    const junk = fc.constantFrom<unknown>(
      null,
      -1,
      1.5,
      'x',
      [],
      {},
      new Uint8Array(3),
      [new Uint8Array(32)],
      true,
      2 ** 53 - 1,
    );
    const fields = [
      ...Object.keys(body),
      'more',
      'act.kind',
      'act.invite',
      'act.role',
      'act.scopes',
      'act.until',
      'act.more',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), junk, async (field, value) => {
        const [first = '', second] = field.split('.');
        const inner = body[first] as Record<string, unknown>;
        const changed = encodeCbor({ ...body, [first]: second === undefined ? value : { ...inner, [second]: value } });
        const added = await team.chain.add(encodeCbor([changed, await sign('chain', changed, team.owner.keys.sign)]));
        const plausible =
          ['at', 'act.until'].includes(field) && typeof value === 'number' && Number.isInteger(value) && value >= 0;
        if (plausible || (field === 'act.scopes' && Array.isArray(value) && value.length === 0)) return;
        expect(added).toMatchObject({ ok: false });
      }),
      { numRuns: 200 },
    );
    expect(before).not.toEqual([]);
  });

  it('waits for what it follows, and is refused where it claims another place', async () => {
    const team = await aTeam();
    const empty = openChain(team.team);
    const one = await act(team, team.owner, invitation());
    expect(await empty.add(one.bytes)).toMatchObject({
      error: { kind: 'unknown-prev', missing: [team.entries[0]!.hash] },
    });
    const body = {
      v: 1,
      team: team.team,
      n: 5,
      prev: [one.hash],
      at: NOW,
      by: team.owner.keys.id,
      act: rotation(),
    } as const;
    const { signEntry } = await import('@/lib/team/chain-entry.ts');
    const misplaced = await signEntry({ ...body, prev: [...body.prev] }, team.owner.keys.sign);
    expect(await team.chain.add(misplaced)).toMatchObject({ error: { kind: 'n' } });
    const forged = await signEntry({ ...body, n: 2, prev: [...body.prev] }, (await newDeviceKeys()).sign);
    expect(await team.chain.add(forged)).toMatchObject({ error: { kind: 'forged' } });
  });
});
