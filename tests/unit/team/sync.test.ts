import { describe, expect, it } from 'vitest';
import { commitEntry, giveKeys, lastOf, removeMember } from '@/lib/team/admin.ts';
import { readRow, verdictRow } from '@/lib/team/rows.ts';
import { newestEpoch, settledKey } from '@/lib/team/team-state.ts';
import { DAY, joins } from './a-team.ts';
import { aName, aStop, clock, kinds, meet, never, office, opBy, opened, profile, round, says } from './profiles.ts';

describe('a team at one relay', () => {
  it('brings what one member says to the others, and nobody an alarm', async () => {
    const at = await office(['editor', 'viewer']);
    const [editor, viewer] = at.others;
    const stop = opBy(editor!, at, [aStop('s1')]);
    await says(editor!, at, stop, opBy(editor!, at, [aName()]));
    await round(at);
    expect(at.owner.ops.get(stop.id)).toEqual(stop);
    expect(viewer!.ops).toEqual(editor!.ops);
    expect([at.owner, editor!, viewer!].flatMap(kinds)).toEqual([]);
  });

  it('says where an op is: here, sealed, at the relay, seen by how many', async () => {
    const at = await office(['editor', 'viewer']);
    const [editor] = at.others;
    const op = opBy(editor!, at, [aStop()]);
    const where = () => editor!.sync.whereIs(at.scope, op.id);
    expect(await where()).toBeUndefined();
    await says(editor!, at, op);
    expect(await where()).toMatchObject({ stage: 'here', of: 2 });
    at.relay.fail('unreachable');
    expect(await meet(at.relay, editor!)).toBe('unreachable');
    expect(await where()).toMatchObject({ stage: 'here' });
    at.relay.fail(undefined);
    await meet(at.relay, editor!);
    expect(await where()).toMatchObject({ stage: 'relay', relays: ['relay'], seen: 0 });
    await round(at);
    expect(await where()).toMatchObject({ stage: 'seen', seen: 2, of: 2 });
  });

  it('refuses to record for who may not write', async () => {
    const at = await office(['viewer', 'checker']);
    for (const who of at.others) {
      expect(await who.sync.record(at.scope, [opBy(who, at, [aStop()])])).toEqual({
        ok: false,
        error: { kind: 'role' },
      });
    }
  });

  it('takes up after a restart where it stood, at any moment', async () => {
    const at = await office(['editor']);
    const [editor] = at.others;
    await says(editor!, at, opBy(editor!, at, [aStop()]));
    editor!.sync = await opened(at.team, editor!);
    await meet(at.relay, editor!);
    editor!.sync = await opened(at.team, editor!);
    await says(editor!, at, opBy(editor!, at, [aName()]));
    at.owner.sync = await opened(at.team, at.owner);
    await round(at);
    expect(at.owner.ops).toEqual(editor!.ops);
    expect(kinds(at.owner)).toEqual([]);
  });

  it('fills a relay again that lost everything', async () => {
    const at = await office(['editor']);
    const [editor] = at.others;
    await says(editor!, at, opBy(editor!, at, [aStop()]));
    await round(at);
    const names = () =>
      at.relay.pieces
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('hb/'))
        .sort();
    const before = names();
    at.relay.wipe();
    await round(at);
    expect(names()).toEqual(before);
    expect(kinds(at.owner)).toEqual(['reset']);
  });

  it('lets a checker have no op', async () => {
    const at = await office(['editor', 'checker']);
    const [editor, checker] = at.others;
    await says(editor!, at, opBy(editor!, at, [aStop()]));
    await round(at);
    expect(checker!.ops.size).toBe(0);
    expect(kinds(checker!)).toEqual([]);
  });

  it('gives the keys to who joins later, who then has all that was said', async () => {
    const at = await office(['editor']);
    const [editor] = at.others;
    await says(editor!, at, opBy(editor!, at, [aStop()]));
    await round(at);
    const team = await chainOf(at);
    const late = await profile(team, await joins(team, 'viewer', { scopes: [at.scope] }));
    for (const { path, bytes } of team.entries.slice(at.team.entries.length))
      await at.relay.transport().put([{ path, bytes }], never);
    await meet(at.relay, at.owner);
    await giveKeys(at.owner.sync.desk, at.scope);
    await meet(at.relay, at.owner);
    await meet(at.relay, late);
    expect(late.ops).toEqual(editor!.ops);
  });
});

/** The team with the chain as the owner's device has it by now, to go on from. */
async function chainOf(at: Awaited<ReturnType<typeof office>>) {
  return { ...at.team, chain: at.owner.sync.desk.chain, entries: [...at.team.entries] };
}

describe('a removed member', () => {
  async function removed() {
    const at = await office(['editor', 'viewer']);
    const [editor, viewer] = at.others;
    await says(editor!, at, opBy(editor!, at, [aName('before')]));
    await round(at);
    const stop = opBy(editor!, at, [aStop('late')]);
    const grant = opBy(editor!, at, [aName('after')]);
    await says(editor!, at, stop, grant);
    return { at, editor: editor!, viewer: viewer!, stop, grant };
  }
  const held = (who: Parameters<typeof kinds>[0]) => who.sync.desk.around.store.keys('held');

  it('may write no more: grants are discarded, and a stop is shown as unconfirmed', async () => {
    const { at, editor, viewer, stop, grant } = await removed();
    const done = await removeMember(at.owner.sync.desk, editor.member, at.relay.transport(), never);
    expect(done).toMatchObject({ ok: true });
    await meet(at.relay, at.owner);
    // Their device has not heard of it, and sends what it had.
    editor.sync.desk.chain.state();
    await meet(at.relay, editor, deaf(at));
    await meet(at.relay, viewer);
    expect([viewer.ops.has(stop.id), viewer.ops.has(grant.id)]).toEqual([false, false]);
    expect(await held(viewer)).toHaveLength(1);
    expect(kinds(viewer)).toEqual(['after-removal']);
    expect(newestEpoch(viewer.sync.desk.chain.state().scopes.get(at.scope)!)).toBe(2);
  });

  it('is taken back what had come before the removal was known, and let in again by an admin', async () => {
    const { at, editor, viewer, stop } = await removed();
    const last = lastOf(at.owner.sync.desk, editor.member);
    await meet(at.relay, editor);
    await meet(at.relay, viewer);
    expect(viewer.ops.has(stop.id)).toBe(true);
    const entry = await commitEntry(
      at.owner.sync.desk,
      { kind: 'remove', member: editor.member, last },
      at.relay.transport(),
      never,
    );
    expect(entry.ok).toBe(true);
    await meet(at.relay, viewer);
    expect(viewer.ops.has(stop.id)).toBe(false);
    const [place = ''] = await held(viewer);
    const { hash } = readRow(verdictRow, (await viewer.sync.desk.around.store.get('verdict', place))!);
    const named = { device: editor.keys.id, dseq: 2, hash };
    await commitEntry(at.owner.sync.desk, { kind: 'settle', ...named, keep: true }, at.relay.transport(), never);
    await meet(at.relay, viewer);
    expect(viewer.ops.has(stop.id)).toBe(true);
    expect(await held(viewer)).toEqual([]);
    expect(viewer.sync.desk.chain.state().settled.get(settledKey(named))).toBe(true);
    await commitEntry(at.owner.sync.desk, { kind: 'settle', ...named, keep: false }, at.relay.transport(), never);
    await meet(at.relay, viewer);
    expect(viewer.ops.has(stop.id)).toBe(false);
  });

  it('cannot read what is said after it', async () => {
    const { at, editor } = await removed();
    await removeMember(at.owner.sync.desk, editor.member, at.relay.transport(), never);
    const secret = opBy(at.owner, at, [aName('secret')]);
    await meet(at.relay, at.owner);
    await says(at.owner, at, secret);
    await meet(at.relay, at.owner);
    await meet(at.relay, editor);
    expect(editor.ops.has(secret.id)).toBe(false);
    expect(editor.sync.desk.secrets.has(`${at.scope}/2`)).toBe(false);
  });

  it('is not joined by one who used an old key more than a day after the new one was known', async () => {
    const at = await office(['editor', 'editor']);
    const [slow, other] = at.others;
    await removeMember(at.owner.sync.desk, other!.member, at.relay.transport(), never);
    await meet(at.relay, at.owner);
    await says(slow!, at, opBy(slow!, at, [aStop()]));
    clock.now += 2 * DAY;
    await meet(at.relay, slow!, deaf(at));
    await meet(at.relay, at.owner);
    expect(kinds(at.owner)).toEqual(['old-epoch']);
    expect(await held(at.owner)).toHaveLength(1);
  });
});

/** A relay that gives nothing and takes everything. */
function deaf(at: Awaited<ReturnType<typeof office>>) {
  const transport = at.relay.transport();
  return {
    ...transport,
    async *pull() {
      yield* [];
    },
  };
}
