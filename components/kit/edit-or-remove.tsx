import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from './button.tsx';

interface Props {
  readonly edit: string;
  readonly remove: string;
  /** Asked before it is removed. */
  readonly sure: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** What can be done with a whole thing; removing it is asked once more, in the same place. */
export function EditOrRemove({ edit, remove, sure, onEdit, onRemove }: Props) {
  const [asked, setAsked] = useState(false);
  if (asked)
    return (
      <p className="actions">
        <span>{sure}</span>
        <Button look="danger" onClick={onRemove}>
          {remove}
        </Button>
        <Button look="word" onClick={() => setAsked(false)}>
          {t('kit_cancel')}
        </Button>
      </p>
    );
  return (
    <p className="actions">
      <Button icon={Pencil} onClick={onEdit}>
        {edit}
      </Button>
      <Button look="quiet" icon={Trash2} onClick={() => setAsked(true)}>
        {remove}
      </Button>
    </p>
  );
}
