import type { ConsentRecord } from './consent.ts';
import type { Channel } from './enums.ts';

/** Clock times `HH:MM` in the zone; `from` later than `to` goes over midnight. */
export interface QuietHours {
  readonly tz: string;
  readonly from: string;
  readonly to: string;
}

/** How the person wants to be written to, in their own words. */
export interface Preferences {
  readonly topics?: readonly string[];
  readonly max_per_30d?: number;
  readonly quiet_hours?: QuietHours;
  readonly languages?: readonly string[];
  readonly channels_pref?: readonly Channel[];
}

/** Of several records the stricter holds: the lowest number, every quiet hour, the topics and channels that all name. */
export interface Wishes extends Omit<Preferences, 'quiet_hours'> {
  readonly quiet_hours: readonly QuietHours[];
}

export function preferencesOf(records: readonly Pick<ConsentRecord, 'preferences'>[]): Wishes {
  const stated = records.flatMap(({ preferences }) => (preferences ? [preferences] : []));
  const caps = stated.flatMap(({ max_per_30d }) => (max_per_30d === undefined ? [] : [max_per_30d]));
  const topics = shared(stated.map(({ topics }) => topics));
  const languages = shared(stated.map(({ languages }) => languages));
  const channels = shared(stated.map(({ channels_pref }) => channels_pref));
  return {
    quiet_hours: stated.flatMap(({ quiet_hours }) => (quiet_hours ? [quiet_hours] : [])),
    ...(caps.length > 0 ? { max_per_30d: Math.min(...caps) } : {}),
    ...(topics ? { topics } : {}),
    ...(languages ? { languages } : {}),
    ...(channels ? { channels_pref: channels } : {}),
  };
}

function shared<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  const said = lists.filter((list) => list !== undefined);
  const [first, ...rest] = said;
  return first?.filter((item) => rest.every((list) => list.includes(item)));
}
