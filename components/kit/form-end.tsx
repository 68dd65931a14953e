import type { ReactNode } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface Props {
  /** What the form does, as a verb. */
  readonly save: string;
  readonly onCancel: () => void;
  /** Why it was not done. */
  readonly wrong?: ReactNode;
}

/** How every form ends: what was refused, then the one thing to do and the way out. */
export function FormEnd({ save, onCancel, wrong }: Props) {
  return (
    <>
      {wrong && (
        <Notice tone="bata" live>
          {wrong}
        </Notice>
      )}
      <p className="actions">
        <Button look="safe" type="submit">
          {save}
        </Button>
        <Button look="word" onClick={onCancel}>
          {t('kit_cancel')}
        </Button>
      </p>
    </>
  );
}
