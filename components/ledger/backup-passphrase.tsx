import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';

/** Below it no file is made: shorter ones are found by trying. */
export const SHORTEST = 12;
const GOOD = 20;

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A new one is told how good its length is; a known one only has to fit. */
  readonly fresh?: boolean;
  readonly error?: string;
}

export const lengthOf = (passphrase: string): number => [...passphrase.trim()].length;

/** Hidden at first, shown on demand: seeing what one wrote is better than writing it twice. */
export function Passphrase({ value, onChange, fresh = false, error }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <div className="form-line passphrase">
      <TextField
        label={t('backup_passphrase')}
        type={shown ? 'text' : 'password'}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(fresh ? { hint: strengthOf(lengthOf(value)) } : {})}
        {...(error ? { error } : {})}
      />
      <Button icon={shown ? EyeOff : Eye} aria-pressed={shown} onClick={() => setShown(!shown)}>
        {t('backup_show')}
      </Button>
    </div>
  );
}

function strengthOf(count: number): string {
  if (count === 0) return t('backup_length_none', { good: GOOD });
  if (count < SHORTEST) return t('backup_length_short', { count, least: SHORTEST });
  return count < GOOD ? t('backup_length_fair', { count, good: GOOD }) : t('backup_length_good', { count });
}
