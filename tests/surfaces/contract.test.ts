import { afterAll, describe, it } from 'vitest';
import type { BoxCase, SiteCase } from './case.ts';
import { cases } from './support/cases.ts';
import {
  followsTheSwitch,
  holdsAndReleases,
  holdsForStopped,
  leavesCleanAlone,
  reads,
  saysWhatBroke,
  sendsContentOnce,
} from './support/checks.ts';
import { BROWSERS, createGround } from './support/ground.ts';
import { openScene, type Scene } from './support/scene.ts';

const ground = createGround(cases);
afterAll(() => ground.close());

/** In both browsers, side by side: each has its own queue. */
function inBoth(site: SiteCase, box: BoxCase, name: string, check: (scene: Scene) => Promise<void>): void {
  for (const browser of BROWSERS)
    it.concurrent(`${name}, in ${browser}`, () =>
      ground.turn(browser, async (started) => check(await openScene(started, site, box))));
}

describe.each(cases)('$surface', (site) => {
  describe.each(site.boxes)('$box', (box) => {
    const words = box.ways.filter(({ content }) => !content);
    const contents = box.ways.filter(({ content }) => content);
    const [first] = words;

    inBoth(site, box, 'is read as the case says', reads);
    for (const way of words) {
      inBoth(site, box, `${way.name}: held, and once after release`, (scene) => holdsAndReleases(scene, way));
      inBoth(site, box, `${way.name}: a clean one goes by its own press`, (scene) => leavesCleanAlone(scene, way));
    }
    for (const way of contents) inBoth(site, box, `${way.name}: goes once`, (scene) => sendsContentOnce(scene, way));
    if (box.stopped)
      for (const way of [...(first ? [first] : []), ...contents])
        inBoth(site, box, `${way.name}: held for who asked to stop`, (scene) => holdsForStopped(scene, way));
    if (box.stopped && box.clean && first)
      inBoth(site, box, 'a switch of conversation carries nothing along', (scene) => followsTheSwitch(scene, first));
    for (const [problem, part] of Object.entries(box.breaks))
      inBoth(site, box, `says that ${problem} is gone`, (scene) => saysWhatBroke(scene, problem as never, part));
  });
});
