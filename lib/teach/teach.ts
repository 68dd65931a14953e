import { t } from '../platform/words.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import { firstLesson, type Lesson } from './lesson.ts';
import { openPanel, type Panel } from './panel.ts';
import { askSend, askText } from './step-parts.ts';
import { askToTry } from './step-try.ts';
import { askWho } from './step-who.ts';

export interface TeachOptions {
  readonly window: Window;
  readonly site: Pick<SiteHooks, 'id' | 'name' | 'matches' | 'proof'>;
  /** Keeps what was learnt. False: it was not kept. */
  readonly keep: (hooks: SiteHooks) => Promise<boolean>;
  readonly signal: AbortSignal;
}

/** What the steps share. */
export interface Teaching {
  readonly window: Window;
  readonly document: Document;
  readonly panel: Panel;
  readonly lesson: Lesson;
  readonly options: TeachOptions;
  /** Ends with the step. */
  readonly signal: AbortSignal;
  readonly go: (step: StepName) => void;
  readonly leave: () => void;
}

export type StepName = 'who' | 'text' | 'send' | 'try';

/** Learns a page from somebody who points. Nothing of the ledger is known here, and nothing can be sent from here. */
export async function startTeaching(options: TeachOptions): Promise<void> {
  const { window } = options;
  const { document } = window;
  const ended = new AbortController();
  const all = AbortSignal.any([ended.signal, options.signal]);
  let step = new AbortController();
  const leave = (): void => {
    step.abort();
    ended.abort();
    panel.remove();
  };
  const words = { title: t('teach_title'), pointing: t('teach_pointing'), aside: t('teach_aside') };
  const panel = await openPanel(document, words, leave, all);
  // Started anew meanwhile.
  if (options.signal.aborted) return panel.remove();
  options.signal.addEventListener('abort', leave, { signal: ended.signal });
  // Escape leaves from anywhere in the page too, and does nothing there but that.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted || event.composedPath().includes(panel.host)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    },
    { capture: true, signal: all },
  );
  const lesson = firstLesson(document);
  const go = (name: StepName): void => {
    step.abort();
    step = new AbortController();
    panel.outline(undefined);
    panel.say('');
    lesson.addresses.add(document.URL);
    STEPS[name]({ window, document, panel, lesson, options, signal: AbortSignal.any([step.signal, all]), go, leave });
  };
  go('who');
}

const STEPS: Readonly<Record<StepName, (teaching: Teaching) => void>> = {
  who: askWho,
  text: askText,
  send: askSend,
  try: askToTry,
};
