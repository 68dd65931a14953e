import { FileUp } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea, TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { Refused } from './team-acts.ts';
import { TeamBack } from './team-back.tsx';
import { useAct } from './use-act.ts';
import './team.css';

interface Props {
  readonly onJoin: (text: string, me: string) => Refused;
  readonly onCancel: () => void;
}

/** Far more than any invitation: a wrong file is not read to its end. */
const LONGEST = 64_000;

/** An invitation, pasted or from its file, and the name under which colleagues will know one. */
export function TeamJoin({ onJoin, onCancel }: Props) {
  const [text, setText] = useState('');
  const [me, setMe] = useState('');
  const [tried, setTried] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const { busy, wrong, run } = useAct();
  const join = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.includes('izin-invite-1.') && me.trim() !== '') void run(() => onJoin(text, me.trim()));
  };
  return (
    <div className="page">
      <TeamBack />
      <h1>{t('team_join_head')}</h1>
      <form className="form" onSubmit={join} aria-busy={busy} noValidate>
        <p className="soft">{t('team_join_what')}</p>
        <TextArea
          label={t('team_join_text')}
          className="code"
          rows={4}
          dir="ltr"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          {...(tried && !text.includes('izin-invite-1.') ? { error: t('team_join_wrong') } : {})}
        />
        {/* The browser's own button speaks the browser's language. */}
        <input
          ref={file}
          className="told"
          type="file"
          aria-label={t('team_join_file_label')}
          tabIndex={-1}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            void chosen?.slice(0, LONGEST).text().then(setText);
          }}
        />
        <p>
          <Button icon={FileUp} onClick={() => file.current?.click()}>
            {t('team_join_file')}
          </Button>
        </p>
        <TextField
          label={t('team_you')}
          hint={t('team_you_hint')}
          maxLength={80}
          value={me}
          onChange={(event) => setMe(event.target.value)}
          {...(tried && me.trim() === '' ? { error: t('kit_required') } : {})}
        />
        {busy && <p role="status">{t('team_busy')}</p>}
        <FormEnd save={t('team_join_ask')} onCancel={onCancel} {...(wrong ? { wrong: writePhrase(wrong) } : {})} />
      </form>
    </div>
  );
}
