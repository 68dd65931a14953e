import {
  Activity,
  ChartColumn,
  FileInput,
  Globe,
  Handshake,
  Inbox,
  ListChecks,
  type LucideIcon,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Brand } from '../kit/brand.tsx';

export const ROOMS = [
  'people',
  'lists',
  'import',
  'terms',
  'requests',
  'activity',
  'overview',
  'team',
  'sites',
  'settings',
] as const;
export type Room = (typeof ROOMS)[number];

const ICONS: Readonly<Record<Room, LucideIcon>> = {
  people: Users,
  lists: ListChecks,
  import: FileInput,
  terms: ScrollText,
  requests: Inbox,
  activity: Activity,
  overview: ChartColumn,
  team: Handshake,
  sites: Globe,
  settings: Settings,
};

/** The rooms that exist, and no other. */
export function Rail({ current }: { readonly current: Room }) {
  return (
    <nav className="rail" aria-label={t('ledger_rooms')}>
      <Brand />
      <ul>
        {ROOMS.map((room) => {
          const Icon = ICONS[room];
          return (
            <li key={room}>
              <a href={`#/${room}`} aria-current={room === current ? 'page' : undefined}>
                <Icon size={18} strokeWidth={1.75} aria-hidden />
                <span>{t(`room_${room}`)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
