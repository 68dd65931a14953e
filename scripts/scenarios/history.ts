import type { ConsentEvent, Process } from '../../lib/domain/consent.ts';
import type { ConsentState } from '../../lib/domain/enums.ts';
import { PURPOSES, type Purpose, type Relation } from '../../lib/domain/enums.ts';
import { epoch, utc } from '../../lib/domain/instant.ts';
import { VALID } from '../../lib/domain/transitions.ts';
import type { ScenarioConsent, ScenarioPerson } from './schema.ts';

const BY: Readonly<Partial<Record<ConsentState, Relation>>> = {
  revoked: 'controller',
  invalidated: 'controller',
  expired: 'clock',
};

/** What the person's record covers: what its events name, wholly everything where none names a purpose, and other bases. */
export function processesOf({ key, consent = [], basis = [] }: ScenarioPerson): readonly Process[] {
  const named = [...new Set(consent.flatMap(({ purpose }) => (purpose ? [purpose] : [])))];
  const whole = named.length === 0 && consent.length > 0;
  const consents = (whole ? [...PURPOSES] : named).map((purpose): Process => {
    const about = consent.filter((event) => whole || event.purpose === purpose);
    const granted = about.filter(({ state }) => VALID.has(state));
    const telling = granted.length > 0 ? granted : about;
    return {
      process_id: `${key}-consent-${purpose}`,
      purpose,
      lawful_basis: about.find((event) => event.basis)?.basis ?? 'consent',
      channels: union(telling.map(({ channels }) => channels)),
      clients: union(telling.map(({ clients }) => clients)),
    };
  });
  const others = basis.flatMap((one, index) =>
    (one.purpose ? [one.purpose] : [...PURPOSES]).map(
      (purpose: Purpose): Process => ({
        process_id: `${key}-basis-${index}-${purpose}`,
        purpose,
        lawful_basis: one.basis,
        channels: one.channels ?? [],
        clients: one.clients ?? [],
        ...(one.since ? { since: one.since } : {}),
      }),
    ),
  );
  return [...consents, ...others];
}

/** One list that is left open opens all of them. */
const union = <T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] =>
  lists.some((list) => list === undefined || list.length === 0)
    ? []
    : [...new Set(lists.flatMap((list) => list ?? []))];

export const eventsOf = ({ key, consent = [] }: ScenarioPerson): readonly ConsentEvent[] =>
  consent.map((event, index) => eventOf(event, `${key}-event-${index}`)).toSorted((a, b) => epoch(a.at) - epoch(b.at));

function eventOf(event: ScenarioConsent, id: string): ConsentEvent {
  const { state, at } = event;
  // A note alone supports no explicit consent; the ledger would refuse it.
  const type = event.type === 'explicit' && event.evidence === 'note_only' ? 'expressed' : event.type;
  return {
    event_id: id,
    state,
    consent_type: type ?? (VALID.has(state) ? 'expressed' : 'none'),
    at: utc(epoch(at)),
    ...(event.until ? { until: utc(epoch(event.until)) } : {}),
    by_relation: event.by ?? BY[state] ?? 'self',
    ...(event.method ? { method: event.method } : {}),
    ...(event.by === 'imported' && !event.evidence ? {} : { evidence: { kind: event.evidence ?? 'message_ref' } }),
    recorded_by: 'scenario',
    recorded_at: utc(epoch(at)),
    ...(state === 'revoked' || state === 'invalidated' ? { reason: 'as the scenario says' } : {}),
    prev: [],
    ...(event.purpose ? { purposes: [event.purpose] } : {}),
    ...(event.channels?.length ? { channels: event.channels } : {}),
    ...(event.clients?.length ? { clients: event.clients } : {}),
  };
}

const BEFORE: Readonly<Partial<Record<ConsentState, ConsentState>>> = {
  withdrawn: 'given',
  revoked: 'given',
  expired: 'given',
  renewed: 'given',
  invalidated: 'given',
  refused: 'unknown',
  request_deferred: 'requested',
};

/** A scenario may tell the last word alone; what must have gone before is put a minute earlier, with the same scope. */
export function beforehand(event: ConsentEvent): ConsentEvent | undefined {
  const state = BEFORE[event.state];
  if (state === undefined) return undefined;
  const { until: _until, method: _method, reason: _reason, ...scope } = event;
  const at = utc(epoch(event.at) - 60_000);
  return {
    ...scope,
    event_id: `${event.event_id}-before`,
    state,
    consent_type: state === 'given' ? 'expressed' : 'none',
    by_relation: 'self',
    evidence: { kind: 'message_ref' },
    at,
    recorded_at: at,
  };
}
