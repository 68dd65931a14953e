import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';

/* Where a card is not readable here, a name is the beginning of the id: the same on every device. */

const short = (id: string): string => id.slice(0, 6);

export const teamName = ({ id, name }: Pick<TeamView, 'id' | 'name'>): string =>
  name ?? t('team_unnamed', { id: short(id) });

export const memberName = ({ members }: Pick<TeamView, 'members'>, id: string): string =>
  members.find((one) => one.id === id)?.name ?? t('team_member_unnamed', { id: short(id) });

export const listName = ({ lists }: Pick<TeamView, 'lists'>, id: string): string =>
  lists.find((one) => one.id === id)?.name ?? t('team_list_unnamed', { id: short(id) });
