import type { ConsentEvent, ConsentRecord, Process } from './consent.ts';
import type { Channel, LawPackId, Purpose } from './enums.ts';
import type { Change } from './op.ts';
import type { PersonState } from './person.ts';

/** What a user records at one moment: a state for one purpose, on the channels named (none: all that the person has). */
export interface Capture
  extends Pick<
    ConsentEvent,
    'state' | 'consent_type' | 'at' | 'until' | 'by_relation' | 'method' | 'evidence' | 'reason'
  > {
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
}

export interface CaptureContext {
  readonly now: string;
  readonly by: string;
  readonly newId: () => string;
  readonly lawPacks: readonly LawPackId[];
}

/** Events that no other event follows: what the author of the next one has seen. */
export function heads(record: ConsentRecord): readonly string[] {
  const followed = new Set(record.events.flatMap((event) => event.prev));
  return record.events.map((event) => event.event_id).filter((id) => !followed.has(id));
}

/**
 * The changes that record it: the purpose's own record when there is one, else a new one, whose process is widened where
 * consent is given for a channel it did not cover. Whether the transition is allowed is decided when the op is appended.
 */
export function captureConsent(state: PersonState, capture: Capture, context: CaptureContext): readonly Change[] {
  const { purpose, channels, ...event } = capture;
  const found = state.records.find((record) => record.processes.some((process) => process.purpose === purpose));
  const record = found ?? emptyRecord(state.person.id, context);
  const covered = record.processes.find((process) => process.purpose === purpose);
  const process = widened(covered, capture, context);
  const header: readonly Change[] =
    process === covered
      ? []
      : [{ kind: 'record', record: { ...headerOf(record), processes: replaced(record.processes, covered, process) } }];
  return [
    ...header,
    {
      kind: 'consent',
      recordId: record.record_id,
      event: {
        ...event,
        event_id: context.newId(),
        recorded_by: context.by,
        recorded_at: context.now,
        prev: heads(record),
        purposes: [purpose],
        ...(channels.length > 0 ? { channels } : {}),
      },
    },
  ];
}

const emptyRecord = (subject: string, context: CaptureContext): ConsentRecord => ({
  schema_version: 'izin.consent/1',
  record_id: context.newId(),
  subject_id: subject,
  law_packs: context.lawPacks,
  processes: [],
  events: [],
});

function headerOf({
  events: _events,
  subject_id: _subject,
  ...header
}: ConsentRecord): Omit<ConsentRecord, 'events' | 'subject_id'> {
  return header;
}

/** Only consent that is given or renewed widens a process; a refusal never does. An empty channel list already means all. */
function widened(process: Process | undefined, capture: Capture, context: CaptureContext): Process {
  if (process === undefined)
    return {
      process_id: context.newId(),
      purpose: capture.purpose,
      lawful_basis: 'consent',
      channels: capture.channels,
      clients: [],
    };
  const grants = capture.state === 'given' || capture.state === 'renewed';
  const missing = capture.channels.filter((channel) => !process.channels.includes(channel));
  if (!grants || process.channels.length === 0 || (capture.channels.length > 0 && missing.length === 0)) return process;
  return { ...process, channels: capture.channels.length === 0 ? [] : [...process.channels, ...missing] };
}

const replaced = (all: readonly Process[], old: Process | undefined, next: Process): readonly Process[] =>
  old === undefined ? [...all, next] : all.map((process) => (process === old ? next : process));
