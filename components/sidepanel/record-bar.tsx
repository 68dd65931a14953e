import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Hidden } from '../kit/hidden.tsx';

export const RECORDINGS = ['given', 'refused', 'stop', 'note'] as const;
export type Recording = (typeof RECORDINGS)[number];

interface Props {
  readonly name: string;
  readonly href: string;
  readonly done: boolean;
  readonly onStart: (kind: Recording) => void;
  readonly onAsk: () => void;
}

/** What can be recorded on the spot, in one line of words. */
export function RecordBar({ name, href, done, onStart, onAsk }: Props) {
  return (
    <fieldset className="card-bar">
      <legend className="field-label">
        {t('panel_record_head')} <Hidden>{t('panel_record', { name })}</Hidden>
      </legend>
      {RECORDINGS.map((kind) => (
        <Button key={kind} data-record={kind} onClick={() => onStart(kind)}>
          {t(`panel_record_${kind}`)}
        </Button>
      ))}
      <Button look="word" data-record="ask" onClick={onAsk}>
        {t('asking_button')}
      </Button>
      <a href={href} target="_blank" rel="noreferrer">
        {t('panel_open')}
        <Hidden>: {name}</Hidden>
      </a>
      <span role="status" className="small card-done">
        {done && t('panel_recorded')}
      </span>
    </fieldset>
  );
}
