import { afterAll, describe, it } from 'vitest';
import type { ReadProblem } from '@/lib/domain/draft.ts';
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
import { BROWSERS, createGround, needsOf, PATIENCE } from './support/ground.ts';
import { openScene, type Scene } from './support/scene.ts';

const ground = createGround(needsOf(cases), 2);
afterAll(() => ground.close());

for (const site of cases)
  describe.concurrent(site.surface, () => {
    for (const box of site.boxes) describe(box.box, () => checkBox(site, box));
  });

function checkBox(site: SiteCase, box: BoxCase): void {
  /** In both browsers, side by side: each has its own queue. */
  const inBoth = (name: string, check: (scene: Scene) => Promise<void>): void => {
    for (const browser of BROWSERS)
      it.concurrent(
        `${name}, in ${browser}`,
        () => ground.turn(browser, async (started) => check(await openScene(started, site, box))),
        PATIENCE,
      );
  };
  const words = box.ways.filter(({ content }) => !content);
  const contents = box.ways.filter(({ content }) => content);
  const [first] = words;

  if (first) inBoth('is read as the case says', reads);
  for (const way of words) {
    inBoth(`${way.name}: held, and once after release`, (scene) => holdsAndReleases(scene, way));
    inBoth(`${way.name}: a clean one goes by its own press`, (scene) => leavesCleanAlone(scene, way));
  }
  for (const way of contents) inBoth(`${way.name}: goes once`, (scene) => sendsContentOnce(scene, way));
  if (box.stopped)
    for (const way of [...(first ? [first] : []), ...contents])
      inBoth(`${way.name}: held for who asked to stop`, (scene) => holdsForStopped(scene, way));
  if (box.stopped && box.clean && first)
    inBoth('a switch of conversation carries nothing along', (scene) => followsTheSwitch(scene, first));
  for (const [problem, part] of Object.entries(box.breaks))
    inBoth(`says that ${problem} is gone`, (scene) => saysWhatBroke(scene, problem as ReadProblem, part));
}
