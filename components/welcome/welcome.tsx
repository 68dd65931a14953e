import { useEffect, useRef } from 'react';
import { never } from '@/lib/domain/result.ts';
import { t } from '@/lib/platform/words.ts';
import { Brand } from '../kit/brand.tsx';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { ListStep } from './list-step.tsx';
import { STEPS, type WelcomeActs, type WelcomeView } from './view.ts';
import { WhatStep } from './what-step.tsx';
import { WorkStep } from './work-step.tsx';

interface Props {
  readonly view: WelcomeView;
  readonly acts: WelcomeActs;
}

/** Three short screens. */
export function Welcome({ view, acts }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const at = STEPS.indexOf(view.step);
  const first = useRef(true);
  // A new screen begins at its title, for those who hear it as for those who see it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves with the step, and only then
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [view.step]);
  return (
    <main className="welcome">
      <header className="welcome-head">
        <Brand />
        <span className="soft small numbers">{t('welcome_step', { at: at + 1, of: STEPS.length })}</span>
      </header>
      <h1 ref={heading} tabIndex={-1}>
        {t(`welcome_${view.step}_title`)}
      </h1>
      <p className="lead">{t(`welcome_${view.step}_lead`)}</p>
      <Screen view={view} acts={acts} />
      {view.failed && (
        <Notice tone="bata" live>
          <p>{t('welcome_failed')}</p>
          <p>
            <a href={view.links.ledger}>{t('welcome_open_ledger')}</a>
          </p>
        </Notice>
      )}
      <nav className="welcome-foot" aria-label={t('welcome_step', { at: at + 1, of: STEPS.length })}>
        {at > 0 && <Button onClick={acts.prev}>{t('welcome_prev')}</Button>}
        {view.step === 'list' ? (
          <a className="button button-safe" href={view.links.practice}>
            {t('welcome_practice')}
          </a>
        ) : (
          <Button look="safe" onClick={acts.next} aria-disabled={view.busy || undefined}>
            {t('welcome_next')}
          </Button>
        )}
      </nav>
      {view.step === 'list' && <p className="soft small">{t('welcome_practice_hint')}</p>}
    </main>
  );
}

function Screen({ view, acts }: Props) {
  switch (view.step) {
    case 'what':
      return <WhatStep sites={view.sites} />;
    case 'work':
      return <WorkStep view={view} acts={acts} />;
    case 'list':
      return <ListStep view={view} acts={acts} />;
    default:
      return never(view.step);
  }
}
