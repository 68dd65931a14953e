import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import type { EvidenceDesk, Recorded, SaidView } from './evidence-view.ts';
import { HeardCard } from './heard-card.tsx';
import { RecordedNote } from './recorded-note.tsx';

export interface EvidenceProps {
  /** Brought by the menu or the key. `nothing`: no words were selected. */
  readonly waiting?: { readonly kind: 'nothing' } | { readonly kind: 'said'; readonly said: SaidView };
  /** Opt-out words in the reply that is being answered. */
  readonly heard?: SaidView;
  readonly recorded?: Recorded;
  readonly desk: EvidenceDesk;
  /** As `desk`, for the words that were heard. */
  readonly heardDesk: EvidenceDesk;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  readonly now: string;
}

/** On top of the panel: what somebody wrote, and waits to be recorded. */
export function EvidenceOnTop({ waiting, heard, recorded, desk, heardDesk, onUndo, onClose, now }: EvidenceProps) {
  return (
    <>
      {waiting?.kind === 'nothing' && (
        <div className="said-done">
          <Notice live>{t('said_nothing')}</Notice>
          <p>
            <Button look="word" onClick={desk.drop}>
              {t('kit_close')}
            </Button>
          </p>
        </div>
      )}
      {waiting?.kind === 'said' && (
        <EvidenceCard key={`${waiting.said.sha256} ${waiting.said.saidAt}`} said={waiting.said} desk={desk} now={now} />
      )}
      {recorded && <RecordedNote recorded={recorded} onUndo={onUndo} onClose={onClose} />}
      {heard && <HeardCard key={heard.sha256} said={heard} desk={heardDesk} now={now} />}
    </>
  );
}
