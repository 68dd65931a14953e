import { err, ok } from '../domain/result.ts';
import { CLAIMS_UPDATE } from './nats-credentials.ts';
import { failureOfNats } from './nats-failure.ts';
import { type LinkOptions, natsLink, orCancelled } from './nats-link.ts';
import type { Moved } from './transport.ts';

/**
 * Tells a running server that an account has changed: a new team, another signing key, a revocation. `hub.credential` is
 * the system's admin. From then on it counts for every server of the cluster; a revoked client is put out at once.
 */
export async function pushAccount(hub: LinkOptions, accountJwt: string, signal: AbortSignal): Moved<void> {
  const linked = natsLink(hub);
  try {
    const link = await linked.open(signal);
    if (!link.ok) return link;
    const answer = await orCancelled(link.value.nc.request(CLAIMS_UPDATE, accountJwt, { timeout: 5000 }), signal);
    const said = answer.json<{
      readonly data?: { readonly code?: number };
      readonly error?: { readonly description?: string };
    }>();
    return said.data?.code === 200
      ? ok(undefined)
      : err({ kind: 'refused', detail: said.error?.description ?? 'no answer to the account' });
  } catch (error) {
    return err(failureOfNats(error, signal));
  } finally {
    await linked.close();
  }
}
