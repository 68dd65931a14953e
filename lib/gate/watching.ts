import type { FrameState, Summary } from '../bus/messages.ts';
import type { ReadProblem } from '../domain/draft.ts';
import { holds } from '../domain/verdict.ts';
import type { Surface } from '../surfaces/surface.ts';
import type { Gate } from './context.ts';
import { type Desk, type Reading, readNow } from './desk.ts';
import { isWaiting } from './files/files.ts';
import type { SealState } from './seal-picture.ts';
import { after } from './timers.ts';

/** A page that has just switched is looked at again: for some frames its header may be the old one. */
const AGAIN = [350, 1_000, 3_000];

/** Reads a message that is being written, has it judged, and shows the quiet state. */
export async function follow(gate: Gate, desk: Desk, again?: (desk: Desk) => void): Promise<void> {
  if (!desk.root.isConnected || desk.hold || desk.inFlight) return;
  gate.reach(desk.root);
  gate.reach(desk.composer.editor());
  const reading = tryRead(gate, desk);
  if (!reading) return;
  gate.focus.on(desk, reading);
  const doubtful = reading.draft.unreadable.includes('identity');
  const wait = doubtful ? AGAIN[desk.doubted] : undefined;
  desk.doubted = doubtful ? desk.doubted + 1 : 0;
  if (wait !== undefined && again) after(wait, () => again(desk), gate.signal);
  // A switch that is not over yet is no defect of the page.
  if (!doubtful || desk.doubted > 1) tellProblems(gate, desk, reading);
  const summary = gate.options.isAlive() ? await gate.judging.judge(desk, reading) : undefined;
  if (gate.signal.aborted || !desk.root.isConnected || desk.hold || desk.inFlight) return;
  show(gate, desk, reading, summary);
  if (summary && holds(summary.tier)) gate.boxes.prepare(gate.options.window.document);
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

function show(gate: Gate, desk: Desk, { draft }: Reading, summary: Summary | undefined): void {
  gate.seal.show(desk, summary ? stateOf(summary, draft) : 'unchecked', summary?.count);
}

/** What is no text is said by its own finding; what could not be read is said by the seal itself. */
const isPartial = (problems: readonly ReadProblem[]): boolean => problems.some((each) => each !== 'content');

function stateOf(summary: Summary, draft: Reading['draft']): SealState {
  const problems = draft.unreadable;
  if (holds(summary.tier)) return 'held';
  if (isWaiting(draft)) return 'checking';
  if (isPartial(problems)) return 'partial';
  if (summary.count > 0) return 'count';
  return summary.complete || problems.length > 0 ? 'clear' : 'unchecked';
}

/** The self-test: a page that changed under its adapter is told as degraded, once for each set of problems. */
function tellProblems(gate: Gate, desk: Desk, { draft }: Reading): void {
  tellPage(gate, desk.surface, draft.unreadable);
  const told = draft.unreadable
    .filter((each) => each !== 'content')
    .sort()
    .join();
  if (desk.told === told) return;
  desk.told = told;
  if (told !== '')
    void gate.options.ask('alarm', { what: 'degraded', surface: desk.surface.id, problems: draft.unreadable });
}

/** How this frame stands: which site, what could not be read, by which data. */
export function tellPage(gate: Gate, surface: Surface, problems: readonly ReadProblem[]): void {
  const { hooks } = surface;
  const by = gate.options.hooksBy?.(surface) ?? 'built-in';
  const state: FrameState = {
    surface: surface.id,
    problems,
    boxes: gate.desks.seen(),
    ...(hooks && { hooks: { version: hooks.version, by } }),
  };
  const told = JSON.stringify(state);
  if (told === gate.told) return;
  gate.told = told;
  void gate.options.ask('hello', state).then((answer) => answer.ok && gate.judging.changed(answer.value.revision));
}
