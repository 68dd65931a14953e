import type { Operator } from './nats-credentials.ts';

/*
 * A complete configuration for nats-server: one server, or one node of a cluster. Each team has an account; the server
 * learns the accounts from `resolver_preload` at its first start, and keeps what it is told later in its folder.
 */
export interface HubPlan {
  readonly operator: Operator;
  readonly accounts: readonly { readonly id: string; readonly jwt: string }[];
  readonly node: HubNode;
  /** All nodes of a cluster, this one among them, as `host:port`; one server: undefined. */
  readonly cluster?: {
    readonly name: string;
    readonly routes: readonly string[];
    /** Known to the nodes alone: whoever reached a route without it could join. Letters and digits. */
    readonly password: string;
  };
  /** The server that will run it. What an older one does not know it refuses to start with. */
  readonly version: readonly [major: number, minor: number];
  /** Where Izin's pages live in the browsers of the team; Firefox gives every install its own, so none can be listed. */
  readonly origins: readonly string[];
}

/** Paths of PEM files. `ca` only where the certificate is by an authority of one's own: the nodes ask it of each other. */
export interface NodeTls {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
}

export interface HubNode {
  readonly name: string;
  /** Where it listens; `0.0.0.0` is everywhere. */
  readonly host: string;
  readonly port: number;
  readonly webSocketPort: number;
  readonly routePort?: number;
  /** Files of the certificate; undefined: without TLS, for this machine alone. */
  readonly tls: NodeTls | undefined;
  readonly folder: string;
  readonly diskGigabytes: number;
}

/** Since 2.12 a server can write to the disk before it answers; earlier ones flush every two minutes. */
const SYNCS_SINCE = [2, 12] as const;

export function hubConfig({ operator, accounts, node, cluster, version, origins }: HubPlan): string {
  const [major, minor] = version;
  const syncs = major > SYNCS_SINCE[0] || (major === SYNCS_SINCE[0] && minor >= SYNCS_SINCE[1]);
  const preload = [operator.system, ...accounts].map(({ id, jwt }) => `  ${id}: ${jwt}`);
  return lines(
    `# ${node.name}: the team's server. It carries sealed bytes and can read none of them.`,
    `server_name: ${quoted(node.name)}`,
    // Devices come by WebSocket; this one is for tools on the machine itself.
    `listen: ${quoted(`127.0.0.1:${node.port}`)}`,
    'max_payload: 1MB',
    'max_pending: 64MB',
    // After a restart all devices come at once; two seconds, the default, are too few for a small machine.
    'authorization { timeout: 10 }',
    'websocket {',
    `  listen: ${quoted(`${node.host}:${node.webSocketPort}`)}`,
    // Browsers bring no certificate of their own.
    ...(node.tls ? indented(tls({ cert: node.tls.cert, key: node.tls.key })) : ['  no_tls: true']),
    // Compression before login is a way to exhaust the memory of older servers (CVE-2026-27571).
    '  compression: false',
    ...(origins.length > 0 ? [`  allowed_origins: [${origins.map(quoted).join(', ')}]`] : []),
    '}',
    'jetstream {',
    `  store_dir: ${quoted(`${node.folder}/data`)}`,
    '  max_memory_store: 256MB',
    `  max_file_store: ${node.diskGigabytes}GB`,
    ...(syncs ? ['  sync_interval: always'] : []),
    '}',
    ...(cluster ? routes(cluster, node) : []),
    `operator: ${operator.jwt}`,
    `system_account: ${operator.system.id}`,
    'resolver {',
    '  type: full',
    `  dir: ${quoted(`${node.folder}/accounts`)}`,
    '  allow_delete: false',
    '  interval: "2m"',
    '}',
    'resolver_preload {',
    ...preload,
    '}',
  );
}

const tls = ({ cert, key, ca }: NodeTls): readonly string[] => [
  'tls {',
  `  cert_file: ${quoted(cert)}`,
  `  key_file: ${quoted(key)}`,
  ...(ca === undefined ? [] : [`  ca_file: ${quoted(ca)}`]),
  '}',
];

/** Nodes prove to each other by certificate; without one the cluster is for one machine. */
function routes(cluster: NonNullable<HubPlan['cluster']>, node: HubNode): readonly string[] {
  return [
    'cluster {',
    `  name: ${quoted(cluster.name)}`,
    `  listen: ${quoted(`${node.host}:${node.routePort}`)}`,
    '  authorization {',
    '    user: izin',
    `    password: ${quoted(cluster.password)}`,
    '    timeout: 2',
    '  }',
    `  routes: [${cluster.routes.map((at) => quoted(`nats://izin:${cluster.password}@${at}`)).join(', ')}]`,
    ...(node.tls ? indented(tls(node.tls)) : []),
    '}',
  ];
}

const indented = (all: readonly string[]): readonly string[] => all.map((line) => `  ${line}`);
const quoted = (text: string): string => JSON.stringify(text);
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
