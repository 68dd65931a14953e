import type { ConsentRecord, Process } from './consent.ts';
import { covers, type Scope, type StateFor, stateFor } from './consent-state.ts';
import type { Channel, LawfulBasis, Purpose } from './enums.ts';
import { isBefore } from './instant.ts';
import type { Instant, PersonState, Suppression } from './person.ts';
import { never } from './result.ts';
import { OWN_WORD, VALID } from './transitions.ts';

/** Strictest first. */
export type Answer = 'block' | 'ask_first' | 'notice' | 'allow';
const ANSWERS: readonly Answer[] = ['block', 'ask_first', 'notice', 'allow'];

/** What a rule shows as evidence: facts of the ledger, never a sentence. */
export type Because = { readonly personId: string; readonly space: string } & (
  | { readonly kind: 'suppression'; readonly suppression: Suppression }
  /** A consent state: it blocks (withdrawn, refused), asks first (expired, unknown …) or permits (given, renewed). */
  | ({ readonly kind: 'state'; readonly recordId: string } & StateFor)
  /** Another lawful basis than consent. */
  | {
      readonly kind: 'basis';
      readonly recordId: string;
      readonly process: Process;
      readonly since?: Instant;
      readonly noticeVersion?: string;
    }
  | { readonly kind: 'no-record' }
  /** Records exist, for these purposes (or clients) only; the closest mismatch alone is told. */
  | { readonly kind: 'purpose'; readonly purposes: readonly Purpose[]; readonly bases: readonly LawfulBasis[] }
  | { readonly kind: 'client'; readonly clients: readonly string[]; readonly bases: readonly LawfulBasis[] }
  | { readonly kind: 'channel'; readonly channels: readonly Channel[]; readonly bases: readonly LawfulBasis[] }
);

export interface Contactability {
  readonly answer: Answer;
  /** All that leads to the answer, of every space that gives it. */
  readonly because: readonly Because[];
  /** Lawful bases that would cover the message; known even when it is blocked. */
  readonly bases: readonly LawfulBasis[];
}

export interface ContactQuestion extends Scope {
  readonly at: Instant;
  /** Version of the notice in force; left out: the notice is not at issue. */
  readonly notice?: string;
}

/** May this person be written to? Several states are several spaces: the stricter holds. No state at all asks first. */
export function contactability(states: readonly PersonState[], question: ContactQuestion): Contactability {
  const all = states.map((state) => ofOne(state, question));
  const answer = ANSWERS.find((candidate) => all.some((one) => one.answer === candidate)) ?? 'ask_first';
  return {
    answer,
    because: all.filter((one) => one.answer === answer).flatMap(({ because }) => because),
    bases: [...new Set(all.flatMap(({ bases }) => bases))],
  };
}

function ofOne(state: PersonState, question: ContactQuestion): Contactability {
  const who = { personId: state.person.id, space: state.person.space };
  const consents = state.records.map((record) => ({ record, found: stateFor(record, question, question.at) }));
  const bases = validBases(consents, question);
  const suppressed = state.suppressions
    .filter((suppression) => inScope(suppression, question))
    .map((suppression): Because => ({ ...who, kind: 'suppression', suppression }));
  const refused = consents.filter(({ found }) => found.state !== 'none' && OWN_WORD.has(found.state)).map(asState(who));
  if (suppressed.length + refused.length > 0) return { answer: 'block', because: [...suppressed, ...refused], bases };

  const given = consents.filter(
    ({ found }) => found.process?.lawful_basis === 'consent' && found.state !== 'none' && VALID.has(found.state),
  );
  if (given.length > 0) return { answer: 'allow', because: given.map(asState(who)), bases };
  const others = consents.flatMap(({ record }) => otherBases(record, question).map((process) => ({ record, process })));
  if (others.length > 0) {
    const told = others.filter(
      ({ record }) => question.notice === undefined || record.notice?.version === question.notice,
    );
    const because = (told.length > 0 ? told : others).map(
      ({ record, process }): Because => ({
        ...who,
        kind: 'basis',
        recordId: record.record_id,
        process,
        ...(process.since ? { since: process.since } : {}),
        ...(record.notice ? { noticeVersion: record.notice.version } : {}),
      }),
    );
    return { answer: told.length > 0 ? 'allow' : 'notice', because, bases };
  }
  return { answer: 'ask_first', because: whyNot(state, consents, question, who), bases };
}

type Consent = { readonly record: ConsentRecord; readonly found: StateFor };
type Who = { readonly personId: string; readonly space: string };

const asState =
  (who: Who) =>
  ({ record, found }: Consent): Because => ({ ...who, kind: 'state', recordId: record.record_id, ...found });

const otherBases = (record: ConsentRecord, question: ContactQuestion): readonly Process[] =>
  record.processes.filter(
    (process) =>
      process.lawful_basis !== 'consent' &&
      covers(process, question) &&
      !(process.since && isBefore(question.at, process.since)),
  );

function validBases(consents: readonly Consent[], question: ContactQuestion): readonly LawfulBasis[] {
  const consent = consents.some(
    ({ found }) => found.process?.lawful_basis === 'consent' && found.state !== 'none' && VALID.has(found.state),
  );
  const others = consents.flatMap(({ record }) => otherBases(record, question).map(({ lawful_basis }) => lawful_basis));
  return [...new Set<LawfulBasis>([...(consent ? (['consent'] as const) : []), ...others])];
}

/** The nearest miss: a state that does not permit, else the channel, the client, the purpose, else nothing on record. */
function whyNot(
  state: PersonState,
  consents: readonly Consent[],
  question: ContactQuestion,
  who: Who,
): readonly Because[] {
  const states = consents.filter(({ found }) => found.process && found.state !== 'none').map(asState(who));
  if (states.length > 0) return states;
  const processes = state.records.flatMap((record) => usable(record, question.at));
  const { purpose, channel, client } = question;
  const sameChannel = (process: Process): boolean =>
    process.channels.length === 0 || process.channels.includes(channel);
  const sameClient = (process: Process): boolean =>
    client === undefined || process.clients.length === 0 || process.clients.includes(client);
  const samePurpose = processes.filter((process) => process.purpose === purpose);
  const bases = (list: readonly Process[]): readonly LawfulBasis[] =>
    unique(list.map(({ lawful_basis }) => lawful_basis));
  const byChannel = samePurpose.filter((process) => sameClient(process) && !sameChannel(process));
  if (byChannel.length > 0)
    return [
      {
        ...who,
        kind: 'channel',
        channels: unique(byChannel.flatMap(({ channels }) => channels)),
        bases: bases(byChannel),
      },
    ];
  const byClient = samePurpose.filter((process) => !sameClient(process));
  if (byClient.length > 0)
    return [
      { ...who, kind: 'client', clients: unique(byClient.flatMap(({ clients }) => clients)), bases: bases(byClient) },
    ];
  const others = processes.filter((process) => process.purpose !== purpose);
  if (others.length > 0)
    return [
      { ...who, kind: 'purpose', purposes: unique(others.map((process) => process.purpose)), bases: bases(others) },
    ];
  return consents.length > 0 ? consents.map(asState(who)).slice(0, 1) : [{ ...who, kind: 'no-record' }];
}

/** The record's processes, narrowed to what its standing consent really covers; those without a valid basis left out. */
function usable(record: ConsentRecord, at: Instant): readonly Process[] {
  return record.processes.flatMap((process) => {
    if (process.lawful_basis !== 'consent') return [process];
    const granted = record.events.filter(({ state }) => VALID.has(state));
    const channels = unique(granted.flatMap((event) => event.channels ?? process.channels));
    const asked: readonly Channel[] = channels.length > 0 ? channels : ['email'];
    const client = process.clients[0] ?? granted.find(({ clients }) => clients?.length)?.clients?.[0];
    const scope = client === undefined ? { purpose: process.purpose } : { purpose: process.purpose, client };
    const valid = asked.filter((channel) => {
      const { state } = stateFor(record, { ...scope, channel }, at);
      return state !== 'none' && VALID.has(state);
    });
    const clients = unique(granted.flatMap((event) => event.clients ?? process.clients));
    return valid.length === 0 ? [] : [{ ...process, channels: channels.length > 0 ? valid : [], clients }];
  });
}

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

export function inScope({ scope }: Suppression, { purpose, channel, client }: Scope): boolean {
  if (scope === 'all') return true;
  if ('purpose' in scope) return scope.purpose === purpose;
  if ('channel' in scope) return scope.channel === channel;
  if ('client' in scope) return scope.client === client;
  return never(scope);
}
