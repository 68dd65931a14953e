import type { Desk } from '@/lib/exchange/desk.ts';
import { deskHere } from '@/lib/exchange/desk-here.ts';
import type { Running } from '@/lib/exchange/running.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { openLedger } from '@/lib/ledger/open-ledger.ts';
import type { Answer, Question } from './import-messages.ts';
import { rejectWords } from './import-words.ts';
import { pause } from './pause.ts';

/*
 * A list is read, planned and written here, beside the page. It has a ledger of its own on the same database; nothing of
 * `browser.*` is there for a worker.
 */
const tell = (answer: Answer): void => postMessage(answer);
const life = `import-worker-${crypto.randomUUID()}`;
void navigator.locks?.request(life, () => {
  tell({ alive: life });
  return new Promise(() => undefined);
});

let opening: Promise<Ledger> | undefined;
const ledger = (): Promise<Ledger> => {
  opening ??= openLedger({ onChange: () => tell({ changed: true }) }).then((opened) => {
    if (opened.ok) return opened.value;
    opening = undefined;
    throw new LedgerError(opened.error);
  });
  return opening;
};
const desk = deskHere(ledger, rejectWords);
const steps = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  if ('cancel' in data) steps.get(data.cancel)?.abort();
  else if ('close' in data) void leave();
  else void take(data);
});

async function take(question: Extract<Question, { step: unknown }>): Promise<void> {
  const { id } = question;
  const ending = new AbortController();
  steps.set(id, ending);
  const progress = (done: number, total: number): void => tell({ id, done, total });
  try {
    tell({ id, value: await run(desk, question, { signal: ending.signal, progress, pause }) });
  } catch (thrown) {
    tell({ id, thrown: thrown instanceof Error ? thrown.message : String(thrown) });
  } finally {
    steps.delete(id);
    if (left && steps.size === 0) close();
  }
}

function run(to: Desk, question: Extract<Question, { step: unknown }>, running: Running): Promise<unknown> {
  switch (question.step) {
    case 'open':
      return to.open(...question.asked, running);
    case 'plan':
      return to.plan(...question.asked, running);
    case 'decide':
      return to.decide(...question.asked, running);
    case 'lines':
      return to.lines(...question.asked);
    case 'rejected':
      return to.rejected(...question.asked);
    case 'write':
      return to.write(running);
    case 'undo':
      return to.undo();
    case 'mend':
      return to.mend();
    default:
      return question satisfies never;
  }
}

/** What is being written is taken back before the worker goes. */
let left = false;
async function leave(): Promise<void> {
  left = true;
  desk.close();
  if (steps.size === 0) close();
}
