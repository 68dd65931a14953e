import { epoch, isBefore, isInstant } from './instant.ts';
import type { Instant, RightsRequest } from './person.ts';
import { type Refusal, refusal } from './refusal.ts';
import { isClosed, MAY_STEP, type RequestEvent, type RequestStage, STEPS } from './request.ts';
import { type RequestFile, requestFile, withEvents } from './request-fold.ts';
import { err, never, ok, type Result } from './result.ts';
import { CLOCK_SKEW_MINUTES } from './transitions.ts';

/** The request with one event more, or why it may not be. Anything that the tables do not list is refused. */
export function recordRequestEvent(
  request: RightsRequest,
  event: RequestEvent,
  now: Instant,
): Result<RightsRequest, Refusal> {
  const file = requestFile(request);
  const wrong = wrongTime(file, event, now) ?? wrongHere(file, event);
  return wrong ? err(wrong) : ok(withEvents(request, [...(request.events ?? []), event]));
}

function wrongTime(file: RequestFile, { id, at }: RequestEvent, now: Instant): Refusal | undefined {
  if (!isInstant(at)) return refusal('no-instant', { at });
  if (epoch(at) > epoch(now) + CLOCK_SKEW_MINUTES * 60_000) return refusal('future', { at });
  if (isBefore(at, file.receivedAt)) return refusal('request-before', { since: file.receivedAt });
  if (file.events.some((known) => known.id === id)) return refusal('duplicate-event', { id });
  return undefined;
}

function wrongHere(file: RequestFile, event: RequestEvent): Refusal | undefined {
  if (isClosed(file.stage)) return refusal('request-closed', { stage_word: word(file.stage) });
  switch (event.kind) {
    case 'step':
      return wrongStep(file, event.step);
    case 'extended':
      return wrongExtension(file, event);
    case 'stage':
      return wrongStage(file, event);
    default:
      return never(event);
  }
}

function wrongStage(file: RequestFile, event: Extract<RequestEvent, { kind: 'stage' }>): Refusal | undefined {
  const { stage, reason } = event;
  const listed = listedOr(file.stage, stage);
  if (listed) return listed;
  if ((stage === 'rejected' || stage === 'partly') && !reason?.trim()) return refusal('request-reason');
  const [next] = file.left;
  if (stage === 'fulfilled' && next) return refusal('request-unfinished', { step_word: `request_step_${next}` });
  return undefined;
}

/** Never silently: a reason, a later due time, told before the first has passed; and once only. */
function wrongExtension(file: RequestFile, event: Extract<RequestEvent, { kind: 'extended' }>): Refusal | undefined {
  const listed = listedOr(file.stage, 'extended');
  if (listed) return listed;
  if (!event.reason.trim()) return refusal('request-reason');
  const { due } = file;
  const later = due && isInstant(event.until) && isBefore(due.at, event.until);
  if (!later || isBefore(due.at, event.at) || file.extensions.length > 0)
    return refusal('request-extension', { until: due?.at ?? event.at });
  return undefined;
}

function wrongStep(file: RequestFile, step: RequestFile['left'][number]): Refusal | undefined {
  if (file.stage === 'received') return refusal('request-first');
  const [next] = file.left;
  if (!STEPS[file.type].includes(step) || next === undefined || next !== step)
    return refusal('request-step', { step_word: `request_step_${step}`, next_word: `request_step_${next ?? 'none'}` });
  return undefined;
}

const listedOr = (from: RequestStage, to: RequestStage): Refusal | undefined =>
  MAY_STEP[from].includes(to)
    ? undefined
    : refusal('request-transition', { stage_word: word(from), next_word: word(to) });

const word = (stage: RequestStage): string => `request_stage_${stage}`;
