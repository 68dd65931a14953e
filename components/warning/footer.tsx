import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import type { WarningActs, WarningView } from './view.ts';

/** Always in sight; its buttons never change places. */
export function Footer({ view, acts }: { readonly view: WarningView; readonly acts: WarningActs }) {
  const { stage } = view;
  const shown = stage === 'holding' || stage === 'looking';
  return (
    <footer className="warning-foot">
      <Button look="word" onClick={acts.back}>
        {t(stage === 'looking' ? 'kit_close' : 'warning_back')} <kbd>Esc</kbd>
      </Button>
      {shown && view.findings.length > 0 && (
        <Button look="quiet" onClick={acts.notUseful} aria-disabled={view.notUseful || undefined}>
          {t(view.notUseful ? 'warning_noted' : 'warning_not_useful')}
        </Button>
      )}
      <span className="warning-way">
        <Way view={view} acts={acts} />
      </span>
    </footer>
  );
}

function Way({ view, acts }: { readonly view: WarningView; readonly acts: WarningActs }) {
  if (view.stage === 'clear')
    return (
      <Button look="safe" data-safe onClick={(event) => event.detail < 2 && acts.sendNow()}>
        {t('warning_send_now')} <kbd aria-hidden>↵</kbd>
      </Button>
    );
  if (view.stage === 'reading')
    return (
      <Button look="quiet" onClick={(event) => event.detail < 2 && acts.skipFiles()}>
        {t('warning_send_unread')}
      </Button>
    );
  if (view.stage === 'unreachable')
    return (
      <>
        <Button look="quiet" onClick={(event) => event.detail < 2 && acts.sendAnyway()}>
          {t('warning_send_unchecked')}
        </Button>
        <Button look="safe" data-safe onClick={acts.again}>
          {t('warning_again')}
        </Button>
      </>
    );
  if (view.stage !== 'holding' || view.wayOn === 'none') return null;
  if (view.wayOn === 'plain')
    return (
      <Button
        look="quiet"
        aria-disabled={view.busy || undefined}
        onClick={(event) => event.detail < 2 && acts.sendAnyway()}
      >
        {t('warning_send_anyway')}
      </Button>
    );
  // The same place asks for a reason and then takes it.
  if (view.unfolded?.kind !== 'reasons')
    return (
      <Button look="quiet" aria-expanded={false} onClick={acts.reasons}>
        {t('warning_send_anyway')}
      </Button>
    );
  const ready = view.reasonStands && !view.busy;
  return (
    <Button
      look="quiet"
      aria-disabled={!ready || undefined}
      onClick={(event) => ready && event.detail < 2 && acts.sendAnyway()}
    >
      {t('warning_send_anyway_with_reason')}
    </Button>
  );
}
