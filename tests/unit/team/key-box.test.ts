import { describe, expect, it } from 'vitest';
import { auditBoxes } from '@/lib/team/box-audit.ts';
import { TEAM_SCOPE } from '@/lib/team/chain-entry.ts';
import { newDeviceKeys, withFreshBoxKeys } from '@/lib/team/device-keys.ts';
import { type Box, makeBox, openBox, readBox } from '@/lib/team/key-box.ts';
import { commitTo, nextSecrets, rotationDue } from '@/lib/team/key-ring.ts';
import { devicesOf } from '@/lib/team/team-state.ts';
import { type ATeam, act, aTeam, DAY, joins, NOW, removal, type Someone } from './a-team.ts';

type Secrets = ReturnType<typeof nextSecrets>;
async function rotated(team: ATeam, epoch = 1, before?: Secrets): Promise<Secrets> {
  const secrets = nextSecrets(before);
  const { key = '', token } = await commitTo(TEAM_SCOPE, epoch, secrets);
  await act(team, team.owner, { kind: 'rotate', scope: TEAM_SCOPE, epoch, key, token, why: 'begun' });
  return secrets;
}
async function boxed(
  team: ATeam,
  secrets: Secrets,
  to: Someone,
  over: { withKey?: boolean; box?: string; by?: Someone; epoch?: number } = {},
): Promise<Box> {
  const { by = team.owner, epoch = 1, withKey = true, box = to.keys.boxes[0]!.publicKey } = over;
  const made = await makeBox(
    secrets,
    { team: team.team, scope: TEAM_SCOPE, epoch, device: to.keys.id, box, withKey },
    by.keys,
  );
  const read = made.ok ? readBox(made.value.bytes) : made;
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
const open = async (team: ATeam, box: Box, who: Someone) => {
  const opened = await openBox(box, who.keys, team.chain.state());
  return opened.ok ? opened.value : opened.error.kind;
};

describe('a key box', () => {
  it('gives a member the keys that the chain names, and a checker the tokens alone', async () => {
    const team = await aTeam();
    const [editor, checker] = [await joins(team, 'editor'), await joins(team, 'checker')];
    const secrets = await rotated(team);
    const via = editor.keys.boxes[0]!.publicKey;
    expect(await open(team, await boxed(team, secrets, editor), editor)).toEqual({ ...secrets, via });
    const tokens = await open(team, await boxed(team, secrets, checker, { withKey: false }), checker);
    expect(tokens).toEqual({ token: secrets.token, sup: secrets.sup, via: checker.keys.boxes[0]!.publicKey });
  });

  it('is refused with another key in it, from who may give none, and for another device', async () => {
    const team = await aTeam();
    const editor = await joins(team, 'editor');
    const secrets = await rotated(team);
    expect(await open(team, await boxed(team, nextSecrets(undefined), editor), editor)).toBe('swapped');
    const viewer = await joins(team, 'viewer');
    expect(await open(team, await boxed(team, secrets, editor, { by: viewer }), editor)).toBe('not-admin');
    expect(await open(team, await boxed(team, secrets, viewer), editor)).toBe('other-device');
    const stranger = { member: '', keys: await newDeviceKeys() };
    expect(await open(team, await boxed(team, secrets, editor, { by: stranger }), editor)).toBe('not-admin');
    const good = await boxed(team, secrets, editor);
    const claimed = { ...good, epoch: 2 };
    expect(await open(team, claimed, editor)).toBe('wrong-key');
    expect(await open(team, { ...good, suite: '0041-0001-0002' }, editor)).toBe('suite');
    expect(await open(team, { ...good, signed: { ...good.signed, body: good.signed.body.slice(1) } }, editor)).toBe(
      'forged',
    );
  });

  it('opens no more when the pair that it came by is destroyed', async () => {
    const team = await aTeam();
    const editor = await joins(team, 'editor');
    const box = await boxed(team, await rotated(team), editor);
    const fresh = await withFreshBoxKeys(editor.keys);
    const destroyed = { ...editor, keys: { ...fresh, boxes: fresh.boxes.slice(0, 1) } };
    expect(await open(team, box, { ...editor, keys: fresh })).toMatchObject({ via: box.box });
    expect(await open(team, box, destroyed)).toBe('old-box');
  });
});

describe('the auditor', () => {
  it('finds what is missing, what is too much, and what nobody had the right to make', async () => {
    const team = await aTeam();
    const [editor, viewer] = [await joins(team, 'editor'), await joins(team, 'viewer')];
    const secrets = await rotated(team);
    const outsider = { member: '', keys: await newDeviceKeys() };
    const own = await boxed(team, secrets, team.owner);
    const boxes = [own, await boxed(team, secrets, outsider), await boxed(team, secrets, editor, { by: viewer })];
    const found = await auditBoxes(team.chain.state(), TEAM_SCOPE, boxes, new Map());
    expect(found.map(({ kind, device }) => [kind, device])).toEqual([
      ['extra', outsider.keys.id],
      ['swapped', editor.keys.id],
      ['missing', editor.keys.id],
      ['missing', viewer.keys.id],
    ]);
    const whole = [own, await boxed(team, secrets, editor), await boxed(team, secrets, viewer)];
    expect(await auditBoxes(team.chain.state(), TEAM_SCOPE, whole, new Map())).toEqual([]);
  });

  it('takes a box to any key that the device has published, and asks for the newest', async () => {
    const team = await aTeam();
    const secrets = await rotated(team);
    const fresh = await newDeviceKeys();
    const box = fresh.boxes[0]!.publicKey;
    const published = new Map([[team.owner.keys.id, [box]]]);
    expect(await auditBoxes(team.chain.state(), TEAM_SCOPE, [], published)).toMatchObject([{ kind: 'missing', box }]);
    const made = await boxed(team, secrets, team.owner, { box });
    expect(await auditBoxes(team.chain.state(), TEAM_SCOPE, [made], published)).toEqual([]);
  });
});

describe('rotation', () => {
  it('is due at the beginning, after a removal, after ninety days, and not else', async () => {
    const team = await aTeam();
    const editor = await joins(team, 'editor');
    const due = (now = NOW) =>
      rotationDue(team.chain.state(), TEAM_SCOPE, now, devicesOf(team.chain.state(), TEAM_SCOPE));
    expect(due()).toBe('begun');
    const first = await rotated(team);
    expect([due(), due(NOW + 89 * DAY), due(NOW + 90 * DAY)]).toEqual([undefined, undefined, 'age']);
    await act(team, team.owner, removal(editor));
    expect(due()).toBe('removed');
    await rotated(team, 2, first);
    expect(due()).toBeUndefined();
  });

  it('nests the keys of tokens, up to twenty of them', () => {
    let secrets = nextSecrets(undefined);
    const first = secrets.sup[0];
    for (let epoch = 2; epoch < 30; epoch += 1) secrets = nextSecrets(secrets);
    expect(secrets.sup).toHaveLength(20);
    expect(secrets.sup[0]).toBe(first);
  });
});
