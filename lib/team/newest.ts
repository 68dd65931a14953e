import type { SpaceId } from '../domain/person.ts';
import type { NewestView } from '../domain/team-view.ts';
import type { Run } from './run.ts';

/** Asks the relay of the team, for at most so many ms: a message waits for the answer. What comes later is taken all the same. */
export async function newestOf(run: Run, space: SpaceId, within: number): Promise<NewestView> {
  const done = run.look().then(
    ({ ok }) => ok,
    () => false,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), within);
  });
  const reached = await Promise.race([done, late]);
  clearTimeout(timer);
  const { at } = run.relay();
  return { space, reached, ...(at === undefined ? {} : { at }) };
}
