import { CHANNELS, type Channel } from '../domain/enums.ts';
import type { BoxHooks, FieldHooks, ReadHooks, Selectors, SiteHooks, WhoHooks } from '../surfaces/hooks.ts';
import { byCode, canonical } from './canonical.ts';
import type { Lesson } from './shelf.ts';

/**
 * Several lessons as one site. It depends on which lessons there are and on nothing else, so that every order of
 * merging ends at the same. Selectors are united, those that most teachers found first. Where two differ, the stricter
 * holds: people over public, Enter over Ctrl+Enter, and what would make Izin look away (`not`, `quoted`,
 * `enterIsNewline`) only where all say so.
 */
export function foldLessons(lessons: readonly Lesson[]): SiteHooks {
  const all = inOrder(lessons).map(({ hooks }) => hooks);
  const [first, ...more] = all;
  if (!first) throw new TypeError('No lessons');
  if (more.length === 0) return first;
  const names = [...new Set(all.flatMap(({ boxes }) => boxes.map(({ name }) => name)))].sort(byCode);
  const boxes = names.map((name) =>
    fold(
      all.flatMap((hooks) => hooks.boxes.filter((box) => box.name === name)),
      BOX,
    ),
  );
  const marks = unite(all.map((one) => one.marks));
  return {
    ...first,
    name: commonest(all.map((one) => one.name)) ?? first.name,
    channel: strictest(all.map((one) => one.channel)) ?? first.channel,
    version: Math.max(...all.map(({ version }) => version)) + more.length,
    ...(marks && { marks }),
    boxes,
  };
}

export const inOrder = (lessons: readonly Lesson[]): readonly Lesson[] =>
  [...lessons].sort((a, b) => byCode(a.teacher, b.teacher));

/** Every field of a type with its own way to be folded: one that is new in the type does not compile without. */
type Folds<T> = { readonly [K in keyof T]-?: (all: readonly T[]) => T[K] | undefined };

function fold<T extends object>(all: readonly T[], folds: Folds<T>): T {
  const fields = Object.entries<(all: readonly T[]) => unknown>(folds).map(([key, by]) => [key, by(all)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as T;
}

const BOX: Folds<BoxHooks> = {
  name: (all) => all[0]?.name,
  channel: (all) => strictest(all.map((box) => box.channel)),
  audience: (all) => (open(all).length === 0 ? 'public' : undefined),
  root: (all) => unite(all.map((box) => box.root)),
  editor: (all) => unite(all.map((box) => box.editor)),
  // Where one teacher saw it everywhere, it is guarded everywhere.
  where: (all) => (all.every((box) => box.where === all[0]?.where) ? all[0]?.where : undefined),
  not: (all) => shared(all.map((box) => box.not)),
  subject: (all) => foldRead(all.map((box) => box.subject)),
  from: (all) => foldRead(all.map((box) => box.from)),
  to: (all) => foldField(open(all).map((box) => box.to)),
  cc: (all) => foldField(open(all).map((box) => box.cc)),
  bcc: (all) => foldField(open(all).map((box) => box.bcc)),
  who: (all) => foldWho(open(all).map((box) => box.who)),
  mentions: (all) => commonest(all.map((box) => box.mentions)),
  visibility: (all) => commonest(all.map((box) => box.visibility)),
  attachments: (all) => foldRead(all.map((box) => box.attachments)),
  // A time lets more go: only what all teachers saw.
  when: (all) => (all.every((box) => box.when) ? commonest(all.map((box) => box.when)) : undefined),
  quoted: (all) => shared(all.map((box) => box.quoted)),
  reply: (all) => unite(all.map((box) => box.reply)),
  send: (all) => unite(all.map((box) => box.send)),
  sendMayMiss: (all) =>
    all.every((box) => box.sendMayMiss) ? commonest(all.map((box) => box.sendMayMiss)) : undefined,
  also: (all) => uniteAll(all.map((box) => box.also)),
  saves: (all) => shared(all.map((box) => box.saves)),
  keys: (all) => (['enter', 'mod-enter', 'none'] as const).find((keys) => all.some((box) => box.keys === keys)),
  enterAnywhere: (all) => all.some((box) => box.enterAnywhere) || undefined,
  shortcuts: (all) => uniteAll(all.map((box) => box.shortcuts)),
  enterIsNewline: (all) => shared(all.map((box) => box.enterIsNewline)),
  enterUnsure: (all) => all.some((box) => box.enterUnsure) || undefined,
  content: (all) => commonest(all.map((box) => box.content)),
  replay: (all) => commonest(all.map((box) => box.replay)),
  sent: (all) => unite(all.map((box) => box.sent)),
  anchor: (all) => unite(all.map((box) => box.anchor)),
  cannot: (all) => uniteAll(all.map((box) => box.cannot)),
};

const FIELD: Folds<FieldHooks> = {
  chips: (all) => foldRead(all.map((field) => field.chips)),
  address: (all) => foldRead(all.map((field) => field.address)),
  name: (all) => foldRead(all.map((field) => field.name)),
  typed: (all) => foldRead(all.map((field) => field.typed)),
  group: (all) => unite(all.map((field) => field.group)),
  remove: (all) => unite(all.map((field) => field.remove)),
  input: (all) => unite(all.map((field) => field.input)),
  open: (all) => unite(all.map((field) => field.open)),
};

const WHO: Folds<WhoHooks> = {
  thread: (all) => foldRead(all.map((who) => who.thread)),
  handle: (all) => foldRead(all.map((who) => who.handle)),
  title: (all) => foldRead(all.map((who) => who.title)),
  panel: (all) => foldRead(all.map((who) => who.panel)),
  unsure: (all) => all.some((who) => who.unsure) || undefined,
  agree: (all) => uniteAll(all.map((who) => who.agree)),
  group: (all) => uniteAll(all.map((who) => who.group)),
  members: (all) => foldRead(all.map((who) => who.members)),
};

const open = (boxes: readonly BoxHooks[]): readonly BoxHooks[] => boxes.filter((box) => box.audience !== 'public');

const foldField = (fields: readonly (FieldHooks | undefined)[]): FieldHooks | undefined => foldThose(fields, FIELD);
const foldWho = (all: readonly (WhoHooks | undefined)[]): WhoHooks | undefined => foldThose(all, WHO);

function foldThose<T extends object>(all: readonly (T | undefined)[], folds: Folds<T>): T | undefined {
  const there = all.filter((one) => one !== undefined);
  return there.length === 0 ? undefined : fold(there, folds);
}

/** Readings of one kind (where, and which part) are united; of two kinds the one that more teachers found counts. */
function foldRead(reads: readonly (ReadHooks | undefined)[]): ReadHooks | undefined {
  const there = reads.filter((read) => read !== undefined);
  const kindOf = ({ at: _, ...kind }: ReadHooks): string => canonical(kind);
  const kind = commonest(there.map(kindOf));
  const same = there.filter((read) => kindOf(read) === kind);
  const [first] = same;
  if (!first) return undefined;
  const at = unite(same.map((read) => read.at));
  const { at: _, ...rest } = first;
  return at ? { at, ...rest } : rest;
}

function unite(lists: readonly (Selectors | undefined)[]): Selectors | undefined {
  return uniteAll(lists);
}

/** Best first: what most have, then what stands nearer to the front, then by spelling. */
function uniteAll<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  const there = lists.filter((list) => list !== undefined);
  if (there.length === 0) return undefined;
  const seen = new Map<string, { readonly value: T; count: number; place: number }>();
  for (const list of there) {
    for (const [place, value] of list.entries()) {
      const key = canonical(value);
      const known = seen.get(key) ?? { value, count: 0, place };
      seen.set(key, { value, count: known.count + 1, place: Math.min(known.place, place) });
    }
  }
  return [...seen]
    .sort(([a, x], [b, y]) => y.count - x.count || x.place - y.place || byCode(a, b))
    .map(([, { value }]) => value)
    .slice(0, 24);
}

function shared(lists: readonly (Selectors | undefined)[]): Selectors | undefined {
  const united = unite(lists)?.filter((one) => lists.every((list) => list?.includes(one)));
  return united?.length ? united : undefined;
}

function commonest<T>(values: readonly (T | undefined)[]): T | undefined {
  return uniteAll(values.map((value) => (value === undefined ? undefined : [value])))?.[0];
}

/** The closed list begins with what goes to one person and ends with what everybody reads. */
const strictest = (channels: readonly (Channel | undefined)[]): Channel | undefined =>
  CHANNELS.find((one) => channels.includes(one));
