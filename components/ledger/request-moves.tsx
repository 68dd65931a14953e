import { useState } from 'react';
import { EVENT_STAGES, MAY_STEP } from '@/lib/domain/request.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import type { RequestSaid } from './request-page.tsx';
import type { RequestView } from './request-view.ts';

interface Props {
  readonly request: RequestView;
  readonly say: (said: RequestSaid) => void;
}

/** Where it may go from here, and nothing else. What needs a reason is pressed with one. */
export function RequestMoves({ request: { file, extension }, say }: Props) {
  const [reason, setReason] = useState('');
  const allowed = EVENT_STAGES.filter((stage) => MAY_STEP[file.stage].includes(stage));
  const ready = allowed.filter((stage) => stage !== 'fulfilled' || file.left.length === 0);
  const mayExtend =
    extension !== undefined && file.extensions.length === 0 && MAY_STEP[file.stage].includes('extended');
  const given = reason.trim() ? { reason: reason.trim() } : {};
  return (
    <section className="block" aria-labelledby="request-moves">
      <h2 id="request-moves">{t('request_moves')}</h2>
      <TextField
        label={t('request_reason')}
        hint={t('request_reason_hint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="actions">
        {ready.map((stage) => (
          <Button
            key={stage}
            look={stage === 'rejected' ? 'quiet' : stage === 'fulfilled' || stage === 'acknowledged' ? 'safe' : 'plain'}
            onClick={() => {
              say({ kind: 'stage', stage, ...given });
              setReason('');
            }}
          >
            {t(`request_do_${stage}`)}
          </Button>
        ))}
        {mayExtend && (
          <Button
            onClick={() => {
              say({ kind: 'extended', until: extension.until, law: extension.law, reason: reason.trim() });
              setReason('');
            }}
          >
            {t('request_do_extended', { at: writeInstant(extension.until) })}
          </Button>
        )}
      </p>
      {mayExtend && (
        <p className="soft small">
          {t('request_extend_why', { article: extension.law.article, at: writeInstant(extension.tellBy, 'moment') })}
        </p>
      )}
    </section>
  );
}
