import type { Summary } from '../bus/messages.ts';
import { holds } from '../domain/verdict.ts';
import type { Gate } from './context.ts';
import { type Desk, type Reading, readNow } from './desk.ts';
import type { SealState } from './seal-picture.ts';

/** Reads a message that is being written, has it judged, and shows the quiet state. */
export async function follow(gate: Gate, desk: Desk): Promise<void> {
  if (!desk.root.isConnected || desk.hold || desk.inFlight) return;
  const reading = tryRead(gate, desk);
  if (!reading) return;
  tellProblems(gate, desk, reading);
  const summary = gate.options.isAlive() ? await gate.judging.judge(desk, reading) : undefined;
  if (gate.signal.aborted || !desk.root.isConnected || desk.hold || desk.inFlight) return;
  show(gate, desk, summary);
  if (summary && holds(summary.tier)) gate.boxes.prepare(desk.root.ownerDocument);
}

function tryRead(gate: Gate, desk: Desk): Reading | undefined {
  try {
    return readNow(desk);
  } catch (error) {
    console.error('Izin: read', error);
    gate.seal.show(desk, 'unchecked');
    void gate.options.ask('alarm', { what: 'guard-error', surface: desk.surface.id });
    return undefined;
  }
}

function show(gate: Gate, desk: Desk, summary: Summary | undefined): void {
  gate.seal.show(desk, summary ? stateOf(summary) : 'unchecked', summary?.count);
}

function stateOf(summary: Summary): SealState {
  if (holds(summary.tier)) return 'held';
  if (summary.count > 0) return 'count';
  return summary.complete ? 'clear' : 'unchecked';
}

/** The self-test: a page that changed under its adapter is told as degraded, once for each set of problems. */
function tellProblems(gate: Gate, desk: Desk, { draft }: Reading): void {
  const told = [...draft.unreadable].sort().join();
  if (desk.told === told) return;
  desk.told = told;
  void gate.options.ask('hello', { surface: desk.surface.id, problems: draft.unreadable, boxes: 1 });
  if (draft.unreadable.length > 0)
    void gate.options.ask('alarm', { what: 'degraded', surface: desk.surface.id, problems: draft.unreadable });
}
