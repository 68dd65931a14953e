import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url } from '../../../lib/domain/base64url.ts';
import { accountJwt, NO_LIMITS, newCredential, newOperator, userJwt } from '../../../lib/team/nats-credentials.ts';
import { inboxOf, type NatsRole, permissionsOf } from '../../../lib/team/nats-permissions.ts';
import { isNatsId, type KeyOwner, newNatsKey, signWith } from '../../../lib/team/nkeys.ts';

interface Claims {
  readonly iss: string;
  readonly sub: string;
  readonly exp?: number;
  readonly nats: Readonly<Record<string, unknown>>;
}
const claimsOf = (jwt: string): Claims => JSON.parse(new TextDecoder().decode(fromBase64Url(jwt.split('.')[1] ?? '')));

describe('keys as a nats-server writes them', () => {
  it.each([
    ['operator', 'O'],
    ['account', 'A'],
    ['user', 'U'],
  ] as const)('of an %s begin with %s, and their seeds with S and the same letter', async (owner, letter) => {
    const { id, seed } = await newNatsKey(owner);
    expect(id).toMatch(new RegExp(`^${letter}[A-Z2-7]{55}$`));
    expect(seed).toMatch(new RegExp(`^S${letter}[A-Z2-7]{56}$`));
    for (const other of ['operator', 'account', 'user'] as KeyOwner[])
      expect(isNatsId(id, other)).toBe(other === owner);
    expect(isNatsId(seed, owner)).toBe(false);
  });

  it('are no longer any when one letter was changed or is missing', async () => {
    const { id, seed } = await newNatsKey('user');
    const wrong = (text: string): fc.Arbitrary<string> =>
      fc
        .tuple(fc.nat(text.length - 1), fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'))
        .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
    fc.assert(fc.property(wrong(id), (text) => text === id || !isNatsId(text, 'user')));
    expect(isNatsId(id.slice(1), 'user')).toBe(false);
    expect(isNatsId('', 'user')).toBe(false);
    await expect(
      signWith(`${seed.slice(0, 20)}${seed[20] === 'A' ? 'B' : 'A'}${seed.slice(21)}`, new Uint8Array(1)),
    ).rejects.toThrow();
  });
});

describe('credentials', () => {
  it('of a device name its account, its role and its end', async () => {
    const [account, signer] = [await newNatsKey('account'), await newNatsKey('account')];
    const { jwt, id } = await newCredential(signer, account.id, { kind: 'editor', device: 'b2' }, 1_900_000_000);
    const { iss, sub, exp, nats } = claimsOf(jwt);
    expect([iss, sub, exp, nats.issuer_account]).toEqual([signer.id, id, 1_900_000_000, account.id]);
    expect(nats).toMatchObject({ type: 'user', version: 2, ...permissionsOf({ kind: 'editor', device: 'b2' }, id) });
  });

  it('are made for the key of a user and for nothing else', async () => {
    const account = await newNatsKey('account');
    await expect(userJwt(account, account.id, { kind: 'admin' }, account.id, undefined)).rejects.toThrow(TypeError);
  });

  it('of an account say who may mint, who is revoked, and every limit that the server would else take for none', async () => {
    const operator = await newOperator('Humas');
    const [key, signer] = [await newNatsKey('account'), await newNatsKey('account')];
    const spec = { name: 'Humas', id: key.id, signers: [signer.id], revoked: { UABC: 5 }, limits: NO_LIMITS };
    const { iss, sub, nats } = claimsOf(await accountJwt(operator.key, spec));
    expect([iss, sub]).toEqual([operator.key.id, key.id]);
    expect(nats).toMatchObject({ signing_keys: [signer.id], revocations: { UABC: 5 } });
    expect(Object.keys(nats.limits as object).sort()).toEqual([
      'conn',
      'consumer',
      'data',
      'disk_storage',
      'exports',
      'imports',
      'leaf',
      'mem_storage',
      'payload',
      'streams',
      'subs',
      'wildcards',
    ]);
  });
});

describe('what a credential may do', () => {
  const roles: readonly NatsRole[] = [
    { kind: 'admin' },
    { kind: 'editor', device: 'b2' },
    { kind: 'viewer', device: 'b2' },
    { kind: 'invite', invite: 'c3' },
  ];

  it.each(roles)('is never everything, for no role: $kind', (role) => {
    const { pub, sub } = permissionsOf(role, 'UABC');
    const all = [...pub.allow, ...sub.allow];
    expect(all.filter((subject) => /^(>|\*|\$JS\.>|\$JS\.API\.>|\$SYS|_INBOX\.>)/.test(subject))).toEqual([]);
    expect(all.filter((subject) => /ACCOUNT|STREAM\.DELETE|STREAM\.(LIST|NAMES)/.test(subject))).toEqual([]);
    expect(sub.allow).toContain(`${inboxOf('UABC')}.>`);
  });

  it('is to write as its own device, for an editor, and nothing but its own heads, for a viewer', () => {
    const writes = (role: NatsRole): readonly string[] =>
      permissionsOf(role, 'UABC').pub.allow.filter((subject) => subject.startsWith('t.'));
    expect(writes({ kind: 'editor', device: 'b2' })).toEqual(['t.ops.b2', 't.hb.b2', 't.news']);
    expect(writes({ kind: 'viewer', device: 'b2' })).toEqual(['t.hb.b2', 't.news']);
    expect(writes({ kind: 'invite', invite: 'c3' })).toEqual(['t.inv.c3', 't.news']);
  });
});
