import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitEntry, giveKeys } from '@/lib/team/admin.ts';
import { newName } from '@/lib/team/chain-make.ts';
import { newDeviceKeys } from '@/lib/team/device-keys.ts';
import {
  askedBy,
  type Invitation,
  inviteFromText,
  inviteKeysOf,
  inviteToText,
  makeRequest,
  newInviteSecret,
  openCard,
  readRequest,
  sealCard,
} from '@/lib/team/invite.ts';
import { nextSecrets } from '@/lib/team/key-ring.ts';
import { safetyPhrase } from '@/lib/team/safety-phrase.ts';
import { nested, suppressionMacs, suppressionToken } from '@/lib/team/suppression.ts';
import { DAY } from './a-team.ts';
import { aStop, clock, kinds, meet, never, office, opBy, profile, says } from './profiles.ts';

const anInvitation = (over: Partial<Invitation> = {}): Invitation => ({
  v: 1,
  team: 'ab'.repeat(16),
  root: 'cd'.repeat(32),
  secret: newInviteSecret(),
  servers: ['wss://relay.kantor.example'],
  ...over,
});

describe('an invitation', () => {
  it('goes as text through a link, a file or a paste box, and comes back', () => {
    const invitation = anInvitation({ pass: 'a credential' });
    const text = inviteToText(invitation);
    expect(inviteFromText(text)).toEqual({ ok: true, value: invitation });
    expect(inviteFromText(`https://izin.example/join#${text}\n`)).toEqual({ ok: true, value: invitation });
    expect(inviteFromText(text.replace(/(.{40})/g, '$1\n'))).toEqual({ ok: true, value: invitation });
  });

  it('is refused by name when it was cut or changed', () => {
    const text = inviteToText(anInvitation());
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        expect(inviteFromText(text.slice(0, at)).ok).toBe(false);
      }),
    );
    for (const other of ['', 'hello', 'izin-invite-1.', 'izin-invite-1.%%', 'izin-invite-1.AAAA'])
      expect(inviteFromText(other)).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  it('makes the same keys from the same secret, and others from another', async () => {
    const secret = newInviteSecret();
    expect(await inviteKeysOf(secret)).toEqual(await inviteKeysOf(secret.slice()));
    expect((await inviteKeysOf(newInviteSecret())).sign.publicKey).not.toBe(
      (await inviteKeysOf(secret)).sign.publicKey,
    );
  });

  it('is answered with a name that only who has its reading key can see', async () => {
    const invitation = anInvitation();
    const device = await newDeviceKeys();
    const piece = await makeRequest(invitation, device, { name: 'Rani' });
    const read = await readRequest(piece.bytes);
    if (!read.ok) throw new Error(read.error.kind);
    const { sign, readingKey } = await inviteKeysOf(invitation.secret);
    expect(read.value).toMatchObject({ invite: sign.publicKey, device: device.id, team: invitation.team });
    expect(piece.path).toBe(`inv/${sign.publicKey}/${read.value.hash}`);
    expect(await askedBy(read.value, readingKey)).toEqual({ ok: true, value: { name: 'Rani' } });
    expect(await askedBy(read.value, new Uint8Array(32))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(await askedBy({ ...read.value, box: '00'.repeat(32) }, readingKey)).toMatchObject({ ok: false });
    expect(Buffer.from(piece.bytes).includes('Rani')).toBe(false);
  });

  it('is not answered by who changes one byte, or has not its secret', async () => {
    const piece = await makeRequest(anInvitation(), await newDeviceKeys(), { name: 'Rani' });
    await fc.assert(
      fc.asyncProperty(fc.nat(piece.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = piece.bytes.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect((await readRequest(bytes)).ok).toBe(false);
      }),
    );
  });

  it('brings a colleague in, from the text to the first withdrawal that they see', async () => {
    const at = await office([]);
    const { desk } = at.owner.sync;
    const stop = opBy(at.owner, at, [aStop()]);
    await says(at.owner, at, stop);
    await meet(at.relay, at.owner);
    const invitation = anInvitation({ team: at.team.team, root: at.team.root.publicKey });
    const { sign, readingKey } = await inviteKeysOf(invitation.secret);
    const relay = at.relay.transport();
    const offered = { invite: sign.publicKey, role: 'viewer', scopes: [at.scope], until: clock.now + 3 * DAY } as const;
    await commitEntry(desk, { kind: 'invite', ...offered, scopes: [...offered.scopes] }, relay, never);
    const keys = await newDeviceKeys();
    const joiner = await profile(at.team, { member: newName(), keys });
    await relay.put([await makeRequest(invitation, keys, { name: 'Rani' })], never);
    await meet(at.relay, at.owner);
    const [path = ''] = await desk.around.store.keys('requests');
    const read = await readRequest((await desk.around.store.get('requests', path))!);
    if (!read.ok) throw new Error(read.error.kind);
    expect(await askedBy(read.value, readingKey)).toMatchObject({ value: { name: 'Rani' } });
    const said = (one: { sign: string; box: string }) =>
      safetyPhrase({ team: at.team.team, invite: sign.publicKey, signKey: one.sign, boxKey: one.box });
    expect(await said(read.value)).toEqual(await said({ sign: keys.sign.publicKey, box: keys.boxes[0]!.publicKey }));
    const { invite, sign: signKey, box, hash } = read.value;
    const admit = { kind: 'admit', invite, member: joiner.member, sign: signKey, box, request: hash } as const;
    expect(await commitEntry(desk, admit, relay, never)).toMatchObject({ ok: true });
    await giveKeys(desk, at.scope);
    await meet(at.relay, at.owner);
    await meet(at.relay, joiner);
    expect(joiner.ops.get(stop.id)).toEqual(stop);
    expect([kinds(joiner), kinds(at.owner)]).toEqual([[], []]);
    expect(await commitEntry(desk, { ...admit, member: newName() }, relay, never)).toMatchObject({ ok: false });
  });
});

describe('a card', () => {
  it('opens for the members alone, and only where it belongs', async () => {
    const key = new Uint8Array(32).fill(3);
    const { epoch, sealed } = await sealCard(key, 4, { name: 'Rani' }, 'ab'.repeat(8));
    expect([epoch, await openCard(key, sealed, 'ab'.repeat(8))]).toEqual([4, { ok: true, value: { name: 'Rani' } }]);
    expect(await openCard(key, sealed, 'cd'.repeat(8))).toMatchObject({ error: { kind: 'wrong-key' } });
  });
});

describe('tokens of the erased', () => {
  it('are found under every later key, without the address being known', async () => {
    let secrets = nextSecrets(undefined);
    const first = await suppressionMacs(secrets.sup);
    let tokens: readonly string[] = [suppressionToken(first, 's', 'email:sari@harian.example')];
    for (let epoch = 2; epoch < 25; epoch += 1) {
      const known = secrets.sup.length;
      secrets = nextSecrets(secrets);
      const macs = await suppressionMacs(secrets.sup);
      tokens = nested(macs, known, tokens);
      expect(tokens).toEqual([suppressionToken(macs, 's', 'email:sari@harian.example')]);
    }
    const macs = await suppressionMacs(secrets.sup);
    expect(tokens).not.toContain(suppressionToken(macs, 's', 'email:other@harian.example'));
    expect(tokens).not.toContain(suppressionToken(macs, 't', 'email:sari@harian.example'));
  });
});
