import type {
  CorrectionView,
  TaughtBox,
  TaughtEdit,
  TaughtField,
  TaughtView,
} from '@/components/ledger/taught-view.ts';
import { standing, versionsOf } from '@/lib/adapters/corrections.ts';
import type { Shelf, TaughtSite } from '@/lib/adapters/shelf.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { copiesUnread } from '@/lib/surfaces/copies.ts';
import type { BoxHooks, ReadHooks, SiteHooks } from '@/lib/surfaces/hooks.ts';

export const viewOf = ({ hooks, lessons, origin, taughtAt }: TaughtSite, guarded: boolean): TaughtView => ({
  id: hooks.id,
  name: hooks.name,
  origin,
  channel: hooks.channel,
  guarded,
  taughtAt,
  teachers: lessons.length,
  version: hooks.version,
  boxes: hooks.boxes.map((box, at) => boxView(hooks.channel, box, at)),
});

function boxView(channel: SiteHooks['channel'], box: BoxHooks, at: number): TaughtBox {
  const ways = (key: string, list: readonly string[] | undefined): readonly Phrase[] =>
    list && list.length > 0 ? [{ key: `taught_told_${key}`, params: { count: list.length } }] : [];
  const isPublic = box.audience === 'public';
  const who = PLACES.filter(({ read }) => read(box) !== undefined).map(
    ({ key }): Phrase => ({ key: `taught_told_${key}` }),
  );
  return {
    name: box.name,
    audience: isPublic ? 'public' : 'people',
    keys: box.keys,
    told: [
      ...(isPublic ? [{ key: 'taught_told_public' }] : who),
      ...copiesUnread(channel, box).map((field): Phrase => ({ key: `taught_told_no_${field}` })),
      ...ways('editor', box.editor),
      ...ways('send', box.send),
      { key: `taught_told_${box.keys}` },
    ],
    fields: fieldsOf(box, at),
  };
}

const PLACES: readonly {
  readonly key: string;
  readonly path: string;
  readonly read: (box: BoxHooks) => ReadHooks | undefined;
}[] = [
  { key: 'to', path: 'to.chips', read: ({ to }) => to?.chips },
  { key: 'to_typed', path: 'to.typed', read: ({ to }) => to?.typed },
  { key: 'cc', path: 'cc.chips', read: ({ cc }) => cc?.chips },
  { key: 'cc_typed', path: 'cc.typed', read: ({ cc }) => cc?.typed },
  { key: 'bcc', path: 'bcc.chips', read: ({ bcc }) => bcc?.chips },
  { key: 'bcc_typed', path: 'bcc.typed', read: ({ bcc }) => bcc?.typed },
  { key: 'handle', path: 'who.handle', read: ({ who }) => who?.handle },
  { key: 'title', path: 'who.title', read: ({ who }) => who?.title },
  { key: 'thread', path: 'who.thread', read: ({ who }) => who?.thread },
];

function fieldsOf(box: BoxHooks, at: number): readonly TaughtField[] {
  const one = (part: string, key: string, lines: readonly string[]): TaughtField => ({
    path: `boxes.${at}.${part}`,
    label: { key: `taught_field_${key}` },
    lines: lines.join('\n'),
  });
  const read = PLACES.flatMap(({ key, path, read: get }) => {
    const hooks = get(box);
    return hooks?.at ? [one(`${path}.at`, key, hooks.at)] : [];
  });
  return [...read, one('editor', 'editor', box.editor), one('send', 'send', box.send), one('root', 'root', box.root)];
}

/** What stands in the form, as hooks: parsed afterwards, like everything that comes from outside. */
export function editedHooks(hooks: SiteHooks, { name, channel, keys, lines }: TaughtEdit): unknown {
  const next = structuredClone(hooks) as unknown as Record<string, unknown>;
  Object.assign(next, { name, channel });
  for (const [at, box] of hooks.boxes.entries()) setAt(next, `boxes.${at}.keys`, keys[at] ?? box.keys);
  for (const [path, text] of Object.entries(lines)) {
    const list = text.split('\n').flatMap((line) => line.trim() || []);
    setAt(next, path, list);
  }
  return next;
}

function setAt(target: unknown, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop();
  let at: unknown = target;
  for (const step of steps) at = Reflect.get(at as object, step);
  if (last !== undefined) Reflect.set(at as object, last, value);
}

/** Every built-in surface that has a correction, with all of its versions. */
export function correctionViews(shelf: Shelf, builtIn: readonly SiteHooks[]): readonly CorrectionView[] {
  return builtIn.flatMap((hooks) => {
    const versions = versionsOf(shelf, hooks.id);
    if (versions.length === 0) return [];
    // A release that brought newer hooks itself stands above an old correction.
    const stands = standing(shelf, hooks.id);
    const isPast = stands !== undefined && stands.hooks.version <= hooks.version;
    return [
      {
        surface: hooks.id,
        name: hooks.name,
        builtIn: hooks.version,
        versions: versions.map(({ hooks: { version }, state, signer, installedAt, lacks = [] }) => ({
          version,
          state: isPast && state !== 'set-aside' ? ('former' as const) : state,
          signer,
          installedAt,
          lacks,
        })),
      },
    ];
  });
}
