import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { writePhrase } from './phrase.tsx';

/** What became of a form that stays open. */
export interface Kept {
  readonly tone: 'daun' | 'bata';
  readonly words: string;
}

export const keptOr = (refused: Phrase | undefined): Kept =>
  refused ? { tone: 'bata', words: writePhrase(refused) } : { tone: 'daun', words: t('settings_kept') };

/** How a form ends that stays: what became of the last save, and the button. */
export function FormSave({ said }: { readonly said: Kept | undefined }) {
  return (
    <>
      {said && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      <p className="actions">
        <Button look="safe" type="submit">
          {t('kit_save')}
        </Button>
      </p>
    </>
  );
}
