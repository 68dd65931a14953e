import { toBase64Url } from '../domain/base64url.ts';
import { inboxOf, type NatsRole, permissionsOf } from './nats-permissions.ts';
import { isNatsId, type NatsKey, newNatsKey, signWith } from './nkeys.ts';

/*
 * Operator, account and user as a nats-server reads them: JWTs signed with Ed25519 (algorithm `ed25519-nkey`). Few lines
 * of our own: the published package calls itself unsupported. All of it works offline, on an admin's device.
 * Times are seconds since 1970.
 */
export interface Operator {
  readonly key: NatsKey;
  readonly jwt: string;
  /** The system account: `admin` of it tells a running server of changed accounts. */
  readonly system: { readonly id: string; readonly jwt: string; readonly admin: Credential };
}

/** What a device connects with. `seed` is secret. */
export interface Credential {
  readonly jwt: string;
  readonly id: string;
  readonly seed: string;
}

export interface AccountSpec {
  readonly name: string;
  readonly id: string;
  /** Public keys that may mint for this account: one an admin, so that removing an admin drops one. */
  readonly signers: readonly string[];
  /** User id → everything issued up to then is refused; `*` is everybody. */
  readonly revoked: Readonly<Record<string, number>>;
  readonly limits: AccountLimits;
}

/** −1: no limit. An account without limits written out may not connect at all. */
export interface AccountLimits {
  readonly connections: number;
  readonly diskBytes: number;
  readonly streams: number;
}

/** For a team with a server of its own. */
export const NO_LIMITS: AccountLimits = { connections: -1, diskBytes: -1, streams: -1 };

export async function newOperator(name: string): Promise<Operator> {
  const [key, account, admin] = await Promise.all([newNatsKey('operator'), newNatsKey('account'), newNatsKey('user')]);
  const system = {
    id: account.id,
    jwt: await token(key, { name: 'SYS', sub: account.id, nats: accountClaims(NO_LIMITS, [], {}, false) }),
  };
  const adminJwt = await token(account, {
    name: 'system',
    sub: admin.id,
    nats: { ...USER, pub: SYSTEM, sub: { allow: [`${inboxOf(admin.id)}.>`] } },
  });
  const jwt = await token(key, { name, sub: key.id, nats: { type: 'operator', system_account: account.id } });
  return { key, jwt, system: { ...system, admin: { jwt: adminJwt, id: admin.id, seed: admin.seed } } };
}

/** Where a changed account is sent, by the system's admin, with its JWT as it is. */
export const CLAIMS_UPDATE = '$SYS.REQ.CLAIMS.UPDATE';
const SYSTEM = { allow: [CLAIMS_UPDATE] };

export function accountJwt(operatorSeed: NatsKey, spec: AccountSpec): Promise<string> {
  return token(operatorSeed, {
    name: spec.name,
    sub: spec.id,
    nats: accountClaims(spec.limits, spec.signers, spec.revoked, true),
  });
}

/** A key of its own for one device. `signer` is an admin's signing key, `account` the account's id. */
export async function newCredential(
  signer: NatsKey,
  account: string,
  role: NatsRole,
  expires: number | undefined,
): Promise<Credential> {
  const key = await newNatsKey('user');
  return { jwt: await userJwt(signer, account, role, key.id, expires), id: key.id, seed: key.seed };
}

/** For a device that made its key itself, and for renewing. */
export async function userJwt(
  signer: NatsKey,
  account: string,
  role: NatsRole,
  user: string,
  expires: number | undefined,
): Promise<string> {
  if (!isNatsId(user, 'user')) throw new TypeError('no public key of a user');
  const claims = { ...USER, ...permissionsOf(role, user), issuer_account: account };
  return token(signer, {
    name: role.kind,
    sub: user,
    ...(expires === undefined ? {} : { exp: expires }),
    nats: claims,
  });
}

const USER = { type: 'user', subs: -1, data: -1, payload: -1 } as const;

const accountClaims = (
  limits: AccountLimits,
  signers: readonly string[],
  revoked: Readonly<Record<string, number>>,
  stores: boolean,
): object => ({
  type: 'account',
  limits: {
    ...{ subs: -1, data: -1, payload: -1, imports: 0, exports: 0, wildcards: true, leaf: 0 },
    conn: limits.connections,
    ...(stores ? { mem_storage: -1, disk_storage: limits.diskBytes, streams: limits.streams, consumer: -1 } : {}),
  },
  ...(signers.length > 0 ? { signing_keys: signers } : {}),
  ...(Object.keys(revoked).length > 0 ? { revocations: revoked } : {}),
});

interface Claims {
  readonly name: string;
  readonly sub: string;
  readonly exp?: number;
  readonly nats: object;
}

const utf8 = new TextEncoder();

async function token(signer: NatsKey, claims: Claims): Promise<string> {
  const body = {
    jti: crypto.randomUUID(),
    iat: Math.floor(Date.now() / 1000),
    iss: signer.id,
    ...claims,
    nats: { ...claims.nats, version: 2 },
  };
  const text = [{ typ: 'JWT', alg: 'ed25519-nkey' }, body]
    .map((part) => toBase64Url(utf8.encode(JSON.stringify(part))))
    .join('.');
  return `${text}.${toBase64Url(await signWith(signer.seed, utf8.encode(text)))}`;
}
