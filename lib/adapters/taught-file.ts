import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import { patternOf, taughtId } from './address.ts';
import { fromJson } from './correction-file.ts';
import { foldLessons, inOrder } from './fold.ts';
import { hooksSchema, wrongs } from './schema.ts';
import type { Lesson, TaughtSite } from './shelf.ts';

const KIND = 'taught-site/1';

const schema = v.strictObject({
  izin: v.literal(KIND),
  origin: v.pipe(v.string(), v.regex(/^https?:\/\/[^/?#\s*]+$/, 'address')),
  taughtAt: v.pipe(v.string(), v.isoTimestamp('date')),
  lessons: v.pipe(
    v.array(v.strictObject({ teacher: v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/, 'name')), hooks: hooksSchema })),
    v.minLength(1, 'empty'),
    v.maxLength(50, 'many'),
  ),
});

/** What was learnt, for a colleague: readable, and nothing of the ledger in it. */
export function writeTaught({ origin, taughtAt, lessons }: TaughtSite): string {
  return `${JSON.stringify({ izin: KIND, origin, taughtAt, lessons }, null, 2)}\n`;
}

/** Where it guards is told by `origin` alone, whatever the hooks inside say. It is not allowed yet: only the user can do that. */
export function readTaught(text: string): Result<TaughtSite, readonly Phrase[]> {
  const value = fromJson(text);
  if (!value.ok) return err([{ key: 'taught_wrong_json' }]);
  const parsed = v.safeParse(schema, value.value);
  if (!parsed.success) return err(wrongs(parsed.issues));
  const { origin, taughtAt } = parsed.output;
  const lessons = inOrder(parsed.output.lessons.map((each): Lesson => ({ ...each, hooks: at(origin, each.hooks) })));
  if (new Set(lessons.map(({ teacher }) => teacher)).size !== lessons.length)
    return err([{ key: 'taught_wrong_value', params: { place: 'lessons', value: 'teacher' } }]);
  return ok({ hooks: foldLessons(lessons), lessons, origin, taughtAt, allowed: false });
}

/** Binds hooks to one origin. */
export const at = (origin: string, hooks: SiteHooks): SiteHooks => ({
  ...hooks,
  id: taughtId(origin),
  matches: [patternOf(origin)],
  optional: true,
  proof: { ...hooks.proof, grade: 'taught' },
});
