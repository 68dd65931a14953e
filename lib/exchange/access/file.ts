import type { Evidence } from '../../domain/consent.ts';
import type { Disclosure, Instant, PersonState } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request.ts';
import { requestFile } from '../../domain/request-fold.ts';
import { type OtherPerson, ownOf, withholdOthers } from './withhold.ts';

/*
 * All that the ledger holds of one person, as it may be given to them: other people's data are taken out of every free
 * text, and people who got data from us are told by role and outlet. Consent records have a form of their own (the
 * receipt); here each is told in one line.
 */
export interface AccessFile {
  readonly madeAt: Instant;
  readonly person: Omit<PersonState['person'], 'sharedWith' | 'space'>;
  readonly points: PersonState['points'];
  readonly data: PersonState['data'];
  readonly consents: readonly AccessConsent[];
  readonly suppressions: PersonState['suppressions'];
  readonly notes: PersonState['notes'];
  readonly contacts: PersonState['contacts'];
  readonly receivers: readonly Receiver[];
  /** Who got something about them from us, and when. */
  readonly disclosures: readonly Disclosure[];
  readonly requests: PersonState['requests'];
  /** Gaps that stand for other people's data. */
  readonly withheld: number;
}

/** One thing that was said about consent, of one record. */
export interface AccessConsent {
  readonly recordId: string;
  readonly purposes: readonly string[];
  readonly channels: readonly string[];
  readonly basis: string;
  readonly state?: string;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly method?: string;
  readonly words?: string;
}

/** Who may have their data: by what they are, not by name. */
export interface Receiver {
  readonly role: string;
  readonly outlet?: string;
}

export interface AccessContext {
  readonly madeAt: Instant;
  /** Everybody else in the ledger. */
  readonly others: readonly OtherPerson[];
  readonly receivers: readonly Receiver[];
  /** What stands where something was taken out. */
  readonly gap: string;
}

export function accessFile(state: PersonState, { madeAt, others, receivers, gap }: AccessContext): AccessFile {
  const own = ownOf(state);
  let withheld = 0;
  const free = (text: string): string => {
    const answer = withholdOthers(text, others, own, gap);
    withheld += answer.count;
    return answer.text;
  };
  const proof = (evidence: Evidence): Evidence => ({
    ...evidence,
    ...(evidence.locator ? { locator: free(evidence.locator) } : {}),
    ...(evidence.excerpt ? { excerpt: free(evidence.excerpt) } : {}),
  });
  const { sharedWith: _, space: __, source, ...person } = state.person;
  const file = {
    madeAt,
    person: { ...person, ...(source ? { source: { ...source, ...freed(source, ['detail'], free) } } : {}) },
    points: state.points,
    data: state.data.map((datum) => ({
      ...datum,
      ...(OWN_FORM.has(datum.kind) ? {} : { value: free(datum.value) }),
      ...(datum.source ? { source: { ...datum.source, ...freed(datum.source, ['detail'], free) } } : {}),
    })),
    consents: consentsOf(state, free),
    suppressions: state.suppressions.map((one) => ({ ...one, ...freed(one, ['source'], free) })),
    notes: state.notes.map((note) => ({ ...note, text: free(note.text) })),
    contacts: state.contacts,
    receivers,
    disclosures: (state.disclosures ?? []).map((one) => ({ ...one, to: free(one.to) })),
    requests: state.requests.map((request) => ({
      ...request,
      ...freed(request, ['words'], free),
      ...(request.evidence ? { evidence: proof(request.evidence) } : {}),
      ...(request.events ? { events: requestFile(request).events.map((one) => event(one, free, proof)) } : {}),
    })),
  };
  return { ...file, withheld };
}

/** Kinds whose value is one thing of the person's own, and no words about anybody. */
const OWN_FORM: ReadonlySet<string> = new Set(['birth_date', 'phone', 'email', 'nik', 'npwp', 'bank_account']);

const freed = <T extends object, K extends keyof T>(
  from: T,
  names: readonly K[],
  free: (text: string) => string,
): Partial<Record<K, string>> => {
  const made: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = from[name];
    if (typeof value === 'string') made[name] = free(value);
  }
  return made;
};

/** Who did it stays out: a colleague is another person too. */
function event(
  one: RequestEvent,
  free: (text: string) => string,
  proof: (evidence: Evidence) => Evidence,
): RequestEvent {
  const shown = { ...one, by: 'controller', ...(one.evidence ? { evidence: proof(one.evidence) } : {}) };
  return 'reason' in shown && shown.reason !== undefined ? { ...shown, reason: free(shown.reason) } : shown;
}

const consentsOf = ({ records }: PersonState, free: (text: string) => string): readonly AccessConsent[] =>
  records.flatMap((record) =>
    record.processes.flatMap((process): AccessConsent[] => {
      const said = { recordId: record.record_id, basis: process.lawful_basis };
      const covers = { purposes: [process.purpose], channels: process.channels };
      if (record.events.length === 0) return [{ ...said, ...covers, ...(process.since ? { at: process.since } : {}) }];
      return record.events.map((one) => ({
        ...said,
        purposes: one.purposes ?? covers.purposes,
        channels: one.channels ?? covers.channels,
        state: one.state,
        at: one.at,
        ...(one.until ? { until: one.until } : {}),
        ...(one.method ? { method: one.method } : {}),
        ...(one.evidence?.excerpt ? { words: free(one.evidence.excerpt) } : {}),
      }));
    }),
  );
