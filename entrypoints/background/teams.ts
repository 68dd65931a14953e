import { askTeamThere, lookTeams } from '@/lib/bus/team.ts';
import type { SpaceId } from '@/lib/domain/person.ts';
import type { NewestView } from '@/lib/domain/team-view.ts';
import { browser } from '@/lib/platform/browser.ts';
import { beginTeamPlace, endTeamPlace, isTeamPlaceThere, teamRhythm } from '@/lib/platform/team-place.ts';

/*
 * The background knows of teams that they exist, and nothing else: it makes the place where they live, wakes it, and
 * ends it with the last of them. Without a team there is neither that place nor an alarm.
 */
const KEY = 'teams';
const ALARM = 'teams';
/** The answer of the place is on its way when it says that there is no team any more. */
const LAST_WORDS = 1_000;

async function teams(): Promise<readonly string[]> {
  const { [KEY]: known } = await browser.storage.local.get(KEY);
  return Array.isArray(known) ? known.map(String) : [];
}

export async function teamHost(begin: boolean): Promise<boolean> {
  if (begin || (await teams()).length > 0) await beginTeamPlace();
  return isTeamPlaceThere();
}

/** `set`: these from now on. */
export async function teamList(set: readonly string[] | undefined): Promise<readonly string[]> {
  if (set === undefined) return teams();
  await browser.storage.local.set({ [KEY]: set });
  if (set.length > 0) await browser.alarms.create(ALARM, { periodInMinutes: teamRhythm() });
  else {
    await browser.alarms.clear(ALARM);
    setTimeout(() => void endIfNone(), LAST_WORDS);
  }
  return set;
}

async function endIfNone(): Promise<void> {
  if ((await teams()).length === 0) await endTeamPlace();
}

export function watchTeams(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void wake().then((there) => (there ? lookTeams() : undefined));
  });
  browser.runtime.onStartup.addListener(() => void wake());
  void wake();
}

/** For at most so many ms, the waking included; undefined: there is no team here. Nobody in time: nothing was reached. */
export async function askNewest(
  spaces: readonly SpaceId[],
  within: number,
): Promise<readonly NewestView[] | undefined> {
  if ((await teams()).length === 0) return undefined;
  const nothing = spaces.map((space): NewestView => ({ space, reached: false }));
  const asking = wake()
    // The place tells by itself since when it knows nothing newer, and needs a moment of the time to say it.
    .then(() => askTeamThere('newest', { spaces, within: within * 0.7 }))
    .then((answer) => (answer.ok ? answer.value : nothing))
    .catch(() => nothing);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly NewestView[]>((resolve) => {
    timer = setTimeout(() => resolve(nothing), within);
  });
  return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}

/** A browser that was begun anew, or an update, ended the place; the alarm may be gone with it. */
async function wake(): Promise<boolean> {
  if ((await teams()).length === 0) return false;
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: teamRhythm() });
  await beginTeamPlace();
  return true;
}
