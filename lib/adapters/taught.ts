import { canonical } from './canonical.ts';
import { foldLessons, inOrder } from './fold.ts';
import type { Lesson, Shelf, TaughtSite } from './shelf.ts';

/** Two versions of one taught site. In any order, any number of times, the result is the same; a permission is not given by a file. */
export function mergeTaught(a: TaughtSite, b: TaughtSite): TaughtSite {
  const lessons = inOrder([...a.lessons, ...b.lessons].reduce(addLesson, []));
  return {
    hooks: foldLessons(lessons),
    lessons,
    origin: a.origin < b.origin ? a.origin : b.origin,
    taughtAt: a.taughtAt > b.taughtAt ? a.taughtAt : b.taughtAt,
    allowed: a.allowed || b.allowed,
  };
}

/** Of one teacher the newest counts; of two that call themselves equally new, always the same one. */
function addLesson(lessons: readonly Lesson[], lesson: Lesson): readonly Lesson[] {
  const before = lessons.find(({ teacher }) => teacher === lesson.teacher);
  if (!before) return [...lessons, lesson];
  const newer = lesson.hooks.version - before.hooks.version;
  const wins = newer > 0 || (newer === 0 && canonical(lesson.hooks) < canonical(before.hooks));
  return wins ? lessons.map((each) => (each === before ? lesson : each)) : lessons;
}

export const taughtSite = (lesson: Lesson, origin: string, taughtAt: string): TaughtSite => ({
  hooks: lesson.hooks,
  lessons: [lesson],
  origin,
  taughtAt,
  allowed: false,
});

/** Puts a site on the shelf beside what is known of it. */
export function withTaught(shelf: Shelf, site: TaughtSite): Shelf {
  const before = shelf.taught.find(({ hooks }) => hooks.id === site.hooks.id);
  const now = before ? mergeTaught(before, site) : site;
  return { ...shelf, taught: [...shelf.taught.filter((one) => one !== before), now] };
}

export const changeTaught = (shelf: Shelf, id: string, change: (site: TaughtSite) => TaughtSite): Shelf => ({
  ...shelf,
  taught: shelf.taught.map((site) => (site.hooks.id === id ? change(site) : site)),
});

export const withoutTaught = (shelf: Shelf, id: string): Shelf => ({
  ...shelf,
  taught: shelf.taught.filter(({ hooks }) => hooks.id !== id),
});

/** Taught once more by the same person: boxes of other names stay, one of the same name is learnt anew. */
export function learnt(site: TaughtSite | undefined, { teacher, hooks }: Lesson): Lesson {
  const before = site?.lessons.find((lesson) => lesson.teacher === teacher)?.hooks;
  if (!before) return { teacher, hooks };
  const names = new Set(hooks.boxes.map(({ name }) => name));
  const boxes = [...before.boxes.filter(({ name }) => !names.has(name)), ...hooks.boxes];
  return { teacher, hooks: { ...hooks, version: before.version + 1, boxes } };
}

/** Edited by hand: what stands there now is this user's, whole; others' versions can be taken in again from their files. */
export function edited(site: TaughtSite, teacher: string, hooks: TaughtSite['hooks']): TaughtSite {
  const lesson = { teacher, hooks: { ...hooks, id: site.hooks.id, version: site.hooks.version + 1 } };
  return { ...site, hooks: lesson.hooks, lessons: [lesson] };
}
