import { describe, expect, it } from 'vitest';
import { failureOfNats, isPassing } from '../../../lib/team/nats-failure.ts';

const named = (name: string, message: string, cause?: Error): Error =>
  Object.assign(new Error(message, { cause }), { name });
const coded = (code: number): Error => Object.assign(new Error('err'), { code });

describe('what a nats-server answers', () => {
  it.each([
    [named('AuthorizationError', 'Authorization Violation'), 'refused', false],
    [named('UserAuthenticationExpiredError', 'User Authentication Expired'), 'refused', false],
    [named('RequestError', 'x', named('PermissionViolationError', 'Permissions Violation')), 'refused', false],
    // It had no time to look at the credential: it has not said no.
    [named('AuthorizationError', 'Authentication Timeout'), 'unreachable', true],
    [named('TimeoutError', 'timeout'), 'unreachable', true],
    [coded(10047), 'full', false],
    [coded(10054), 'too-large', false],
    [coded(10059), 'reset', false],
    [coded(10008), 'unreachable', true],
  ])('is told as what it means: %s', (error, kind, passing) => {
    expect(failureOfNats(error).kind).toBe(kind);
    expect(isPassing(error)).toBe(passing);
  });

  it('counts for nothing once the caller has gone', () => {
    expect(failureOfNats(coded(10047), AbortSignal.abort()).kind).toBe('cancelled');
  });
});
