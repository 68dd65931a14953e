import { Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choices.tsx';
import { onEscape } from '../kit/escape.ts';
import { useReturn } from '../kit/use-return.ts';
import { Wrong } from '../kit/wrong.tsx';
import type { Refused } from './team-acts.ts';
import { useAct } from './use-act.ts';

/** A list of a team, as the ledger's space. */
export interface TeamList {
  readonly space: string;
  readonly list: string;
  readonly team: string;
}
/** A list whose name is not known here yet is named by its team alone. */
export const listOf = ({ list }: Pick<TeamList, 'list'>): string => list || t('people_list_unnamed');

interface Props {
  readonly lists: readonly TeamList[];
  readonly onShare: (space: string) => Refused;
}

/** What goes and what stays is told before it goes: a copy that was read cannot be called back. */
export function TeamShare({ lists, onShare }: Props) {
  const [open, setOpen] = useState(false);
  const [space, setSpace] = useState<string>();
  const { busy, wrong, run } = useAct();
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(open, () => opener.current);
  const chosen = lists.find((one) => one.space === space) ?? lists[0];
  if (chosen === undefined) return null;
  if (!open)
    return (
      <p>
        <Button ref={opener} icon={Users} onClick={() => setOpen(true)}>
          {t('team_share')}
        </Button>
      </p>
    );
  const share = async (): Promise<void> => {
    if (await run(() => onShare(chosen.space))) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves what was unfolded, as in a form
    <div className="form team-unfolded" onKeyDown={onEscape(() => setOpen(false))} aria-busy={busy}>
      {lists.length > 1 && (
        <Choices
          legend={t('team_share_list')}
          value={chosen.space}
          onChange={setSpace}
          choices={lists.map((one) => ({ value: one.space, label: listOf(one), hint: one.team }))}
        />
      )}
      <p>{t('team_share_what', { list: listOf(chosen), team: chosen.team })}</p>
      <p className="actions">
        <Button look="safe" autoFocus disabled={busy} onClick={() => void share()}>
          {t('team_share_do', { list: listOf(chosen) })}
        </Button>
        <Button look="word" onClick={() => setOpen(false)}>
          {t('kit_cancel')}
        </Button>
      </p>
      <Wrong phrase={wrong} />
    </div>
  );
}
