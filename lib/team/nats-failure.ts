import type { TransportFailure } from './transport.ts';

// Error numbers of nats-server (server/errors.json).
const FULL: readonly number[] = [10002, 10023, 10028, 10047, 10077];
const TOO_LARGE: readonly number[] = [10054];
const STREAM_NOT_FOUND = 10059;
export const WRONG_LAST = 10071;

/** The number of a refusal by JetStream; undefined: something else. */
export function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

export const isAbsent = (error: unknown): boolean => codeOf(error) === STREAM_NOT_FOUND;

/** Nobody answers now, but may soon: no leader yet, a server that restarts, an answer that was lost on the way. */
export const isPassing = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === undefined
    ? failureOfNats(error).kind === 'unreachable'
    : code === 10008 || code === 10118 || code === 503;
};

/** The error as what it means to a caller; errors of the client are told by their names. */
export function failureOfNats(error: unknown, signal?: AbortSignal): TransportFailure {
  if (signal?.aborted) return { kind: 'cancelled' };
  const detail = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code !== undefined && FULL.includes(code)) return { kind: 'full', detail };
  if (code !== undefined && TOO_LARGE.includes(code)) return { kind: 'too-large', detail };
  if (code === STREAM_NOT_FOUND) return { kind: 'reset', detail: 'the server has nothing of this team' };
  // A server under load may not find the time to look at a credential.
  const refused = namesOf(error).some(isRefusal) && !/timeout/i.test(detail);
  return { kind: refused ? 'refused' : 'unreachable', detail };
}

const isRefusal = (name: string): boolean =>
  ['AuthorizationError', 'UserAuthenticationExpiredError', 'PermissionViolationError'].includes(name);

/** Of the error and of what caused it. */
const namesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? [error.name, ...namesOf(error.cause)] : [];
