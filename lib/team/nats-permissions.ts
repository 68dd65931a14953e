import { NEWS, STREAMS, type StreamName } from './nats-names.ts';

/*
 * What a credential may do at the server. The server is not trusted with it: every device decides from the chain. It keeps
 * honest devices from mistakes, and a stolen credential from more than its role.
 * No template has `>` or `$JS.>`: with either, one team could empty another's streams (CVE-2025-30215, seen on 2.9.10).
 */
export type NatsRole =
  | { readonly kind: 'admin' }
  | { readonly kind: 'editor'; readonly device: string }
  | { readonly kind: 'viewer'; readonly device: string }
  | { readonly kind: 'invite'; readonly invite: string };

export interface NatsPermissions {
  readonly pub: { readonly allow: readonly string[] };
  readonly sub: { readonly allow: readonly string[] };
}

/** Replies go to subjects of the credential's own: nobody reads those of another. */
export const inboxOf = (userId: string): string => `_INBOX.${userId}`;

export function permissionsOf(role: NatsRole, userId: string): NatsPermissions {
  const replies = `${inboxOf(userId)}.>`;
  switch (role.kind) {
    case 'admin':
      return {
        pub: { allow: ['t.>', ...STREAMS.flatMap(admin), ...STREAMS.flatMap(reading), '$JS.API.INFO'] },
        sub: { allow: [replies, 't.>'] },
      };
    case 'editor':
      return {
        pub: {
          allow: [`t.ops.${role.device}`, `t.hb.${role.device}`, NEWS, ...MEMBERS.flatMap(reading), '$JS.API.INFO'],
        },
        sub: { allow: [replies, NEWS] },
      };
    case 'viewer':
      return {
        pub: { allow: [`t.hb.${role.device}`, NEWS, ...MEMBERS.flatMap(reading), '$JS.API.INFO'] },
        sub: { allow: [replies, NEWS] },
      };
    case 'invite':
      return {
        pub: { allow: [`t.inv.${role.invite}`, NEWS, `$JS.API.DIRECT.GET.INV.t.inv.${role.invite}`] },
        sub: { allow: [replies, NEWS] },
      };
  }
}

/** Requests to join are for admins. */
const MEMBERS: readonly StreamName[] = STREAMS.filter((name) => name !== 'INV');

const reading = (stream: StreamName): readonly string[] => [
  `$JS.API.STREAM.INFO.${stream}`,
  `$JS.API.STREAM.MSG.GET.${stream}`,
  `$JS.API.DIRECT.GET.${stream}`,
  `$JS.API.DIRECT.GET.${stream}.>`,
  `$JS.API.CONSUMER.CREATE.${stream}`,
  `$JS.API.CONSUMER.CREATE.${stream}.>`,
  `$JS.API.CONSUMER.INFO.${stream}.*`,
  `$JS.API.CONSUMER.DELETE.${stream}.*`,
  `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
];

const admin = (stream: StreamName): readonly string[] =>
  ['CREATE', 'UPDATE', 'PURGE', 'MSG.DELETE'].map((verb) => `$JS.API.STREAM.${verb}.${stream}`);
