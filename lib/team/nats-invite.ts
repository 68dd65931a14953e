import { err, ok, type Result } from '../domain/result.ts';
import { failureOfNats, isAbsent } from './nats-failure.ts';
import { type Link, orCancelled } from './nats-link.ts';
import { type Places, writtenPlaces } from './nats-place.ts';
import { lastDirect } from './nats-read.ts';
import type { Pulled, TransportFailure } from './transport.ts';

/** One who asks to join may ask for the last piece of the invite: the own request, or the answer to it. */
export async function pullInvite(
  link: Link,
  invite: string,
  places: Places,
  signal: AbortSignal,
): Promise<Result<Pulled, TransportFailure>> {
  try {
    const last = await orCancelled(lastDirect(link, 'INV', `t.inv.${invite}`), signal);
    const seen = places.inv?.seq ?? 0;
    if (last === undefined || last.seq <= seen) return ok({ pieces: [], cursor: writtenPlaces(places) });
    const inv = { created: '', seq: last.seq, mark: undefined };
    return ok({ pieces: [{ path: last.path, bytes: last.bytes }], cursor: writtenPlaces({ inv }) });
  } catch (error) {
    return isAbsent(error) ? ok({ pieces: [], cursor: writtenPlaces(places) }) : err(failureOfNats(error, signal));
  }
}
