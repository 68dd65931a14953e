import type { Summary } from '../bus/messages.ts';
import { holds } from '../domain/verdict.ts';
import type { SendIntent } from '../surfaces/surface.ts';
import type { Gate } from './context.ts';
import { type Desk, type Hold, type Reading, readForSend, readNow } from './desk.ts';
import { isWaiting } from './files/files.ts';
import { isClear } from './judging.ts';
import { type NoticeChoice, showNotice } from './notice.ts';
import { backToText, release } from './release.ts';
import { type Talk, talk } from './talk.ts';
import { after, within } from './timers.ts';
import { leavingNow } from './timing.ts';
import type { WarningBox } from './warning-box.ts';

const SECRET_WITHIN = 3_000;
const FRAME_WITHIN = 5_000;
/** A file that is nearly read opens no window. */
const FILES_WITHIN = 600;

/** What stands over the page for a hold: our frame, a notice, or nothing while it is being checked. */
interface Held extends Hold {
  over?: { readonly isThere: () => boolean; readonly remove: () => void };
  readonly signal: AbortSignal;
}

/** Holds a send that was just stopped, until it is clear, let go, or taken back. One at a time for a message. */
export function startHold(gate: Gate, desk: Desk, intent: SendIntent): void {
  const ended = new AbortController();
  const hold: Held = {
    intent,
    signal: AbortSignal.any([ended.signal, gate.signal]),
    stands: () => hold.over === undefined || hold.over.isThere(),
    end: () => {
      ended.abort();
      hold.over?.remove();
      if (desk.hold === hold) desk.hold = undefined;
    },
  };
  // A newer guard takes over: what this one shows would answer to nobody.
  gate.signal.addEventListener('abort', hold.end, { signal: ended.signal });
  desk.hold?.end();
  desk.hold = hold;
  gate.seal.show(desk, 'checking');
  settle(gate, desk, hold).catch((error: unknown) => {
    console.error('Izin: hold', error);
    void gate.options.ask('alarm', { what: 'guard-error', surface: desk.surface.id });
    if (!hold.signal.aborted) unable(gate, desk, hold, readForSend(desk, intent), desk.judged?.summary);
  });
}

function takeBack(gate: Gate, desk: Desk, hold: Hold): void {
  hold.end();
  backToText(gate, desk);
}

async function settle(gate: Gate, desk: Desk, hold: Held): Promise<void> {
  if (!gate.options.isAlive()) return tellReload(gate, desk, hold);
  let reading = await agreedReading(desk, hold);
  if (isWaiting(reading.draft)) {
    await within(FILES_WITHIN, whenRead(desk, hold), undefined, hold.signal);
    reading = readForSend(desk, hold.intent);
  }
  // What is chosen next, a time, is weighed against the message as it would leave now.
  if (reading.draft.scheduling) await gate.judging.judge(desk, leavingNow(reading));
  let summary = await gate.judging.judge(desk, reading);
  // What was written or committed while we asked is asked for again; a message that never rests is shown.
  for (let round = 0; round < 3 && !hold.signal.aborted; round += 1) {
    const now = readForSend(desk, hold.intent);
    if (now.digest === reading.digest) break;
    reading = now;
    summary = await gate.judging.judge(desk, reading);
  }
  if (hold.signal.aborted) return;
  if (!desk.root.isConnected) return hold.end();
  if (isClear(summary, reading) && readForSend(desk, hold.intent).digest === reading.digest) {
    hold.end();
    return release(gate, desk, hold.intent, reading);
  }
  gate.seal.show(desk, summary ? 'held' : 'unchecked', summary?.count);
  await warn(gate, desk, hold, reading, summary);
}

/** Ends when no file of this message is being read any more. */
async function whenRead(desk: Desk, hold: Held, onMore?: (reading: Reading) => void): Promise<void> {
  for (;;) {
    const reading = readForSend(desk, hold.intent);
    onMore?.(reading);
    if (hold.signal.aborted || !isWaiting(reading.draft)) return;
    await desk.files.next(hold.signal);
  }
}

/** The press still counts: what is found clear once it has been read goes as if it had been clear at once. */
async function goOnOnceRead(gate: Gate, desk: Desk, hold: Held, { tell }: Talk): Promise<void> {
  await whenRead(desk, hold, (reading) => isWaiting(reading.draft) && tell(reading));
  if (hold.signal.aborted) return;
  const reading = readForSend(desk, hold.intent);
  const summary = await gate.judging.judge(desk, reading);
  if (hold.signal.aborted) return;
  if (!isClear(summary, reading) || readForSend(desk, hold.intent).digest !== reading.digest) return tell(reading);
  hold.end();
  release(gate, desk, hold.intent, reading);
}

/** After a switch a page may show the old header for some frames: it is given the time to agree with itself. */
async function agreedReading(desk: Desk, hold: Held): Promise<Reading> {
  let reading = readForSend(desk, hold.intent);
  for (const wait of [100, 250, 400]) {
    if (hold.signal.aborted || !reading.draft.unreadable.includes('identity')) break;
    await new Promise<void>((resolve) => after(wait, resolve, hold.signal));
    reading = readForSend(desk, hold.intent);
  }
  return reading;
}

async function warn(gate: Gate, desk: Desk, hold: Held, reading: Reading, summary: Summary | undefined): Promise<void> {
  const { document } = gate.options.window;
  const asked = gate.options.ask('hold', { surface: desk.surface.id, tier: summary?.tier ?? 'unchecked' });
  const late = { ok: false, error: { kind: 'unreachable', message: 'late' } } as const;
  const answer = await within(SECRET_WITHIN, asked, late, hold.signal);
  if (hold.signal.aborted) return;
  // Without a secret our page still opens, and says that it could not check.
  const box = gate.boxes.take(document, answer.ok ? answer.value.url : undefined);
  if (!box) return unable(gate, desk, hold, reading, summary);
  hold.over = box;
  box.show();
  const tooLate = after(FRAME_WITHIN, () => unable(gate, desk, hold, reading, summary), hold.signal);
  const back = (): void => takeBack(gate, desk, hold);
  box.onLost(back);
  const line = talk(desk, box, hold.intent, reading, answer.ok ? answer.value.secret : '', {
    ready: tooLate,
    back,
    release: (released) => {
      if (hold.signal.aborted) return;
      hold.end();
      release(gate, desk, hold.intent, released);
    },
  });
  if (isWaiting(reading.draft)) await goOnOnceRead(gate, desk, hold, line);
}

/** Our page did not come. A known finding stays held; what could not be checked may go by the user's own word. */
function unable(gate: Gate, desk: Desk, hold: Held, reading: Reading, summary: Summary | undefined): void {
  hold.over?.remove();
  const back: NoticeChoice = { label: 'gate_back', run: () => takeBack(gate, desk, hold) };
  const again: NoticeChoice = { label: 'gate_try_again', run: () => startHold(gate, desk, hold.intent) };
  const known = summary !== undefined && holds(summary.tier);
  const anyway: NoticeChoice = {
    label: 'gate_send_unchecked',
    run: () => {
      hold.end();
      const now = readForSend(desk, hold.intent);
      if (now.digest === reading.digest) release(gate, desk, hold.intent, now);
      else startHold(gate, desk, hold.intent);
    },
  };
  const { document } = gate.options.window;
  hold.over = known
    ? showNotice(document, 'gate_held_title', 'gate_held_text', [back])
    : showNotice(document, 'gate_unchecked_title', 'gate_unchecked_text', [again, back, anyway]);
}

/** This script lost its extension. Nothing can be checked and nothing is let go: the page has to be loaded anew. */
function tellReload(gate: Gate, desk: Desk, hold: Held): void {
  const back: NoticeChoice = { label: 'gate_back', run: () => takeBack(gate, desk, hold) };
  hold.over = showNotice(gate.options.window.document, 'gate_reload_title', 'gate_reload_text', [back]);
}

/** Opened from the seal: the same findings, with nothing waiting to be sent. */
export async function look(gate: Gate, desk: Desk): Promise<void> {
  if (desk.hold || !gate.options.isAlive()) return;
  const reading = readNow(desk);
  const tier = desk.judged?.summary.tier ?? 'unchecked';
  const answer = await gate.options.ask('hold', { surface: desk.surface.id, tier, look: true });
  const box: WarningBox | undefined = desk.hold
    ? undefined
    : gate.boxes.take(gate.options.window.document, answer.ok ? answer.value.url : undefined);
  if (!box) return;
  const back = (): void => {
    box.remove();
    backToText(gate, desk);
  };
  gate.signal.addEventListener('abort', box.remove, { once: true });
  box.show();
  box.onLost(back);
  talk(desk, box, undefined, reading, answer.ok ? answer.value.secret : '', { ready: () => {}, back, release: back });
}
