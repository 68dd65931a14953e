import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attempt, Faulted } from '@/components/warning/view.ts';
import type { ask } from '@/lib/bus/bus.ts';
import type { Choice, FoundPerson, RecordAct } from '@/lib/bus/messages.ts';
import type { ToGuard, ToWarning } from '@/lib/bus/warning-port.ts';
import type { Finding, Place } from '@/lib/domain/verdict.ts';
import { choiceOf, faultOf } from './choice.ts';
import { canDo, wayOf } from './fix-way.ts';
import { draftOf, reasonStands, START, stageOf, verdictOf, type WarningState, wayOn } from './state.ts';
import { type Event, step } from './step.ts';

export interface Ends {
  readonly secret: string;
  readonly ask: typeof ask;
  readonly post: (message: ToGuard) => void;
  /** Opens a page of the ledger in a tab. */
  readonly openLedger: (path: string) => void;
}

export interface Warning {
  readonly store: StoreApi<WarningState>;
  readonly tell: (event: Event) => void;
  readonly hear: (message: ToWarning) => void;
  readonly fix: (attempt: Attempt) => void;
  readonly goTo: (place: Place) => void;
  readonly record: (act: RecordAct) => Promise<boolean>;
  readonly find: (query: string) => Promise<readonly FoundPerson[]>;
  readonly choose: (address: string, personId: string) => void;
  readonly sendNow: () => Promise<void>;
  readonly sendAnyway: () => Promise<void>;
  /** Does not wait for files that are still being read; it is logged. */
  readonly skipFiles: () => Promise<void>;
  readonly notUseful: () => void;
  readonly fault: (said: Faulted) => void;
  readonly back: () => void;
}

/** The state of one warning and all that it does outside of itself. */
export function createWarning({ secret, ask, post, openLedger }: Ends): Warning {
  const store = createStore<WarningState>(() => START);
  const tell = (event: Event): void => {
    const before = store.getState().round;
    store.setState(step(store.getState(), event), true);
    if (store.getState().round !== before) void judge();
  };

  async function judge(): Promise<void> {
    const { round } = store.getState();
    const draft = draftOf(store.getState());
    if (!draft) return;
    const answer = await ask('findings', { secret, draft });
    tell(answer.ok ? { kind: 'answered', round, verdict: answer.value.verdict } : { kind: 'lost', round });
  }

  /** A choice that cannot be logged does not hold the message: the background is gone, and that was said. */
  async function chose(kind: Choice['kind'] | 'unread'): Promise<void> {
    const state = store.getState();
    if (!state.held) return;
    const { surface, channel } = state.held.draft;
    await ask('chose', { secret, choice: choiceOf(state, kind), surface, channel });
  }

  async function release(why: 'clear' | 'override'): Promise<void> {
    const draft = draftOf(store.getState());
    if (!draft) return;
    tell({ kind: 'released' });
    if (why === 'override' || store.getState().settled.length > 0)
      await chose(why === 'override' ? 'override' : 'fixed');
    post({ kind: 'release', draft, why });
  }

  async function skip(addresses: readonly string[]): Promise<void> {
    const draft = draftOf(store.getState());
    if (!draft) return;
    const answer = await ask('skip', { secret, draft, addresses });
    if (answer.ok) tell({ kind: 'again' });
  }

  async function sayFault(finding: Finding, kind: 'not-useful' | 'wrong'): Promise<void> {
    const { held } = store.getState();
    if (!held) return;
    const { surface, channel } = held.draft;
    await ask('chose', { secret, choice: faultOf(finding, kind), surface, channel });
  }

  async function dismiss(finding: Finding): Promise<void> {
    const purpose = verdictOf(store.getState())?.purpose ?? '';
    const answer = await ask('dismiss', { secret, finding, purpose });
    if (answer.ok) tell({ kind: 'again' });
  }

  return {
    store,
    tell,
    hear: (message) => tell({ kind: 'port', message }),
    fix: (attempt) => {
      const { held } = store.getState();
      const way = wayOf(attempt);
      if (way.kind === 'unfold') return tell({ kind: 'unfold', what: { kind: 'fix', ...attempt } });
      if (way.kind === 'ledger') return openLedger(way.path);
      if (way.kind === 'go-to') return post({ kind: 'go-to', place: way.place });
      if (way.kind === 'back') return post({ kind: 'back' });
      if (way.kind === 'skip') return void skip(way.addresses);
      if (!held || !canDo(attempt.fix, held.can)) return tell({ kind: 'by-hand', attempt });
      tell({ kind: 'fixing', attempt });
      post({ kind: 'fix', fix: attempt.fix });
    },
    goTo: (place) => post({ kind: 'go-to', place }),
    record: async (act) => {
      const answer = await ask('record', { secret, act });
      if (answer.ok) tell({ kind: 'recorded' });
      return answer.ok;
    },
    find: async (query) => {
      const answer = await ask('find', { secret, query });
      return answer.ok ? answer.value.people : [];
    },
    choose: (address, personId) => post({ kind: 'choose', address, personId }),
    sendNow: async () => {
      if (stageOf(store.getState()) === 'clear') await release('clear');
    },
    sendAnyway: async () => {
      const state = store.getState();
      const stage = stageOf(state);
      const fresh = state.check.kind === 'known' && state.check.fresh;
      const answered = wayOn(state) === 'plain' || (wayOn(state) === 'reason' && reasonStands(state));
      if (stage === 'unreachable' || (stage === 'holding' && fresh && answered)) await release('override');
    },
    skipFiles: async () => {
      if (stageOf(store.getState()) !== 'reading') return;
      await chose('unread');
      post({ kind: 'skip-files' });
    },
    notUseful: () => {
      tell({ kind: 'not-useful' });
      void chose('not-useful');
    },
    fault: (said) => {
      tell({ kind: 'faulted', said });
      void (said.fault === 'again' ? dismiss(said.finding) : sayFault(said.finding, said.fault));
    },
    back: () => {
      post({ kind: 'back' });
      if (store.getState().held?.why === 'send') void chose('back');
    },
  };
}
