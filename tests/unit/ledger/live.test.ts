// Dexie watches nothing where the global indexedDB is missing: in Node it has to be there before Dexie loads.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { aDevice, opened, people } from './open.ts';
import { aList, LIST } from './team-ops.ts';

async function twoContexts() {
  const device = aDevice();
  const [writer, page] = [opened(await device.open()), opened(await device.open())];
  const count = async (): Promise<number> => (await page.listPeople('personal', { limit: 1 })).total;
  /** The values seen up to the first that is `last`. */
  const seenUntil = (last: number): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      const seen: number[] = [];
      const watching = page.live(count).subscribe((total) => {
        seen.push(total);
        if (total !== last) return;
        watching.unsubscribe();
        resolve(seen);
      }, reject);
    });
  return { writer, page, seenUntil };
}

describe('a live read', () => {
  it('answers at once', async () => {
    const { seenUntil } = await twoContexts();
    expect(await seenUntil(0)).toEqual([0]);
  });

  it('answers again after a change that another context made', async () => {
    const { writer, seenUntil } = await twoContexts();
    const seen = seenUntil(5);
    await writer.append(people(3));
    await writer.append(people(2));
    expect((await seen).at(-1)).toBe(5);
  });

  it('tells when it cannot be answered', async () => {
    const { page } = await twoContexts();
    const failed = new Promise((resolve) =>
      page.live(() => Promise.reject(new Error('damaged'))).subscribe(() => undefined, resolve),
    );
    expect(await failed).toEqual(new Error('damaged'));
  });
});

describe('what waits to be sent', () => {
  it('is heard of by whoever sends, in another page', async () => {
    const { writer, page } = await twoContexts();
    opened(await writer.teams.keepSpace(aList()));
    const heard = new Promise<number>((resolve) => {
      const end = page.teams.watchOutgoing(async () => {
        const waiting = await page.teams.waiting();
        if (waiting === 0) return;
        end();
        resolve(waiting);
      });
    });
    opened(await writer.append(people(2, { space: LIST })));
    expect(await heard).toBe(2);
  });
});
