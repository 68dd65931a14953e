import { t } from '@/lib/platform/words.ts';

/** From a part of a team back to it. */
export const TeamBack = ({ to = '', name }: { readonly to?: string; readonly name?: string }) => (
  <p>
    <a href={`#/team${to}`} dir="auto">
      {name ?? t('room_team')}
    </a>
  </p>
);
