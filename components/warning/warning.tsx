import { useEffect, useId, useRef } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Hidden } from '../kit/hidden.tsx';
import { Body } from './body.tsx';
import { Footer } from './footer.tsx';
import { Head } from './head.tsx';
import { keyOf } from './shown.ts';
import type { WarningActs, WarningView } from './view.ts';

/** One dialog for all that is to be said. It never grows a second one. */
export function Warning({ view, acts }: { readonly view: WarningView; readonly acts: WarningActs }) {
  const title = useId();
  const root = useRef<HTMLDivElement>(null);
  const about = [view.stage, ...view.findings.map(keyOf)].join();

  // The focus starts on the safe action, and goes to the next one when what stood there is gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when the findings or the stage change, and only then
  useEffect(() => {
    // Once nothing holds, sending is the safe action, whatever smaller notes still offer.
    const safe =
      root.current?.querySelector<HTMLElement>('.warning-foot [data-safe]') ??
      root.current?.querySelector<HTMLElement>('[data-safe]');
    // In a low frame the sentence is worth more than the button below it.
    safe?.focus({ preventScroll: true });
    safe?.closest('article')?.scrollIntoView?.({ block: 'nearest' });
  }, [about]);
  useEffect(() => {
    let escaping = false;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') escaping = !event.defaultPrevented;
      if (event.key === 'Enter' && view.stage === 'clear' && !event.repeat && !isControl(event.target)) acts.sendNow();
    };
    // With the key up, so that the page does not get the end of it: some close their own box by that.
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && escaping) acts.back();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keyup', onKeyUp);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keyup', onKeyUp);
    };
  }, [acts, view.stage]);

  return (
    <div
      ref={root}
      className="warning"
      {...{ role: view.stage === 'looking' ? 'dialog' : 'alertdialog', 'aria-labelledby': title }}
      aria-busy={view.busy || undefined}
    >
      <Head view={view} acts={acts} titleId={title} />
      <Body view={view} acts={acts} />
      <Footer view={view} acts={acts} />
      <p role="status">
        <Hidden>{tellOf(view)}</Hidden>
      </p>
    </div>
  );
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, select, input, textarea, summary') !== null;

/** What changed, for those who do not see the line being ticked. */
function tellOf(view: WarningView): string {
  if (view.stage === 'clear') return t('warning_told_clear');
  if (view.busy) return t('warning_told_busy');
  return view.settled.length > 0 && view.stage === 'holding'
    ? t('warning_told_left', { count: view.findings.length })
    : '';
}
