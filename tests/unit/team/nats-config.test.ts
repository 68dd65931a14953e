import { beforeAll, describe, expect, it } from 'vitest';
import { type HubPlan, hubConfig } from '../../../lib/team/nats-config.ts';
import { newOperator } from '../../../lib/team/nats-credentials.ts';

describe('the configuration of a server', () => {
  let plan: HubPlan;
  beforeAll(async () => {
    plan = {
      operator: await newOperator('Humas'),
      accounts: [{ id: 'AHUMAS', jwt: 'ey.humas.jwt' }],
      node: {
        name: 'kantor "satu"',
        host: '0.0.0.0',
        port: 4222,
        webSocketPort: 443,
        routePort: 6222,
        tls: { cert: '/etc/izin/cert.pem', key: '/etc/izin/key.pem' },
        folder: '/var/lib/izin',
        diskGigabytes: 10,
      },
      version: [2, 12],
      origins: ['chrome-extension://abc'],
    };
  });

  it('has TLS, the pages that may connect, every account, and the disk before the answer', () => {
    const text = hubConfig(plan);
    for (const line of [
      'server_name: "kantor \\"satu\\""',
      '  listen: "0.0.0.0:443"',
      '    cert_file: "/etc/izin/cert.pem"',
      '  allowed_origins: ["chrome-extension://abc"]',
      '  compression: false',
      '  sync_interval: always',
      '  AHUMAS: ey.humas.jwt',
      `  ${plan.operator.system.id}: ${plan.operator.system.jwt}`,
      `system_account: ${plan.operator.system.id}`,
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).not.toMatch(/no_tls|cluster \{|no_auth_user/);
    expect(text).not.toContain(plan.operator.key.seed);
    expect(text).not.toContain(plan.operator.system.admin.seed);
  });

  it('leaves out what an older server does not know, and says on one machine that there is no TLS', () => {
    const text = hubConfig({ ...plan, version: [2, 9], node: { ...plan.node, tls: undefined }, origins: [] });
    expect(text).toContain('no_tls: true');
    expect(text).not.toMatch(/sync_interval|allowed_origins|cert_file/);
  });

  it('joins three nodes over TLS', () => {
    const routes = ['a.example:6222', 'b.example:6222', 'c.example:6222'];
    const text = hubConfig({ ...plan, cluster: { name: 'izin', routes, password: 'rahasia' } });
    expect(text).toContain('cluster {\n  name: "izin"\n  listen: "0.0.0.0:6222"');
    expect(text).toContain(`routes: ["${routes.map((at) => `nats://izin:rahasia@${at}`).join('", "')}"]`);
    expect(text).toContain('password: "rahasia"');
    expect(text.match(/cert_file/g)).toHaveLength(2);
    const own = hubConfig({
      ...plan,
      node: { ...plan.node, tls: { cert: '/c', key: '/k', ca: '/ca' } },
      cluster: { name: 'izin', routes, password: 'rahasia' },
    });
    expect(own.match(/ca_file: "\/ca"/g)).toHaveLength(1);
  });

  it('holds no key that signs', () => {
    const text = hubConfig(plan);
    expect(text).not.toContain(plan.operator.key.seed);
    expect(text).not.toContain(plan.operator.system.admin.seed);
  });
});
